namespace Practices.Benchmarks;

/// <summary>Random numbers that are the same on every machine and runtime: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal struct Draw(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to 1, without 1.</summary>
    public double Fraction()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>From 0 to one less than a count.</summary>
    public int Below(int count) => (int)(Fraction() * count);

    /// <summary>An index of a table of cumulated weights, more often where the weight is larger.</summary>
    public int Weighted(double[] cumulated)
    {
        var found = Array.BinarySearch(cumulated, Fraction() * cumulated[^1]);
        return Math.Min(found < 0 ? ~found : found, cumulated.Length - 1);
    }

    /// <summary>The sums of the first weights, for <see cref="Weighted"/>.</summary>
    public static double[] Cumulate(int count, Func<int, double> weight)
    {
        var sum = 0.0;
        return [.. Enumerable.Range(0, count).Select(i => sum += weight(i))];
    }
}
