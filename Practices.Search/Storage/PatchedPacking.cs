using System.Buffers.Binary;
using System.Numerics;

namespace Practices.Search.Storage;

/// <summary>
/// Numbers packed to the width that suits most of them; the few that are wider have their upper bits listed apart, each with its place
/// (Zukowski, Heman, Nes and Boncz, "Super-scalar RAM-CPU cache compression", 2006). Only whole blocks have exceptions.
/// <para>Packed numbers come first, then for each exception a byte with its place and two with its upper bits.</para>
/// </summary>
internal static class PatchedPacking
{
    private const int ExceptionLength = 3;
    private const int UpperBits = 16;

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
        var wider = 0;
        for (var width = widest - 1; width >= 0 && width >= widest - UpperBits; width--)
        {
            wider += withWidth[width + 1];
            if (wider > byte.MaxValue) break;
            if (LengthOf(numbers.Length, width, wider) < LengthOf(numbers.Length, best.Width, best.Exceptions)) best = (width, wider);
        }

        return best;
    }

    /// <summary>Bytes that some numbers take.</summary>
    public static int LengthOf(int count, int width, int exceptions) => BitPacking.LengthOf(count, width) + (exceptions * ExceptionLength);

    /// <summary>Adds numbers to some bytes.</summary>
    public static void Pack(Span<uint> numbers, int width, int exceptions, ByteBuffer target)
    {
        Span<byte> listed = stackalloc byte[exceptions * ExceptionLength];
        var at = listed;
        for (var i = 0; exceptions > 0 && i < numbers.Length; i++)
        {
            var upper = numbers[i] >> width;
            if (upper == 0) continue;
            at[0] = (byte)i;
            BinaryPrimitives.WriteUInt16LittleEndian(at[1..], (ushort)upper);
            at = at[ExceptionLength..];
            numbers[i] &= (1u << width) - 1;
        }

        BitPacking.Pack(numbers, width, target);
        target.Write(listed);
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    public static void Unpack(ReadOnlySpan<byte> source, int width, int exceptions, Span<uint> numbers)
    {
        BitPacking.Unpack(source, width, numbers);
        if (exceptions == 0) return;
        var listed = source.Slice(BitPacking.LengthOf(numbers.Length, width), exceptions * ExceptionLength);
        for (; listed.Length > 0; listed = listed[ExceptionLength..]) numbers[listed[0]] |= (uint)BinaryPrimitives.ReadUInt16LittleEndian(listed[1..]) << width;
    }
}
