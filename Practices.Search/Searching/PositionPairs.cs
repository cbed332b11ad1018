using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Practices.Search.Searching;

/// <summary>Counts the places at which two words stand at a distance from each other, without a branch that depends on where they are: these cannot be foreseen by a processor.</summary>
internal static class PositionPairs
{
    // Every position of one word is held against every one of the other, eight at once, which is the faster way while there are not too many of them.
    private const int MostCompared = 128;

    /// <summary>How many of some positions have one of others behind them.</summary>
    /// <param name="first">Ascending positions of the first word.</param>
    /// <param name="second">Ascending positions of the second.</param>
    /// <param name="distance">How far behind.</param>
    public static int Count(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int distance)
    {
        if (Math.Max(first.Length, second.Length) > MostCompared) return CountInOrder(first, second, distance);
        return first.Length <= second.Length ? CountCompared(first, second, distance) : CountCompared(second, first, -distance);
    }

    private static int CountCompared(ReadOnlySpan<int> few, ReadOnlySpan<int> many, int distance)
    {
        var whole = many.Length - (many.Length % Vector256<int>.Count);

        // No position is as small as what fills the vector up.
        Span<int> rest = stackalloc int[Vector256<int>.Count];
        rest.Fill(int.MinValue);
        many[whole..].CopyTo(rest);
        var last = Vector256.Create<int>(rest);
        var vectors = MemoryMarshal.Cast<int, Vector256<int>>(many);
        var found = Vector256<int>.Zero;
        foreach (var position in few)
        {
            var wanted = Vector256.Create(position + distance);
            found -= Vector256.Equals(last, wanted);
            foreach (var vector in vectors) found -= Vector256.Equals(vector, wanted);
        }

        return Vector256.Sum(found);
    }

    private static int CountInOrder(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int distance)
    {
        var (count, at) = (0, 0);
        foreach (var position in first)
        {
            while (at < second.Length && second[at] < position + distance) at++;
            if (at == second.Length) break;
            if (second[at] == position + distance) count++;
        }

        return count;
    }
}
