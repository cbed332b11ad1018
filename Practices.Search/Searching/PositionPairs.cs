using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>Counts the places at which two words stand at a distance from each other, without a branch that depends on where they are: these cannot be foreseen by a processor.</summary>
internal static class PositionPairs
{
    // Every position of one word is held against every one of the other, eight at once, which is the faster way while there are not too many of them.
    private const int MostCompared = 128;

    /// <summary>How many of some positions have one of others behind them.</summary>
    /// <param name="first">The positions of the first word, each once.</param>
    /// <param name="second">Those of the second.</param>
    /// <param name="distance">How far behind.</param>
    public static int Count(PostingPositions first, PostingPositions second, int distance)
    {
        // So that sums can be held against sums.
        distance += second.Before - first.Before;
        var most = Math.Max(first.Count, second.Count);
        return most <= Vector128<int>.Count ? CountFewest(first.Sums, second.Sums, distance) : CountMore(first, second, distance, most);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CountMore(PostingPositions first, PostingPositions second, int distance, int most)
    {
        if (most <= Vector256<int>.Count) return CountFew(first.Sums, second.Sums, distance);
        if (most > MostCompared) return CountInOrder(first, second, distance);
        return first.Count <= second.Count ? CountCompared(first.Sums, second.Sums, distance) : CountCompared(second.Sums, first.Sums, -distance);
    }

    // As below, in half a vector: most words stand in a document but once or twice.
    private static int CountFewest(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int distance)
    {
        if (first.IsEmpty) return 0;
        ref var start = ref MemoryMarshal.GetReference(first);
        var own = Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(first.Length));
        var wanted = Vector128.ConditionalSelect(own, Vector128.LoadUnsafe(ref start), Vector128.Create(start)) + Vector128.Create(distance);
        var still = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(second));
        var found = Vector128.Equals(still, wanted) | Vector128.Equals(still, Vector128.Shuffle(wanted, Vector128.Create(1, 2, 3, 0)))
            | Vector128.Equals(still, Vector128.Shuffle(wanted, Vector128.Create(2, 3, 0, 1))) | Vector128.Equals(still, Vector128.Shuffle(wanted, Vector128.Create(3, 0, 1, 2)));
        return BitOperations.PopCount(found.ExtractMostSignificantBits() & ((1u << second.Length) - 1));
    }

    // All are in one vector each: the one is held against the other in its eight rotations.
    private static int CountFew(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int distance)
    {
        if (first.IsEmpty) return 0;
        var own = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(first.Length));
        var turning = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(first));

        // What lies behind the first word's last position becomes its first once more, which changes nothing.
        turning = Vector256.ConditionalSelect(own, turning, Vector256.Create(first[0])) + Vector256.Create(distance);
        var still = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(second));
        var found = Vector256.Equals(still, turning);
        for (var turn = 1; turn < Vector256<int>.Count; turn++)
        {
            turning = Vector256.Shuffle(turning, Vector256.Create(1, 2, 3, 4, 5, 6, 7, 0));
            found |= Vector256.Equals(still, turning);
        }

        return BitOperations.PopCount(found.ExtractMostSignificantBits() & ((1u << second.Length) - 1));
    }

    private static int CountCompared(ReadOnlySpan<int> few, ReadOnlySpan<int> many, int distance)
    {
        ref var from = ref MemoryMarshal.GetReference(many);
        var count = 0;
        for (var start = 0; start < many.Length; start += Vector256<int>.Count)
        {
            // What lies behind the last position may be read, and is left out of the count.
            var vector = Vector256.LoadUnsafe(ref from, (nuint)start);
            var found = Vector256<int>.Zero;
            foreach (var position in few) found |= Vector256.Equals(vector, Vector256.Create(position + distance));
            count += BitOperations.PopCount(found.ExtractMostSignificantBits() & ((1u << Math.Min(many.Length - start, Vector256<int>.Count)) - 1));
        }

        return count;
    }

    private static int CountInOrder(PostingPositions first, PostingPositions second, int distance)
    {
        distance += first.Before - second.Before;
        var (count, at) = (0, 0);
        for (var i = 0; i < first.Count; i++)
        {
            var wanted = first[i] + distance;
            while (at < second.Count && second[at] < wanted) at++;
            if (at == second.Count) break;
            if (second[at] == wanted) count++;
        }

        return count;
    }
}
