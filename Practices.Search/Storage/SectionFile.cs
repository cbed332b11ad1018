using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace Practices.Search.Storage;

/// <summary>Reads what <see cref="SectionWriter"/> wrote, after proving that it is still what was written.</summary>
internal sealed class SectionFile : IDisposable
{
    private const int HeaderLength = 16;
    private const int TableEntryLength = 24;

    // Few calls, and still in the processor's cache when it is summed.
    private const int ReadLength = StripedChecksum.Stripe << 12;
    private readonly MappedFile _file;
    private readonly Dictionary<int, (long Offset, long Length)> _sections;

    private SectionFile(string path, MappedFile file, Dictionary<int, (long Offset, long Length)> sections)
    {
        Path = path;
        _file = file;
        _sections = sections;
    }

    /// <summary>Opens a file, checks its length, checksum and version and maps it.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="entry">What the manifest says of it.</param>
    /// <param name="verify">Whether every byte is held against the checksum; otherwise length, version and the checksum that the file ends in are.</param>
    /// <exception cref="StorageException">It is not the file that the manifest speaks of.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The system refuses.</exception>
    public static SectionFile Open(string folder, FileEntry entry, bool verify)
    {
        var path = System.IO.Path.Combine(folder, entry.Name);
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
        if (length != entry.Length) throw new StorageException(path, $"has {length} bytes where the manifest says {entry.Length}");
        if (length < HeaderLength + sizeof(long) + SectionWriter.ChecksumLength) throw new StorageException(path, "is too short to be an index file");
        var summed = length - SectionWriter.ChecksumLength;
        if (verify && Checksum(handle, summed) != entry.Checksum) throw new StorageException(path, "is damaged: its checksum is not the manifest's");

        var file = new MappedFile(handle, length);
        try
        {
            if (file.Slice<long>(summed, 1)[0] != entry.Checksum) throw new StorageException(path, "is damaged, or another file: the checksum at its end is not the manifest's");
            return new(path, file, ReadTable(file, path));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>A section as an array.</summary>
    public Column<T> Column<T>(int id) where T : unmanaged
    {
        var (offset, length) = Find(id);
        return new(_file, offset, (int)(length / Unsafe.SizeOf<T>()));
    }

    /// <summary>A section as bytes.</summary>
    public Blob Blob(int id)
    {
        var (offset, length) = Find(id);
        return new(_file, offset, length);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private (long Offset, long Length) Find(int id) =>
        _sections.TryGetValue(id, out var section) ? section : throw new StorageException(Path, $"has no section {id}");

    // Read, not mapped: pages that are only verified are not to stay in the process.
    private static uint Checksum(SafeFileHandle handle, long length) => FileChecksum.Of(length, (offset, count) =>
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadLength);
        try
        {
            var checksum = new StripedChecksum();
            for (var end = offset + count; offset < end;)
            {
                var filled = Fill(handle, buffer.AsSpan(0, (int)Math.Min(ReadLength, end - offset)), offset);
                if (filled == 0) break;
                checksum.Append(buffer.AsSpan(0, filled));
                offset += filled;
            }

            return checksum.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    });

    // The system may give less than was asked for, and the checksum wants whole stripes.
    private static int Fill(SafeFileHandle handle, Span<byte> buffer, long offset)
    {
        var filled = 0;
        while (filled < buffer.Length && RandomAccess.Read(handle, buffer[filled..], offset + filled) is var count and > 0) filled += count;
        return filled;
    }

    private static Dictionary<int, (long Offset, long Length)> ReadTable(MappedFile file, string path)
    {
        var header = file.Slice<byte>(0, HeaderLength);
        if (!header.StartsWith(SectionWriter.Magic)) throw new StorageException(path, "is not an index file");
        var version = BinaryPrimitives.ReadInt64LittleEndian(header[SectionWriter.Magic.Length..]);
        if (version != SectionWriter.FormatVersion)
            throw new StorageException(path, $"has format version {version}; this program reads {SectionWriter.FormatVersion}");

        var end = file.Length - SectionWriter.ChecksumLength - sizeof(long);
        var count = file.Slice<long>(end, 1)[0];
        if (count < 0 || count > (end - HeaderLength) / TableEntryLength) throw new StorageException(path, "has no table of sections");
        var table = file.Slice<long>(end - (count * TableEntryLength), (int)count * 3);
        var sections = new Dictionary<int, (long Offset, long Length)>();
        for (var i = 0; i < table.Length; i += 3)
        {
            var (id, offset, length) = ((int)table[i], table[i + 1], table[i + 2]);
            if (offset < 0 || length < 0 || length > file.Length - offset || !sections.TryAdd(id, (offset, length))) throw new StorageException(path, "has no right table of sections");
        }

        return sections;
    }
}
