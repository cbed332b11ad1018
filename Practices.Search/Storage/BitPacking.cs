using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Practices.Search.Storage;

/// <summary>
/// Numbers in as many bits as the largest of them needs. A whole block of 128 lies in four lanes, number i in lane i mod 4, so that four are unpacked
/// by one instruction (Lemire and Boytsov, "Decoding billions of integers per second through vectorization", 2015). Any other count lies bit after bit, so that each can be read alone.
/// </summary>
internal static class BitPacking
{
    /// <summary>Numbers in a whole block.</summary>
    public const int BlockSize = 128;

    /// <summary>Bytes that must be readable after the last packed byte.</summary>
    public const int Slack = sizeof(ulong);

    private const int Lanes = 4;
    private const int Rows = BlockSize / Lanes;

    /// <summary>Bits that the largest number needs; 0 when all are 0.</summary>
    public static int WidthOf(ReadOnlySpan<uint> numbers)
    {
        var all = 0u;
        foreach (var number in numbers) all |= number;
        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Bytes that some numbers take.</summary>
    public static int LengthOf(int count, int width) => ((count * width) + 7) / 8;

    /// <summary>Adds a block, or fewer numbers, to some bytes.</summary>
    public static void Pack(ReadOnlySpan<uint> numbers, int width, ByteBuffer target)
    {
        if (width == 0) return;
        if (numbers.Length == BlockSize) PackLanes(numbers, width, target);
        else PackBits(numbers, width, target);
    }

    /// <summary>Adds numbers bit after bit, however many they are.</summary>
    public static void PackBits(ReadOnlySpan<uint> numbers, int width, ByteBuffer target)
    {
        var pending = 0UL;
        var bits = 0;
        Span<byte> next = stackalloc byte[sizeof(ulong)];
        foreach (var number in numbers)
        {
            pending |= (ulong)number << bits;
            bits += width;
            var whole = bits / 8;
            MemoryMarshal.Write(next, pending);
            target.Write(next[..whole]);
            pending = whole == sizeof(ulong) ? 0 : pending >> (whole * 8);
            bits %= 8;
        }

        if (bits > 0) target.Write([(byte)pending]);
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    /// <param name="source">Begins with the packed bytes; at least <see cref="Slack"/> more follow them.</param>
    /// <param name="width">Bits of a number.</param>
    /// <param name="numbers">Receives them; as many as were packed.</param>
    public static void Unpack(ReadOnlySpan<byte> source, int width, Span<uint> numbers)
    {
        if (width == 0) numbers.Clear();
        else if (numbers.Length == BlockSize) UnpackLanes(source, width, numbers);
        else UnpackBits(source, width, numbers);
    }

    /// <summary>Reads one number of those that <see cref="PackBits"/> wrote.</summary>
    public static uint At(ReadOnlySpan<byte> source, int width, int index)
    {
        var bit = (long)index * width;
        var word = MemoryMarshal.Read<ulong>(source[(int)(bit >> 3)..]);
        return (uint)((word >> (int)(bit & 7)) & ((1UL << width) - 1));
    }

    /// <summary>Reads numbers that <see cref="PackBits"/> wrote, from the first on.</summary>
    public static void UnpackBits(ReadOnlySpan<byte> source, int width, Span<uint> numbers)
    {
        // One check for all that is read below.
        ref var from = ref MemoryMarshal.GetReference(source[..(LengthOf(numbers.Length, width) + Slack)]);
        var mask = (1UL << width) - 1;
        var bit = 0;
        foreach (ref var number in numbers)
        {
            number = (uint)((Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, bit >> 3)) >> (bit & 7)) & mask);
            bit += width;
        }
    }

    private static void PackLanes(ReadOnlySpan<uint> numbers, int width, ByteBuffer target)
    {
        Span<uint> words = stackalloc uint[Lanes * width];
        words.Clear();
        for (var i = 0; i < BlockSize; i++)
        {
            var bit = i / Lanes * width;
            var word = (bit / 32 * Lanes) + (i % Lanes);
            var shift = bit % 32;
            words[word] |= numbers[i] << shift;
            if (shift + width > 32) words[word + Lanes] |= numbers[i] >> (32 - shift);
        }

        target.Write(MemoryMarshal.AsBytes(words));
    }

    private static void UnpackLanes(ReadOnlySpan<byte> source, int width, Span<uint> numbers)
    {
        // One check for all that is read and written below.
        ref var from = ref MemoryMarshal.GetReference(source[..(Lanes * width * sizeof(uint))]);
        ref var to = ref MemoryMarshal.GetReference(numbers[..BlockSize]);
        var length = Lanes * width * sizeof(uint);
        var mask = Vector128.Create(width == 32 ? uint.MaxValue : (1u << width) - 1);
        var word = Vector128.LoadUnsafe(ref from).AsUInt32();
        var next = Vector128<byte>.Count;
        var shift = 0;
        for (var row = 0; row < Rows; row++)
        {
            var packed = Vector128.ShiftRightLogical(word, shift);
            shift += width;
            if (shift >= 32 && next < length)
            {
                shift -= 32;
                word = Vector128.LoadUnsafe(ref from, (nuint)next).AsUInt32();
                next += Vector128<byte>.Count;
                if (shift > 0) packed |= Vector128.ShiftLeft(word, width - shift);
            }

            (packed & mask).StoreUnsafe(ref to, (nuint)(row * Lanes));
        }
    }
}
