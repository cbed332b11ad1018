using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Practices.Indexer.Import.Sources;

/// <summary>An entry of an archive that may be read.</summary>
/// <param name="Name">Its path inside the archive, with <c>/</c>, never leading out of it.</param>
/// <param name="PackedLength">Its bytes in the archive.</param>
/// <param name="Length">Its bytes unpacked, as the archive says; reading verifies it.</param>
/// <param name="Crc">The checksum that the archive gives for it.</param>
/// <param name="Offset">Where its local header stands.</param>
/// <param name="IsPacked">Whether it is deflated, and not stored as it is.</param>
internal sealed record ArchiveEntry(string Name, long PackedLength, long Length, uint Crc, long Offset, bool IsPacked);

/// <summary>
/// A ZIP archive of somebody we do not know. Its directory is read by ourselves, as the library's reader tells neither where entries lie, and so not that they overlap, nor how
/// many there are before it has made an object of each. Nothing is ever written to the disk, so a path that leads out of the archive can do no harm; it is refused all the same.
/// </summary>
internal sealed class Archive
{
    private const uint EndSignature = 0x06054B50;
    private const uint DirectorySignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const int EndLength = 22;
    private const int DirectoryHeaderLength = 46;
    private const int LocalHeaderLength = 30;
    private const int MaxNameLength = 1_000;
    private const uint LinkMode = 0xA000;
    private const uint ModeMask = 0xF000;

    private readonly SourceFile _file;
    private readonly UnpackBudget _budget;

    private Archive(SourceFile file, UnpackBudget budget, ImmutableArray<ArchiveEntry> entries, ImmutableArray<ImportProblem> problems)
    {
        (_file, _budget, Entries, Problems) = (file, budget, entries, problems);
    }

    /// <summary>The entries that may be read, in the order of their names. Folders are no entries.</summary>
    public ImmutableArray<ArchiveEntry> Entries { get; }

    /// <summary>The entries that may not be read, and why.</summary>
    public ImmutableArray<ImportProblem> Problems { get; }

    /// <summary>Reads the directory of an archive.</summary>
    /// <exception cref="SourceException">It is none, is damaged, or is not to be trusted as a whole.</exception>
    public static Archive Open(SourceFile file, UnpackBudget budget)
    {
        using var stream = file.Open();
        var length = stream.Length;
        var tail = new byte[(int)Math.Min(length, EndLength + ushort.MaxValue)];
        stream.Position = length - tail.Length;
        stream.ReadExactly(tail);
        var end = FindEnd(tail);
        if (end < 0) throw Damaged("It has no directory.");
        var record = tail.AsSpan(end);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (BinaryPrimitives.ReadUInt16LittleEndian(record[4..]) != 0 || BinaryPrimitives.ReadUInt16LittleEndian(record[6..]) != 0)
        {
            throw new SourceException("archive-kind", "The archive is in several parts. Pack it again as one file.");
        }

        if (count == ushort.MaxValue || start == uint.MaxValue) throw new SourceException("archive-kind", "The archive is of the kind for very large files (ZIP64). Pack it again with fewer or smaller files.");
        if (count > SourceLimits.MaxEntries) throw new SourceException("too-many-entries", $"The archive has {count:N0} entries; at most {SourceLimits.MaxEntries:N0} are read. Divide it into several.");
        if (start + (long)size > length - EndLength || size > count * (DirectoryHeaderLength + (3L * ushort.MaxValue))) throw Damaged("Its directory does not lie in it.");
        var directory = new byte[size];
        stream.Position = start;
        stream.ReadExactly(directory);
        return Read(file, budget, directory, count, start);
    }

