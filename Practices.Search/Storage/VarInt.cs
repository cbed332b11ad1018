namespace Practices.Search.Storage;

/// <summary>Reads the numbers that <see cref="ByteBuffer.WriteVarInt"/> writes.</summary>
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
}
