namespace Practices.Search.Storage;

/// <summary>Bytes that grow at their end.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[16];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>All of them. Valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Takes all away and keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Adds a number in as many bytes as it needs: seven bits each, the lowest first, the high bit set on all but the last.</summary>
    public void WriteVarInt(uint value)
    {
        Reserve(VarInt.MaxLength);
        while (value >= 0x80)
        {
            _bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[Length++] = (byte)value;
    }

    private void Reserve(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
    }
}
