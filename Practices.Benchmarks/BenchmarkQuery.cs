using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>One query, as the engine is asked and as a program can check that reads every document.</summary>
/// <param name="Request">The search.</param>
/// <param name="Matches">Whether a document is to be found, filters apart.</param>
internal sealed record BenchmarkQuery(SearchRequest Request, Func<SeededDocument, bool> Matches)
{
    public const int PerClass = 300;

    /// <summary>The classes of queries, by the names that other engines' runs use.</summary>
    public static Dictionary<string, BenchmarkQuery[]> Classes(SeededCorpus corpus, int documents)
    {
        var draw = new Draw(0x51554552);
        int Pick(double low, double high)
        {
            while (true)
            {
                var rank = draw.Below(20_000) is var any && low > 0.03 ? any % 300 : any;
                if (Vocabulary.ShareOfDocuments(rank, SeededCorpus.BodyWords) is var share && share >= low && share < high) return rank;
            }
        }

        int Frequent() => Pick(0.2, 0.9);
        int Common() => Pick(0.04, 0.2);
        int Middling() => Pick(0.005, 0.03);
        BenchmarkQuery[] Make(Func<BenchmarkQuery> make) => [.. Enumerable.Range(0, PerClass).Select(_ => make())];
        BenchmarkQuery Both() => All(draw.Below(2) == 0 ? Frequent() : Common(), Common());
        return new()
        {
            ["a_matchall"] = Make(() => new(Asked(""), _ => true)),
            ["b_high"] = Make(() => All(Frequent())),
            ["c_mid"] = Make(() => All(Middling())),
            ["d_and2"] = Make(Both),
            ["e_or3"] = Make(() => Any(Frequent(), Common(), Middling())),
            ["f_phrase2"] = Make(() => Phrase(corpus.WordPairs[(int)(Math.Pow(draw.Fraction(), 2) * corpus.WordPairs.Count)])),
            ["g_prefix"] = Make(() => Prefix(Vocabulary.Word(draw.Below(2) == 0 ? Common() : Middling())[..3])),
            ["h_and2_drill2"] = Make(() => Drilled(Both(), corpus.Generate(draw.Below(documents)), draw.Below(5), 1 + draw.Below(4))),
            ["d_and2_highlighted"] = Make(() => Both() is var query ? query with { Request = query.Request with { Highlight = true } } : query),
        };
    }

    private static SearchRequest Asked(string text) => new() { Text = text, PageSize = 10, Highlight = false, Correct = false };

    private static BenchmarkQuery All(params int[] words) =>
        new(Asked(string.Join(' ', words.Select(Vocabulary.Word))), document => words.All(word => Holds(document, word)));

    private static BenchmarkQuery Any(params int[] words) =>
        new(Asked(string.Join(" OR ", words.Select(Vocabulary.Word))), document => words.Any(word => Holds(document, word)));

    private static BenchmarkQuery Phrase((int First, int Second) pair)
    {
        bool Together(int[] words) => Enumerable.Range(1, words.Length - 1).Any(i => words[i - 1] == pair.First && words[i] == pair.Second);
        return new(
            Asked($"\"{Vocabulary.Word(pair.First)} {Vocabulary.Word(pair.Second)}\""),
            document => Together(document.Title) || Together(document.Body));
    }

    private static BenchmarkQuery Prefix(string prefix) => new(
        Asked(prefix + "*"),
        document => document.Title.Concat(document.Body).Any(word => Vocabulary.Word(word).StartsWith(prefix, StringComparison.Ordinal)));

    // Narrowed by two different facets, to values that one document carries.
    private static BenchmarkQuery Drilled(BenchmarkQuery query, SeededDocument document, int facet, int step)
    {
        var filters = FacetSelection.Empty;
        foreach (var field in new[] { SeededCorpus.Schema.Facets[facet], SeededCorpus.Schema.Facets[(facet + step) % 5] })
        {
            var labels = document.Facets.First(value => value.Facet == field).Labels;
            filters = filters.With(field, FacetPath.Of(field == "geo" ? labels[..(1 + (document.Number % 2))] : labels));
        }

        return query with { Request = query.Request with { Filters = filters } };
    }

    private static bool Holds(SeededDocument document, int word) => Array.IndexOf(document.Body, word) >= 0 || Array.IndexOf(document.Title, word) >= 0;
}
