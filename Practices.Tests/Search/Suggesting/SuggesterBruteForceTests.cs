using System.Text;
using Practices.Search.Suggesting;
using Xunit;

namespace Practices.Tests.Search.Suggesting;

/// <summary>The suggester against a program that looks at every entry, over random entries in several scripts, few and so many that common beginnings keep their sets.</summary>
public sealed class SuggesterBruteForceTests
{
    // A word as somebody may write it, and as all spellings of it are read.
    private static readonly (string Written, string Read)[] Spaced =
    [
        ("Water", "water"), ("water", "water"), ("Wasser", "wasser"), ("Straße", "strasse"), ("São", "sao"), ("SAO", "sao"), ("sa\u0303o", "sao"), ("sand", "sand"),
        ("women’s", "womens"), ("womens", "womens"), ("Women", "women"), ("Ørsted", "orsted"), ("вода", "вода"), ("Вода", "вода"), ("водный", "водный"),
        ("مدينة", "مدينه"), ("مدينه", "مدينه"), ("2015", "2015"), ("1,000", "1,000"), ("𐐨𐐩", "𐐨𐐩"),
    ];

    private static readonly string[] Characters = ["水", "广", "绿", "道", "𠮷", "ガ"];

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 400)]
    [InlineData(3, 4_000)]
    public void The_suggester_finds_what_looking_at_every_entry_finds(int seed, int count)
    {
        var random = new Random(seed);
        var entries = Enumerable.Range(0, count).Select(i => Words(random, random.Next(1, 7)) is var words
            ? (Words: words, Entry: new SuggestEntry(Written(words), $"k{random.Next(count)}", random.Next(4), random.Next(5)))
            : default).ToList();
        var suggester = Suggester.Build(entries.Select(e => e.Entry));
        for (var i = 0; i < 300; i++)
        {
            var typed = Typed(random);
            var (most, perGroup) = (random.Next(1, 12), random.Next(1, 5));
            var expected = LookAtAll(entries, [.. typed.Select(t => t.Read)], most, perGroup);
            var actual = suggester.Suggest(TypedText.Read(string.Join(' ', typed.Select(t => t.Written))), most, perGroup).Select(s => s.Entry);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void No_text_makes_it_fail()
    {
        var random = new Random(4);
        for (var round = 0; round < 300; round++)
        {
            var suggester = Suggester.Build(Enumerable.Range(0, 20).Select(i => new SuggestEntry(AnyText(random), $"{i % 7}", i % 3, random.NextDouble())));
            for (var i = 0; i < 20; i++)
            {
                var typed = TypedText.Read(AnyText(random));
                foreach (var suggestion in suggester.Suggest(typed, 8, 3))
                {
                    Assert.All(suggestion.Marks, mark => Assert.True(mark.Start >= 0 && mark.Start < mark.End && mark.End <= suggestion.Entry.Text.Length));
                    Assert.Equal(suggestion.Marks.OrderBy(mark => mark.Start), suggestion.Marks);
                }
            }
        }
    }

    [Fact]
    public void Any_text_is_found_by_itself()
    {
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++)
        {
            var text = AnyText(random, 30);
            var suggester = Suggester.Build([new(text, "it", 0, 1)]);
            Assert.Equal(suggester.Count, suggester.Suggest(TypedText.Read(text), 8, 8).Length);
        }
    }

    private static List<SuggestEntry> LookAtAll(List<((string Written, string Read)[] Words, SuggestEntry Entry)> entries, string[] typed, int most, int perGroup)
    {
        var line = string.Join(' ', typed);
        var ranked = entries
            .Where(e => typed.All(t => e.Words.Any(word => Begins(word, t))))
            .Select(e => (e.Entry, Line: string.Join(' ', e.Words.Select(word => word.Read))))
            .OrderByDescending(e => e.Line.StartsWith(line, StringComparison.Ordinal))
            .ThenByDescending(e => e.Entry.Weight)
            .ThenBy(e => e.Line, StringComparer.Ordinal)
            .ThenBy(e => e.Entry.Text, StringComparer.Ordinal)
            .ThenBy(e => e.Entry.Key, StringComparer.Ordinal)
            .ThenBy(e => e.Entry.Group)
            .Select(e => e.Entry)
            .DistinctBy(e => (e.Group, e.Key))
            .ToList();
        var within = ranked.GroupBy(e => e.Group).SelectMany(group => group.Take(perGroup)).ToHashSet();
        var chosen = ranked.Where(within.Contains).Concat(ranked.Where(e => !within.Contains(e))).Take(most).ToHashSet();
        return [.. ranked.Where(chosen.Contains)];
    }

    private static bool Begins((string Written, string Read) word, string typed) =>
        word.Read.StartsWith(typed, StringComparison.Ordinal)
        || (Characters.Any(c => word.Read.Contains(c, StringComparison.Ordinal)) && word.Read.Contains(typed, StringComparison.Ordinal))
        || (word.Written.Contains('’') && word.Written.Split('’')[1].StartsWith(typed, StringComparison.Ordinal));

    // A space between all words, as two texts without spaces side by side would be one.
    private static string Written((string Written, string Read)[] words) => string.Join(' ', words.Select(w => w.Written));

    private static (string Written, string Read)[] Words(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Word(random))];

    private static (string Written, string Read) Word(Random random)
    {
        if (random.Next(4) > 0) return Spaced[random.Next(Spaced.Length)];
        var run = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Characters[random.Next(Characters.Length)]));
        return (run.Replace("ガ", random.Next(2) == 0 ? "ガ" : "カ\u3099", StringComparison.Ordinal), run);
    }

    // One to three beginnings of words, in capitals or not.
    private static (string Written, string Read)[] Typed(Random random) =>
    [
        .. Words(random, random.Next(1, 4)).Select(word =>
        {
            var letters = word.Read.EnumerateRunes().ToList();
            var start = string.Concat(letters.Take(random.Next(1, letters.Count + 1))).TrimEnd(',');
            return (random.Next(2) == 0 ? start : string.Concat(start.Select(char.ToUpperInvariant)), start);
        }),
    ];

    private static string AnyText(Random random, int longest = 120)
    {
        const string Likely = "aAé\u0301'’ʼ-., 1水ガｶﾞﾞไทยمكتبة\u0640\u064B\u200Dßﬃæ\uD842\uDFB7\uD842\uDFB7·ﻼ";
        var text = new StringBuilder();
        for (var i = random.Next(longest); i > 0; i--) text.Append(random.Next(4) == 0 ? (char)random.Next(char.MaxValue + 1) : Likely[random.Next(Likely.Length)]);
        return text.ToString();
    }
}
