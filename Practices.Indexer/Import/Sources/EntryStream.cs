using System.IO.Hashing;

namespace Practices.Indexer.Import.Sources;

/// <summary>The unpacked bytes of an entry: counted while they come, whatever the archive says of their number, and verified at their end.</summary>
internal sealed class EntryStream(Stream inner, ArchiveEntry entry, UnpackBudget budget) : ReadOnlyStream
{
    private readonly Crc32 _crc = new();
    private long _length;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (read == 0)
        {
            if (buffer.Length > 0 && (_length != entry.Length || _crc.GetCurrentHashAsUInt32() != entry.Crc)) throw new SourceException("damaged", $"The entry {entry.Name} is damaged. Save or pack it again.");
            return 0;
        }

        budget.Take(read);
        _length += read;
        if (_length > SourceLimits.RatioFloor && _length > entry.PackedLength * SourceLimits.MaxRatio)
        {
            throw new SourceException("archive-ratio", $"The entry {entry.Name} unpacks to more than {SourceLimits.MaxRatio} times its size, as in archives that are made to fill a disk. Take out what is empty or repeated, and save it again.");
        }

        _crc.Append(buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
