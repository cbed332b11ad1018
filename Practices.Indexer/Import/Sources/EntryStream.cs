namespace Practices.Indexer.Import.Sources;

/// <summary>The unpacked bytes of an entry: counted while they come, whatever the archive says of their number, and verified at their end.</summary>
internal sealed class EntryStream(Stream inner, ArchiveEntry entry, UnpackBudget budget) : ReadOnlyStream
{
    private long _length;
    private uint _crc = uint.MaxValue;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (read == 0)
        {
            if (buffer.Length > 0 && (_length != entry.Length || ~_crc != entry.Crc)) throw new SourceException("damaged", $"The entry {entry.Name} is damaged. Save or pack it again.");
            return 0;
        }

        budget.Take(read);
        _length += read;
        if (_length > SourceLimits.RatioFloor && _length > entry.PackedLength * SourceLimits.MaxRatio)
        {
            throw new SourceException("archive-ratio", $"The entry {entry.Name} unpacks to more than {SourceLimits.MaxRatio} times its size, as in archives that are made to fill a disk. Take out what is empty or repeated, and save it again.");
        }

        _crc = Crc32.Continue(_crc, buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
