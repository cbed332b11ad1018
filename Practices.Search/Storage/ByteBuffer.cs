namespace Practices.Search.Storage;

/// <summary>Bytes that grow at their end.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[16];
    private int _length;

    /// <summary>How many there are.</summary>
    public int Length => _length;

    /// <summary>All of them. Valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Takes all away and keeps the memory.</summary>
    public void Clear() => _length = 0;

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        _length += bytes.Length;
    }

    /// <summary>Adds a byte.</summary>
    public void Write(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    /// <summary>Adds a number, as <see cref="VarInt.Write"/> does.</summary>
    public void WriteVarInt(uint value)
    {
        Reserve(VarInt.MaxLength);
        VarInt.Write(_bytes, ref _length, value);
    }

    private void Reserve(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
    }
}
