namespace Practices.Indexer.Import.Sources;

/// <summary>
/// XML whose tags are of a sensible length. The XML reader holds a tag whole, with every attribute; text it gives out piece by piece.
/// An opening bracket may not stand inside a tag, so the distance between two of them bounds its length.
/// </summary>
internal sealed class MarkupStream(Stream inner, string part) : ReadOnlyStream
{
    private const int MaxDistance = 16 << 20;
    private long _sinceBracket;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var last = buffer[..read].LastIndexOf((byte)'<');
        _sinceBracket = last >= 0 ? read - last : _sinceBracket + read;
        if (_sinceBracket > MaxDistance) throw new SourceException("cell-length", $"The part {part} holds a piece of text or a tag of more than {MaxDistance >> 20} MB. Shorten it, and save the file again.");
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
