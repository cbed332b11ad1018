using Practices.Search.Analysis;
using Practices.Search.Facets;

namespace Practices.Benchmarks;

/// <summary>Queries for a seeded corpus, of the classes and by the names that other engines' runs use.</summary>
internal sealed class SeededQueries(int documents, int perClass)
{
    private const int Frequent = 0;
    private const int Common = 1;
    private const int Middling = 2;

    // The shares of documents that hold a word.
    private static readonly (double Low, double High)[] Bands = [(0.2, 0.9), (0.04, 0.2), (0.005, 0.03)];

    private readonly string[][] _words = [.. Bands.Select(band => WordsOf(band.Low, band.High))];
    private Draw _draw = new(0x51554552);

    public Dictionary<string, BenchmarkQuery[]> Make() => new()
    {
        ["a_matchall"] = Each(() => Of(Combination.All)),
        ["b_high"] = Each(() => Of(Combination.All, Word(Frequent))),
        ["c_mid"] = Each(() => Of(Combination.All, Word(Middling))),
        ["d_and2"] = Each(() => Of(Combination.All, Two())),
        ["e_or3"] = Each(() => Of(Combination.Any, Word(Frequent), Word(Common), Word(Middling))),
        ["f_phrase2"] = Each(() => Of(Combination.Phrase, Pair())),
        ["g_prefix"] = Each(() => Of(Combination.Prefix, Word(Common + _draw.Below(2))[..3])),
        ["h_and2_drill2"] = Each(() => BenchmarkQuery.Of(Combination.All, TwoChoices(), Two())),
    };

    private static BenchmarkQuery Of(Combination combination, params string[] words) => BenchmarkQuery.Of(combination, FacetSelection.Empty, words);

    private BenchmarkQuery[] Each(Func<BenchmarkQuery> make) => [.. Enumerable.Range(0, perClass).Select(_ => make())];

    private string Word(int band) => _words[band][_draw.Below(_words[band].Length)];

    private string[] Two()
    {
        var first = Word(_draw.Below(2));
        while (true)
        {
            if (Word(Common) is var second && second != first) return [first, second];
        }
    }

    // Pairs that keep together, the frequent ones more often.
    private string[] Pair()
    {
        var (first, second) = SeededCorpus.WordPairs[(int)(Math.Pow(_draw.Fraction(), 2) * SeededCorpus.WordPairs.Count)];
        return [Vocabulary.Word(first), Vocabulary.Word(second)];
    }

    // Values of two different facets that one document carries.
    private FacetSelection TwoChoices()
    {
        var document = SeededCorpus.Generate(_draw.Below(documents));
        var facet = _draw.Below(5);
        var filters = FacetSelection.Empty;
        foreach (var field in new[] { Corpus.Schema.Facets[facet], Corpus.Schema.Facets[(facet + 1 + _draw.Below(4)) % 5] })
        {
            var labels = document.Facets.First(value => value.Facet == field).Labels;
            filters = filters.With(field, FacetPath.Of(field == "geo" ? labels[..(1 + (document.Number % 2))] : labels));
        }

        return filters;
    }

    // Without the few that are stop words: beside other words of a query they do not count.
    private static string[] WordsOf(double low, double high) =>
    [
        .. Enumerable.Range(0, Vocabulary.Count)
            .Where(rank => Vocabulary.ShareOfDocuments(rank, SeededCorpus.BodyWords) is var share && share >= low && share < high)
            .Select(Vocabulary.Word).Where(word => !IsStopWord(word)),
    ];

    private static bool IsStopWord(string word)
    {
        foreach (var token in Analyzers.For("en").Analyze(word))
        {
            if (token.IsStopWord) return true;
        }

        return false;
    }
}
