using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>What highlights add to an answer of ten documents: CPU milliseconds, the median of the differences.</summary>
internal sealed record HighlightTimes(double TenTextsMs)
{
    private const int WarmUps = 2;

    public static HighlightTimes Measure(Searcher searcher, IEnumerable<BenchmarkQuery> queries)
    {
        var differences = new List<double>();
        for (var round = 0; round <= WarmUps; round++)
        {
            differences.Clear();
            foreach (var query in queries)
            {
                var (plain, hits) = Time(searcher, query.Request);
                if (hits == query.Request.PageSize) differences.Add(Time(searcher, query.Request with { Highlight = true }).Milliseconds - plain);
            }
        }

        differences.Sort();
        return new(differences.Count == 0 ? 0 : Math.Round(differences[differences.Count / 2], 4));
    }

    private static (double Milliseconds, int Hits) Time(Searcher searcher, SearchRequest request)
    {
        var start = Clock.CpuMilliseconds();
        var answer = searcher.Search(request);
        return (Clock.CpuMilliseconds() - start, answer.Hits.Length);
    }
}
