namespace Practices.Search.Storage;

/// <summary>Numbers in as many bytes as they need: seven bits each, the lowest first, the high bit set on all but the last.</summary>
internal static class VarInt
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int MaxLength = 5;

    /// <summary>Reads the number at an index and moves the index past it.</summary>
    public static uint Read(ReadOnlySpan<byte> bytes, ref int index)
    {
        uint next = bytes[index++];
        if (next < 0x80) return next;

        var value = next & 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            next = bytes[index++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    /// <summary>Writes a number at an index and moves the index past it.</summary>
    /// <param name="bytes">Has room for <see cref="MaxLength"/> bytes from the index on.</param>
    /// <param name="index">The index.</param>
    /// <param name="value">The number.</param>
    public static void Write(Span<byte> bytes, ref int index, uint value)
    {
        while (value >= 0x80)
        {
            bytes[index++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[index++] = (byte)value;
    }
}
