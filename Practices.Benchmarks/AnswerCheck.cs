using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>Holds totals and facet counts of a sample of queries against those of a program that reads every document.</summary>
internal static class AnswerCheck
{
    private const int PerClass = 3;

    /// <summary>Checks the sample; returns how many queries were right.</summary>
    /// <exception cref="InvalidOperationException">An answer is wrong.</exception>
    public static int Run(SeededCorpus corpus, int documents, Searcher searcher, Dictionary<string, BenchmarkQuery[]> classes)
    {
        var sample = classes.SelectMany(pair => pair.Value.Take(PerClass)).Select(query => (Query: query, Counts: new Dictionary<(string Facet, string Path), int>())).ToArray();
        var totals = new int[sample.Length];
        for (var number = 0; number < documents; number++)
        {
            var document = corpus.Generate(number);
            for (var i = 0; i < sample.Length; i++)
            {
                if (!sample[i].Query.Matches(document)) continue;
                var failed = sample[i].Query.Request.Filters.Fields.Where(field => !Passes(document, sample[i].Query.Request.Filters, field)).ToArray();
                if (failed.Length == 0) totals[i]++;
                foreach (var (facet, path) in Steps(document).Distinct())
                {
                    // Drill-sideways: a facet's own choice does not shrink it.
                    if (failed.Length > 1 || (failed.Length == 1 && failed[0] != facet)) continue;
                    sample[i].Counts[(facet, path)] = sample[i].Counts.GetValueOrDefault((facet, path)) + 1;
                }
            }
        }

        for (var i = 0; i < sample.Length; i++)
        {
            var answer = searcher.Search(sample[i].Query.Request);
            var counts = answer.Facets.SelectMany(facet => facet.Values.Where(value => value.Count > 0).Select(value => ((facet.Field, value.Path.Text), value.Count)));
            if (answer.Total != totals[i] || !counts.ToHashSet().SetEquals(sample[i].Counts.Select(pair => (pair.Key, pair.Value))))
                throw new InvalidOperationException($"\"{sample[i].Query.Request.Text}\" finds {answer.Total} documents; reading all finds {totals[i]}, or the facet counts differ.");
        }

        return sample.Length;
    }

    private static bool Passes(SeededDocument document, FacetSelection filters, string field) =>
        filters[field].Any(path => Steps(document).Contains((field, path.Text)));

    private static IEnumerable<(string Facet, string Path)> Steps(SeededDocument document) => document.Facets.SelectMany(value =>
        Enumerable.Range(1, value.Labels.Length).Select(depth => (value.Facet, FacetPath.Of(value.Labels.AsSpan(0, depth)).Text)));
}
