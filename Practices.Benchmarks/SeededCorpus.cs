using System.Globalization;
using Practices.Search.Index;

namespace Practices.Benchmarks;

/// <summary>A made-up practice: its words by their ranks, and its facets.</summary>
internal sealed record SeededDocument(int Number, int[] Title, int[] Body, (string Facet, string[] Labels)[] Facets);

/// <summary>
/// Made-up practices, any number, the same ones for a seed: titles of about 8 words, bodies of about 400, pairs of words that keep together,
/// and 311 facet values: 17 goals, 40 themes, 7 regions with 22 subregions and 195 countries, 8 sources, 22 years.
/// </summary>
internal sealed class SeededCorpus : Corpus
{
    /// <summary>The words of a body, on average.</summary>
    public const int BodyWords = 400;

    private const ulong Seed = 20261121;

    private static readonly double[] Goals = Draw.Cumulate(17, goal => goal == 10 ? 40 : 4 + (goal % 4));
    private static readonly double[] Themes = Draw.Cumulate(40, theme => 1 / Math.Pow(theme + 2, 0.7));
    private static readonly double[] Countries = Draw.Cumulate(195, country => 1 / Math.Pow(country + 4, 0.8));
    private static readonly double[] Sources = Draw.Cumulate(8, source => 1.0 / (source + 2));
    private static readonly double[] Years = Draw.Cumulate(22, year => 4 + year);

    public SeededCorpus(int count, int perClass)
    {
        Count = count;
        Classes = new SeededQueries(count, perClass).Make();
    }

    /// <summary>How many documents there are.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, BenchmarkQuery[]> Classes { get; }

    /// <summary>Words that stand together more often than chance would have it.</summary>
    public static IReadOnlyList<(int First, int Second)> WordPairs { get; } = Pairs(Seed);

    /// <inheritdoc/>
    public override IEnumerable<Document> Documents() => Enumerable.Range(0, Count).Select(number =>
    {
        var made = Generate(number);
        static string Text(int[] words) => string.Join(' ', words.Select(Vocabulary.Word));
        return Make("p" + number.ToString("D7", CultureInfo.InvariantCulture), Text(made.Title), Text(made.Body), number % 8000, made.Facets);
    });

    /// <summary>Makes a document by its number.</summary>
    public static SeededDocument Generate(int number)
    {
        var draw = new Draw(Seed + ((ulong)number * 0xD1342543DE82EF95));
        var title = Words(ref draw, 5 + draw.Below(7));
        var length = 0.4 + (0.3 * (draw.Fraction() + draw.Fraction() + draw.Fraction() + draw.Fraction()));
        return new(number, title, Words(ref draw, (int)(BodyWords * length)), Facets(ref draw));
    }

    private static (string Facet, string[] Labels)[] Facets(ref Draw draw)
    {
        var facets = new HashSet<(string Facet, string Label)>();
        for (var i = draw.Below(4); i >= 0; i--) facets.Add(("sdg", $"SDG {draw.Weighted(Goals) + 1:D2}"));
        for (var i = draw.Below(3); i >= 0; i--) facets.Add(("theme", $"Theme {draw.Weighted(Themes) + 1:D2}"));
        facets.Add(("source", $"Source {draw.Weighted(Sources) + 1}"));
        facets.Add(("year", $"{2005 + draw.Weighted(Years)}"));
        var country = draw.Weighted(Countries);
        var subregion = country % 22;
        return
        [
            .. facets.Select(value => (value.Facet, new[] { value.Label })),
            ("geo", [$"Region {(subregion % 7) + 1}", $"Subregion {subregion + 1:D2}", $"Country {country + 1:D3}"]),
        ];
    }

    private static (int First, int Second)[] Pairs(ulong seed)
    {
        var draw = new Draw(seed ^ 0x5041495253);
        return [.. Enumerable.Range(0, 3000).Select(_ => (80 + draw.Below(5920), 80 + draw.Below(5920)))];
    }

    private static int[] Words(ref Draw draw, int count)
    {
        var words = new int[count];
        for (var i = 0; i < count; i++)
        {
            if (i + 1 < count && draw.Fraction() < 0.05)
            {
                // Squared, so that some pairs are much more frequent than others.
                var fraction = draw.Fraction();
                (words[i], words[i + 1]) = WordPairs[(int)(fraction * fraction * WordPairs.Count)];
                i++;
            }
            else
            {
                words[i] = Vocabulary.Next(ref draw);
            }
        }

        return words;
    }
}
