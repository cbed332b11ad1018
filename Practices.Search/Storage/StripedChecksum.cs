using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Practices.Search.Storage;

/// <summary>
/// The checksum of a stretch of a file: four <see cref="Crc32C"/> side by side, each of every fourth word of eight bytes, and one over the four. Finds what one would find;
/// the processor works on all four at once, where one would wait for itself.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct StripedChecksum
{
    /// <summary>All bytes but the last are to come in multiples of this.</summary>
    public const int Stripe = 4 * sizeof(ulong);

    private uint _first = Crc32C.Seed;
    private uint _second = Crc32C.Seed;
    private uint _third = Crc32C.Seed;
    private uint _fourth = Crc32C.Seed;
    private uint _rest = Crc32C.Seed;

    public StripedChecksum()
    {
    }

    /// <summary>Adds bytes.</summary>
    // Compiled well at once: a hundred megabytes may be summed before the runtime has seen that the loop is worth it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes[..(bytes.Length / Stripe * Stripe)]);
        var (first, second, third, fourth) = (_first, _second, _third, _fourth);
        for (var i = 0; i + 3 < words.Length; i += 4)
        {
            first = BitOperations.Crc32C(first, words[i]);
            second = BitOperations.Crc32C(second, words[i + 1]);
            third = BitOperations.Crc32C(third, words[i + 2]);
            fourth = BitOperations.Crc32C(fourth, words[i + 3]);
        }

        (_first, _second, _third, _fourth) = (first, second, third, fourth);
        _rest = Crc32C.Append(_rest, bytes[(words.Length * sizeof(ulong))..]);
    }

    /// <summary>The checksum of all that was added.</summary>
    public readonly uint Finish() => Crc32C.Of(MemoryMarshal.AsBytes((ReadOnlySpan<uint>)[_first, _second, _third, _fourth, _rest]));
}
