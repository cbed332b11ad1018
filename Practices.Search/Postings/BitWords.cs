using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Practices.Search.Postings;

/// <summary>
/// Joins and counts runs of bits, as many at once as the machine can. Bits are counted by looking up both halves of each byte in a table held in a vector
/// (Mula, Kurz and Lemire, "Faster population counts using AVX2 instructions", 2018), by 512 or 256 bits; on other machines word by word.
/// </summary>
internal static class BitWords
{
    private static readonly Vector512<byte> Counts512 = Vector512.Create(Vector256.Create(CountsOfNibbles, CountsOfNibbles), Vector256.Create(CountsOfNibbles, CountsOfNibbles));

    private static Vector128<byte> CountsOfNibbles => Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    /// <summary>How many bits are set.</summary>
    public static int Count(ReadOnlySpan<ulong> words) => CountAnd(words, words);

    /// <summary>How many bits are set in both of two runs of one length.</summary>
    public static int CountAnd(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        if (Avx512BW.IsSupported) return CountAnd512(a, b);
        if (Avx2.IsSupported) return CountAnd256(a, b);
        return CountAndScalar(a, b);
    }

    /// <summary>Keeps what is set in another run too.</summary>
    public static void And(Span<ulong> words, ReadOnlySpan<ulong> other)
    {
        var a = MemoryMarshal.Cast<ulong, Vector<ulong>>(words);
        var b = MemoryMarshal.Cast<ulong, Vector<ulong>>(other[..words.Length]);
        for (var i = 0; i < a.Length; i++) a[i] &= b[i];
        for (var i = a.Length * Vector<ulong>.Count; i < words.Length; i++) words[i] &= other[i];
    }

    /// <summary>Keeps what is not set in another run.</summary>
    public static void AndNot(Span<ulong> words, ReadOnlySpan<ulong> other)
    {
        var a = MemoryMarshal.Cast<ulong, Vector<ulong>>(words);
        var b = MemoryMarshal.Cast<ulong, Vector<ulong>>(other[..words.Length]);
        for (var i = 0; i < a.Length; i++) a[i] = Vector.AndNot(a[i], b[i]);
        for (var i = a.Length * Vector<ulong>.Count; i < words.Length; i++) words[i] &= ~other[i];
    }

    /// <summary>Adds what is set in another run.</summary>
    public static void Or(Span<ulong> words, ReadOnlySpan<ulong> other)
    {
        var a = MemoryMarshal.Cast<ulong, Vector<ulong>>(words);
        var b = MemoryMarshal.Cast<ulong, Vector<ulong>>(other[..words.Length]);
        for (var i = 0; i < a.Length; i++) a[i] |= b[i];
        for (var i = a.Length * Vector<ulong>.Count; i < words.Length; i++) words[i] |= other[i];
    }

    internal static int CountAnd512(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var nibble = Vector512.Create((byte)0x0F);
        var table = Counts512;
        var sums = Vector512<ulong>.Zero;
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(b[..a.Length]);
        var whole = a.Length - (a.Length % Vector512<ulong>.Count);
        for (var i = 0; i < whole; i += Vector512<ulong>.Count)
        {
            var both = (Vector512.LoadUnsafe(ref first, (nuint)i) & Vector512.LoadUnsafe(ref second, (nuint)i)).AsByte();
            var low = Avx512BW.Shuffle(table, both & nibble);
            var high = Avx512BW.Shuffle(table, Vector512.ShiftRightLogical(both.AsUInt16(), 4).AsByte() & nibble);
            sums += Avx512BW.SumAbsoluteDifferences(low + high, Vector512<byte>.Zero).AsUInt64();
        }

        return (int)Vector512.Sum(sums) + CountAndScalar(a[whole..], b[whole..]);
    }

    internal static int CountAnd256(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var nibble = Vector256.Create((byte)0x0F);
        var table = Counts512.GetLower();
        var sums = Vector256<ulong>.Zero;
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(b[..a.Length]);
        var whole = a.Length - (a.Length % Vector256<ulong>.Count);
        for (var i = 0; i < whole; i += Vector256<ulong>.Count)
        {
            var both = (Vector256.LoadUnsafe(ref first, (nuint)i) & Vector256.LoadUnsafe(ref second, (nuint)i)).AsByte();
            var low = Avx2.Shuffle(table, both & nibble);
            var high = Avx2.Shuffle(table, Vector256.ShiftRightLogical(both.AsUInt16(), 4).AsByte() & nibble);
            sums += Avx2.SumAbsoluteDifferences(low + high, Vector256<byte>.Zero).AsUInt64();
        }

        return (int)Vector256.Sum(sums) + CountAndScalar(a[whole..], b[whole..]);
    }

    internal static int CountAndScalar(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++) count += BitOperations.PopCount(a[i] & b[i]);
        return count;
    }
}
