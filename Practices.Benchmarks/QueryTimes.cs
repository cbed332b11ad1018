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
    // As many as the Lucene benchmark has before the round that is compared, and long enough for the compiler, which works beside them.
    private const int WarmUps = 3;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1.5);

    /// <summary>Runs the queries some times to warm up, and once for the clock.</summary>
    public static QueryTimes Measure(Searcher searcher, BenchmarkQuery[] queries, MachineLimits limits)
    {
        var limit = queries.Select(query => limits.Of(searcher, query)).ToArray();
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; round < WarmUps || Stopwatch.GetElapsedTime(begun) < WarmUpTime; round++)
        {
            foreach (var query in queries) searcher.Search(query.Request);
        }

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
