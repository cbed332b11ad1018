using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Highlighting;
using Practices.Search.Index;
using Xunit;

namespace Practices.Tests.Search.Highlighting;

public sealed class HighlightingBruteForceTests
{
    private static readonly ImmutableArray<string> Languages = ["ar", "en", "es", "fr", "ru", "zh"];

    private static readonly ImmutableArray<string> Words =
    [
        "water", "Waters", "cities", "city's", "the", "of", "1,000", "2.5", "low-income", "and", "copper",
        "l'eau", "D’ÉCOLE", "école", "ecole", "années", "agua", "ciudades", "años", "anos", "niñas",
        "вода", "водой", "города", "городе", "المياه", "مياه", "والمدن", "مدينة",
        "水", "水道", "水道局", "道局", "广州水道局和公园", "カタカナ", "ที่ดิน", "𠮷野", "🌳", "é\u0301", "\u0301",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Marks_are_those_that_reading_every_word_gives(int seed)
    {
        var random = new Random(seed);
        ImmutableArray<Document> documents = [.. Enumerable.Range(0, 150).Select(number => HighlightingIndex.Document(
            "d" + number.ToString(CultureInfo.InvariantCulture),
            Languages[random.Next(Languages.Length)],
            [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => new FieldText(HighlightingIndex.Schema.Texts[random.Next(3)].Name, NextText(random)))]))];
        using var index = new HighlightingIndex(documents);
        var marked = 0;
        for (var i = 0; i < 40; i++)
        {
            var wanted = HighlightingIndex.Wanted(NextQuery(random), [.. Languages.Where(_ => random.Next(2) == 0).DefaultIfEmpty("en")]);
            foreach (var document in documents)
            {
                var snippets = index.Highlight(document.Id, wanted);

                Assert.Equal(HighlightingIndex.ReadEveryWord(document, wanted).Select(Show), snippets.Select(Show));
                marked += snippets.Length;
            }
        }

        Assert.InRange(marked, 1000, int.MaxValue);
    }

    // Most are long enough for passages; some words stand far from the next, so far that their distance takes more than a byte.
    private static string NextText(Random random)
    {
        var text = new System.Text.StringBuilder();
        for (var words = random.Next(3) == 0 ? random.Next(4) : random.Next(200); words > 0; words--)
        {
            text.Append(random.Next(60) switch
            {
                0 => new string(' ', random.Next(200, 1200)),
                1 => new string('x', random.Next(200, 600)),
                2 => new string('.', random.Next(253, 257)),
                3 => "\n",
                4 => "",
                _ => " ",
            });
            text.Append(Words[random.Next(Words.Length)]);
        }

        return text.ToString();
    }

    private static string NextQuery(Random random)
    {
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(8) switch
        {
            0 => $"\"{NextWord(random)} {NextWord(random)}\"",
            1 => $"\"{NextWord(random)} {NextWord(random)}\"~{random.Next(1, 5).ToString(CultureInfo.InvariantCulture)}",
            2 => NextWord(random) is var word ? word[..Math.Min(word.Length, random.Next(1, 4))] + "*" : "",
            3 => "body:" + NextWord(random),
            4 => "-" + NextWord(random),
            _ => NextWord(random),
        });
        return string.Join(' ', parts);
    }

    private static string NextWord(Random random) => Words[random.Next(Words.Length)];

    private static string Show(Snippet snippet) =>
        $"{snippet.Field} {snippet.StartsInside} {snippet.EndsInside} {string.Join('|', snippet.Fragments.Select(fragment => fragment.IsMatch ? $"[{fragment.Text}]" : fragment.Text))}";
}
