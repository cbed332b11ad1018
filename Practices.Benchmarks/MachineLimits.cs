using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>
/// What this machine needs, at the least, for the work in a query that no engine can leave out: one step of BM25 for each posting that must be looked at, and the counting
/// of the facets, by the cheaper of two ways: one add for each hit and level of a facet from columns of one byte, or the bits of (result AND value) for each of the values.
/// Both are measured here on bare arrays of the index's size, so that the limit moves with the machine, its load and its caches. It is arithmetic, not an engine: it reads
/// no dictionary, decodes nothing and keeps no heap. Counting everything costs nothing: the counts are constants.
/// </summary>
internal sealed class MachineLimits
{
    // sdg, theme, region, subregion, country, source, year.
    private const int Levels = 7;
    private const int Values = 311;

    private readonly int _documents;
    private readonly double _bitmaps;
    private readonly double _perHitAndLevel;
    private readonly double _perPosting;

    /// <summary>Measures the machine.</summary>
    /// <param name="documents">How many documents the index has.</param>
    public MachineLimits(int documents)
    {
        _documents = documents;
        var bits = new ulong[(documents + 511) / 512 * 8];
        var values = new ulong[Values][];
        for (var i = 0; i < Values; i++) Array.Fill(values[i] = new ulong[bits.Length], 0x0123456789ABCDEFUL);
        _bitmaps = Best(() => Array.ForEach(values, value => _ = CountBoth(bits, value)));

        // Found documents lie apart: about every fourth.
        var draw = new Draw(1);
        var found = Enumerable.Range(0, documents).Where(_ => draw.Below(4) == 0).Append(0).Order().ToArray();
        var column = new byte[documents];
        for (var i = 0; i < documents; i++) column[i] = (byte)draw.Below(40);
        _perHitAndLevel = Best(() => Count(found, column)) / found.Length;

        var frequencies = new byte[found.Length];
        Array.Fill(frequencies, (byte)2);
        var norms = new float[documents];
        Array.Fill(norms, 1.2f);
        var scores = new float[documents];
        _perPosting = Best(() => Score(found, frequencies, norms, scores)) / found.Length;
    }

    /// <summary>The milliseconds that a query cannot go below.</summary>
    public double Of(Searcher searcher, BenchmarkQuery query)
    {
        int Hits(SearchRequest request) => searcher.Search(request with { PageSize = 0, CountFacets = false }).Total;
        var hits = Hits(query.Request);

        // A chosen facet is counted over what passes the others.
        var counted = (long)hits * Levels;
        foreach (var field in query.Request.Filters.Fields) counted += Hits(query.Request with { Filters = query.Request.Filters.Without(field) });
        var counting = hits == _documents ? 0 : Math.Min(counted * _perHitAndLevel, _bitmaps);

        // Where all words are wanted, each posting of the rarest, and as many of the others; of a prefix, one for each hit.
        var holders = query.Combination is Combination.Prefix ? [hits] : query.Words.Select(word => Hits(BenchmarkQuery.CountOf(word))).ToArray();
        var postings = holders.Length == 0 ? 0 : query.Combination is Combination.Any ? holders.Sum(count => (long)count) : (long)holders.Min() * holders.Length;
        return counting + (postings * _perPosting);
    }

    private static double Best(Action work)
    {
        const int rounds = 12;
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }

    // The bits of each byte by looking up its halves (Muła, Kurz and Lemire, "Faster population counts using AVX2 instructions", 2018).
    private static ulong CountBoth(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            var count = 0;
            for (var i = 0; i < one.Length; i++) count += BitOperations.PopCount(one[i] & other[i]);
            return (ulong)count;
        }

        var bitsOfHalf = Vector512.Create(Vector256.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
        var low = Vector512.Create((byte)15);
        var everyOther = Vector512.Create(0x00FF00FF00FF00FFUL);
        var sum = Vector512<ulong>.Zero;
        var ones = MemoryMarshal.Cast<ulong, Vector512<byte>>(one);
        var others = MemoryMarshal.Cast<ulong, Vector512<byte>>(other);
        for (var i = 0; i < ones.Length; i++)
        {
            var both = ones[i] & others[i];
            var bits = (Vector512.Shuffle(bitsOfHalf, both & low) + Vector512.Shuffle(bitsOfHalf, (both.AsUInt16() >> 4).AsByte() & low)).AsUInt64();

            // No byte is above 8: two, then four, then all eight of a word add up in its lowest places without a carry into the next.
            bits = (bits & everyOther) + ((bits >> 8) & everyOther);
            bits += bits >> 16;
            sum += (bits + (bits >> 32)) & Vector512.Create(0xFFFFUL);
        }

        return Vector512.Sum(sum);
    }

    private static int Count(ReadOnlySpan<int> docs, ReadOnlySpan<byte> column)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var doc in docs) counts[column[doc]]++;
        return counts[0];
    }

    private static float Score(ReadOnlySpan<int> docs, ReadOnlySpan<byte> frequencies, ReadOnlySpan<float> norms, Span<float> scores)
    {
        for (var i = 0; i < docs.Length; i++)
        {
            var frequency = (float)frequencies[i];
            scores[docs[i]] += frequency / (frequency + norms[docs[i]]);
        }

        return scores[0];
    }
}
