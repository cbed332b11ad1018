using System.Diagnostics;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>What the queries of a class took, one after another on one thread.</summary>
internal sealed record QueryTimes(double CpuP50Ms, double CpuP95Ms, double CpuP99Ms, double P50Ms, double P95Ms, double P99Ms, long AllocatedBytes, double Hits)
{
    /// <summary>Runs the queries twice, and measures the second time.</summary>
    public static QueryTimes Measure(Searcher searcher, BenchmarkQuery[] queries)
    {
        foreach (var query in queries) searcher.Search(query.Request);

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
        Array.Sort(wall);
        Array.Sort(cpu);
        return new(
            Percentile(cpu, 0.5), Percentile(cpu, 0.95), Percentile(cpu, 0.99),
            Percentile(wall, 0.5), Percentile(wall, 0.95), Percentile(wall, 0.99),
            allocated / queries.Length, hits / queries.Length);
    }

    private static double Percentile(double[] sorted, double share) => Math.Round(sorted[Math.Min((int)(sorted.Length * share), sorted.Length - 1)], 4);
}
