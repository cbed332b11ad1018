namespace Practices.Indexer.Import.Sources;

/// <summary>So many bytes of a stream from where it stands.</summary>
internal sealed class StretchStream(Stream inner, long left) : ReadOnlyStream
{
    private long _left = left;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
