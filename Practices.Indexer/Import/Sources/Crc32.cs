namespace Practices.Indexer.Import.Sources;

/// <summary>The checksum of ZIP archives (polynomial 0x04C11DB7, reflected).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>Goes on with a running value, which begins with all bits set and ends inverted.</summary>
    public static uint Continue(uint running, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) running = Table[(byte)(running ^ b)] ^ (running >> 8);
        return running;
    }

    private static uint Entry(int b)
    {
        var value = (uint)b;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
