namespace Practices.Benchmarks;

/// <summary>Our CPU medians beside Lucene's, class by class.</summary>
/// <param name="Classes">By class: both medians in milliseconds, how many times as fast ours is, and how many times the machine's limit it takes.</param>
/// <param name="GeometricMean">Of how many times as fast.</param>
internal sealed record Comparison(IReadOnlyDictionary<string, Comparison.Pair> Classes, double GeometricMean)
{
    public static Comparison Of(IReadOnlyDictionary<string, QueryTimes> ours, IReadOnlyDictionary<string, double> lucene)
    {
        var classes = ours.Where(pair => lucene.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => new Pair(
            lucene[pair.Key],
            pair.Value.CpuP50Ms,
            Math.Round(lucene[pair.Key] / pair.Value.CpuP50Ms, 2),
            pair.Value.LimitMs > 0 ? Math.Round(pair.Value.CpuP50Ms / pair.Value.LimitMs, 2) : null));
        return new(classes, Math.Round(Math.Exp(classes.Values.Select(pair => Math.Log(pair.TimesAsFast)).DefaultIfEmpty().Average()), 2));
    }

    internal sealed record Pair(double LuceneCpuP50Ms, double CpuP50Ms, double TimesAsFast, double? TimesTheLimit);
}
