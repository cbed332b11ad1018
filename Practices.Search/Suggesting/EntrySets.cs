using System.Numerics;
using System.Runtime.InteropServices;

namespace Practices.Search.Suggesting;

/// <summary>Sets of entries as bits, 64 to a number: entry 0 is the lowest bit of the first.</summary>
internal static class EntrySets
{
    /// <summary>How many numbers hold a set.</summary>
    /// <param name="entries">How many entries there are.</param>
    public static int Length(int entries) => (entries + 63) / 64;

    /// <summary>Puts entries in.</summary>
    public static void Add(Span<ulong> set, ReadOnlySpan<int> entries)
    {
        foreach (var entry in entries) set[entry >> 6] |= 1UL << entry;
    }

    /// <summary>Keeps what is in another set of the same length too.</summary>
    public static void And(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(set);
        var wideOther = MemoryMarshal.Cast<ulong, Vector<ulong>>(other);
        for (var i = 0; i < wide.Length; i++) wide[i] &= wideOther[i];
        for (var i = wide.Length * Vector<ulong>.Count; i < set.Length; i++) set[i] &= other[i];
    }

    /// <summary>Takes out what is in another set of the same length.</summary>
    public static void AndNot(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < set.Length; i++) set[i] &= ~other[i];
    }

    /// <summary>The first entry of a set in a range.</summary>
    /// <param name="set">The set.</param>
    /// <param name="from">The first of the range.</param>
    /// <param name="end">One after its last.</param>
    /// <returns>The entry; -1 where there is none.</returns>
    public static int First(ReadOnlySpan<ulong> set, int from, int end)
    {
        if (from >= end) return -1;
        var index = from >> 6;
        var bits = set[index] & (ulong.MaxValue << from);
        while (bits == 0)
        {
            if (++index << 6 >= end) return -1;
            bits = set[index];
        }

        var first = (index << 6) + BitOperations.TrailingZeroCount(bits);
        return first < end ? first : -1;
    }
}