    /// <summary>Opens an entry. What comes out is counted, and verified at its end.</summary>
    public Stream Open(ArchiveEntry entry)
    {
        var stream = _file.Open();
        var header = new byte[LocalHeaderLength];
        stream.Position = entry.Offset;
        stream.ReadExactly(header);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalSignature) throw Damaged($"Its entry {entry.Name} is not where the directory says.");
        stream.Position += BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        var packed = new StretchStream(stream, entry.PackedLength);
        return new EntryStream(entry.IsPacked ? new DeflateStream(packed, CompressionMode.Decompress) : packed, entry, _budget);
    }

    /// <summary>The entry of a name, by upper and lower case; <see langword="null"/> when there is none.</summary>
    public ArchiveEntry? Find(string name) => Entries.FirstOrDefault(entry => entry.Name == name);

    private static SourceException Damaged(string how) => new("damaged", $"The archive is damaged or not a ZIP archive. {how} Save or pack it again.");

    private static int FindEnd(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail[at..]) == EndSignature && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length) return at;
        }

        return -1;
    }

    private static Archive Read(SourceFile file, UnpackBudget budget, ReadOnlySpan<byte> directory, int count, long directoryStart)
    {
        var entries = new List<ArchiveEntry>();
        var problems = ImmutableArray.CreateBuilder<ImportProblem>();
        var places = new List<(long Start, long End)>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (directory.Length - at < DirectoryHeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(directory[at..]) != DirectorySignature) throw Damaged("Its directory ends too early.");
            var header = directory[at..];
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
            var method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
            long packed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
            long unpacked = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
            var wholeLength = DirectoryHeaderLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
            if (wholeLength > header.Length) throw Damaged("Its directory ends too early.");
            var written = Name(header.Slice(DirectoryHeaderLength, nameLength), flags);
            at += wholeLength;
            places.Add((offset, offset + LocalHeaderLength + packed));

            var name = written.Replace('\\', '/');
            if (name.EndsWith('/') && unpacked == 0 && IsInside(name[..^1])) continue;
            if (!IsInside(name))
            {
                Refuse("entry-name", "The entry's name leads out of the archive or cannot be shown. Rename it, and pack the files again.");
            }
            else if (((BinaryPrimitives.ReadUInt32LittleEndian(header[38..]) >> 16) & ModeMask) == LinkMode)
            {
                Refuse("entry-link", "The entry is a link to another file. Pack the file itself.");
            }
            else if (!names.Add(name.Normalize()))
            {
                Refuse("entry-twice", "The archive holds two entries of this name; it does not matter that letters are written large or small. Rename one of them.");
            }
            else if ((flags & 1) != 0)
            {
                Refuse("entry-encrypted", "The entry is locked with a password. Pack it without one.");
            }
            else if (method is not (0 or 8) || packed == uint.MaxValue || unpacked == uint.MaxValue || offset == uint.MaxValue)
            {
                Refuse("archive-kind", "The entry is packed in a way that is not read. Pack it again as an ordinary ZIP archive.");
            }
            else
            {
                entries.Add(new(name, packed, unpacked, BinaryPrimitives.ReadUInt32LittleEndian(header[16..]), offset, method == 8));
            }

            void Refuse(string rule, string message) => problems.Add(file.Error(rule, message, value: written.Length == 0 ? "(no name)" : written));
        }

        places.Sort();
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].End > (i + 1 < places.Count ? places[i + 1].Start : directoryStart)) throw new SourceException("archive-overlap", "Entries of the archive overlap, as in archives that are made to fill a disk. Pack the files again.");
        }

        return new(file, budget, [.. entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)], problems.ToImmutable());
    }

    private static string Name(ReadOnlySpan<byte> bytes, ushort flags) =>
        (flags & 0x800) != 0 || System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : CodePagesEncodingProvider.Instance.GetEncoding(437)!.GetString(bytes);

    private static bool IsInside(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && !name.Contains(':', StringComparison.Ordinal)
        && name.Split('/').All(part => part.Trim().Length > 0 && part.TrimEnd(' ', '.').Length > 0)
        && !name.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator && !char.IsSurrogate(c));
}
