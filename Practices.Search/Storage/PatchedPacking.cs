using System.Numerics;

namespace Practices.Search.Storage;

/// <summary>
/// Numbers packed to the width that suits most of them; the few that are wider have their upper bits listed apart, each with its place
/// (Zukowski, Heman, Nes and Boncz, "Super-scalar RAM-CPU cache compression", 2006). Only whole blocks have exceptions.
/// <para>Packed numbers come first. Where there are exceptions a byte follows with the width of their upper bits, then a byte for the place of each, then the upper bits, packed.</para>
/// </summary>
internal static class PatchedPacking
{
    /// <summary>The width that takes the fewest bytes, and how many numbers are wider.</summary>
    public static (int Width, int Exceptions) Choose(ReadOnlySpan<uint> numbers)
    {
        Span<int> withWidth = stackalloc int[33];
        withWidth.Clear();
        var widest = 0;
        foreach (var number in numbers)
        {
            var width = 32 - BitOperations.LeadingZeroCount(number);
            withWidth[width]++;
            widest = Math.Max(widest, width);
        }

        var best = (Width: widest, Exceptions: 0);
        if (numbers.Length < BitPacking.BlockSize) return best;
        var least = BitPacking.LengthOf(numbers.Length, widest);
        var wider = 0;
        for (var width = widest - 1; width >= 0; width--)
        {
            wider += withWidth[width + 1];
            if (wider > byte.MaxValue) break;
            var length = BitPacking.LengthOf(numbers.Length, width) + PatchesLength(wider, widest - width);
            if (length >= least) continue;
            least = length;
            best = (width, wider);
        }

        return best;
    }

    /// <summary>Adds numbers to some bytes, and takes the upper bits from those that are wider.</summary>
    public static void Pack(Span<uint> numbers, int width, int exceptions, ByteBuffer target)
    {
        Span<byte> places = stackalloc byte[exceptions];
        Span<uint> uppers = stackalloc uint[exceptions];
        var listed = 0;
        for (var i = 0; listed < exceptions; i++)
        {
            var upper = numbers[i] >> width;
            if (upper == 0) continue;
            places[listed] = (byte)i;
            uppers[listed++] = upper;
            numbers[i] &= (1u << width) - 1;
        }

        BitPacking.Pack(numbers, width, target);
        if (exceptions == 0) return;
        var upperWidth = BitPacking.WidthOf(uppers);
        target.Write([(byte)upperWidth]);
        target.Write(places);
        BitPacking.PackBits(uppers, upperWidth, target);
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    /// <param name="source">Begins with the packed bytes; at least <see cref="BitPacking.Slack"/> more follow them.</param>
    /// <param name="width">Bits of a number, but for the upper bits of exceptions.</param>
    /// <param name="exceptions">How many exceptions there are.</param>
    /// <param name="numbers">Receives the numbers; as many as were packed.</param>
    /// <returns>How many bytes they took.</returns>
    public static int Unpack(ReadOnlySpan<byte> source, int width, int exceptions, Span<uint> numbers)
    {
        BitPacking.Unpack(source, width, numbers);
        var length = BitPacking.LengthOf(numbers.Length, width);
        if (exceptions == 0) return length;
        var upperWidth = source[length];
        var places = source.Slice(length + 1, exceptions);
        var uppers = source[(length + 1 + exceptions)..];
        for (var i = 0; i < places.Length; i++) numbers[places[i]] |= BitPacking.At(uppers, upperWidth, i) << width;
        return length + PatchesLength(exceptions, upperWidth);
    }

    /// <summary>Bytes that numbers take which lie at the beginning of some.</summary>
    public static int LengthOf(ReadOnlySpan<byte> source, int count, int width, int exceptions)
    {
        var length = BitPacking.LengthOf(count, width);
        return exceptions == 0 ? length : length + PatchesLength(exceptions, source[length]);
    }

    private static int PatchesLength(int exceptions, int upperWidth) => 1 + exceptions + BitPacking.LengthOf(exceptions, upperWidth);
}
