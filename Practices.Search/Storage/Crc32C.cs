using System.Numerics;
using System.Runtime.InteropServices;

namespace Practices.Search.Storage;

/// <summary>
/// The CRC-32C checksum (Castagnoli; RFC 3720, appendix B.4), by the processor's own instruction where it has one.
/// Finds every burst of damage up to 32 bits, and any other with one miss in four thousand million.
/// </summary>
internal static class Crc32C
{
    /// <summary>What <see cref="Append"/> begins with.</summary>
    public const uint Seed = 0xFFFFFFFF;

    /// <summary>Carries a running checksum over more bytes.</summary>
    public static uint Append(uint running, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) running = BitOperations.Crc32C(running, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..]) running = BitOperations.Crc32C(running, rest);
        return running;
    }

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Append(Seed, bytes);
}
