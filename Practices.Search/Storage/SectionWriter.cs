using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Practices.Search.Storage;

/// <summary>
/// Writes a file of numbered sections: a header with the format's name and version, each section from a multiple of eight bytes, and at the end
/// a table of where each begins and the checksum of all before. Numbers are little-endian, so that a reader can use the bytes as they lie.
/// </summary>
internal sealed class SectionWriter : IDisposable
{
    /// <summary>The version of every file format of the index; a reader of another version refuses the file.</summary>
    public const int FormatVersion = 3;

    /// <summary>Bytes of the checksum that a file ends in, which tells the file from another one of its length.</summary>
    internal const int ChecksumLength = sizeof(long);

    /// <summary>What a file begins with, before the version.</summary>
    internal static ReadOnlySpan<byte> Magic => "PRACTICE"u8;

    private const int Alignment = 8;
    private readonly string _name;
    private readonly IOutputFile _file;
    private readonly ByteBuffer _pending = new();
    private readonly List<(int Id, long Offset, long Length)> _sections = [];
    private readonly FileChecksum _checksum = new();
    private long _length;
    private int _section = -1;
    private long _sectionStart;

    /// <summary>Begins a file.</summary>
    public SectionWriter(IFileOperations files, string folder, string name)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Index files are little-endian; so must the machine be.");
        _name = name;
        _file = files.Create(Path.Combine(folder, name));
        Append(Magic);
        AppendNumber(FormatVersion);
    }

    /// <summary>Bytes written to the section so far.</summary>
    public long SectionLength => _length - _sectionStart;

    /// <summary>Ends the section before and begins another.</summary>
    /// <param name="id">What a reader asks for it by; each once.</param>
    public void Begin(int id)
    {
        End();
        _section = id;
        _sectionStart = _length;
    }

    /// <summary>Adds elements to the section.</summary>
    public void Write<T>(ReadOnlySpan<T> elements) where T : unmanaged => Append(MemoryMarshal.AsBytes(elements));

    /// <summary>A whole section of elements.</summary>
    public void Section<T>(int id, ReadOnlySpan<T> elements) where T : unmanaged
    {
        Begin(id);
        Write(elements);
    }

    /// <summary>Writes the table, waits until the file is on the disk and closes it.</summary>
    public FileEntry Finish()
    {
        End();
        foreach (var (id, offset, length) in _sections)
        {
            AppendNumber(id);
            AppendNumber(offset);
            AppendNumber(length);
        }

        AppendNumber(_sections.Count);
        Send();
        var checksum = _checksum.Finish();
        AppendNumber(checksum);
        Send();
        _file.Flush();
        return new(_name, _length, checksum);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void End()
    {
        if (_section >= 0) _sections.Add((_section, _sectionStart, _length - _sectionStart));
        _section = -1;
        var rest = (int)(_length % Alignment);
        if (rest > 0) Append(stackalloc byte[Alignment - rest]);
    }

    private void AppendNumber(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Append(bytes);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        const int batch = 1 << 16;
        _length += bytes.Length;
        while (_pending.Length + bytes.Length >= batch)
        {
            var head = batch - _pending.Length;
            _pending.Write(bytes[..head]);
            bytes = bytes[head..];
            Send();
        }

        _pending.Write(bytes);
    }

    private void Send()
    {
        if (_pending.Length == 0) return;
        _checksum.Append(_pending.Written);
        _file.Write(_pending.Written);
        _pending.Clear();
    }
}
