using System.Diagnostics;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>
/// What the queries of a class took, one after another on one thread; milliseconds, and bytes on the heap for a whole answer. The limit is what the machine needs
/// for the work that no engine can leave out, <see cref="MachineLimits"/>; the median.
/// </summary>
internal sealed record QueryTimes(
    double CpuP50Ms, double CpuP95Ms, double CpuP99Ms, double P50Ms, double P95Ms, double P99Ms, long AllocatedBytes, double Hits, double LimitMs)
{
    // As many rounds as the Lucene benchmark has before the one that is compared; and for so long, since the compiler goes over code that is used much in its own time.
    private const int WarmUpRounds = 3;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(4);

    /// <summary>Runs the queries of all classes until what they run is compiled for good.</summary>
    public static void WarmUp(Searcher searcher, IEnumerable<BenchmarkQuery> queries)
    {
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < WarmUpRounds || Stopwatch.GetElapsedTime(start) < WarmUpTime; round++)
        {
            foreach (var query in queries) searcher.Search(query.Request);
        }
    }

    /// <summary>Runs the queries once more, for the clock.</summary>
    public static QueryTimes Measure(Searcher searcher, BenchmarkQuery[] queries, MachineLimits limits)
    {
        var limit = queries.Select(query => limits.Of(searcher, query)).ToArray();
        var wall = new double[queries.Length];
        var cpu = new double[queries.Length];
        var hits = 0.0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < queries.Length; i++)
        {
            var cpuStart = Clock.CpuMilliseconds();
            var start = Stopwatch.GetTimestamp();
            var result = searcher.Search(queries[i].Request);
            wall[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            cpu[i] = Clock.CpuMilliseconds() - cpuStart;
            hits += result.Total;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new(
            Percentile(cpu, 0.5), Percentile(cpu, 0.95), Percentile(cpu, 0.99),
            Percentile(wall, 0.5), Percentile(wall, 0.95), Percentile(wall, 0.99),
            allocated / queries.Length, hits / queries.Length, Percentile(limit, 0.5));
    }

    private static double Percentile(double[] times, double share)
    {
        Array.Sort(times);
        return Math.Round(times[Math.Min((int)(times.Length * share), times.Length - 1)], 4);
    }
}
