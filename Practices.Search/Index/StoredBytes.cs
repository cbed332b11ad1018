using System.Buffers.Binary;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// Bytes kept for each document, read one document at a time. Texts are by far the most of an index and few are ever read, so files of such bytes need not be verified
/// when they are opened: each document's end in a checksum of them and of the document's number, which is verified whenever they are read.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="section">The section of the bytes; where each document's begin is the next.</param>
internal sealed class StoredBytes(SectionFile file, int section)
{
    /// <summary>The first such pair of sections of a file.</summary>
    public const int First = 1;

    /// <summary>The second.</summary>
    public const int Second = 3;

    private const int ChecksumLength = sizeof(uint);

    private readonly Blob _bytes = file.Blob(section);
    private readonly Column<long> _starts = file.Column<long>(section + 1);

    /// <summary>A document's bytes.</summary>
    /// <exception cref="StorageException">They are not what was written.</exception>
    public ReadOnlySpan<byte> Of(int doc)
    {
        var starts = _starts.Span;
        if (doc + 1 < starts.Length && starts[doc + 1] - starts[doc] is >= ChecksumLength and <= int.MaxValue and var length && _bytes.Holds(starts[doc], length))
        {
            var bytes = _bytes.Slice(starts[doc], (int)length);
            var own = bytes[..^ChecksumLength];
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[own.Length..]) == Checksum(doc, own)) return own;
        }

        throw new StorageException(file.Path, "is damaged: what it holds of a document has not the checksum that was written with it");
    }

    // With the number, so that no other document's bytes pass for these.
    private static uint Checksum(int doc, ReadOnlySpan<byte> bytes)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, doc);
        return ~Crc32C.Append(Crc32C.Append(Crc32C.Seed, number), bytes);
    }

    /// <summary>Writes the bytes of documents in their order.</summary>
    internal sealed class Writer
    {
        private readonly SectionWriter _sections;
        private readonly int _section;
        private readonly List<long> _starts = [0];

        public Writer(SectionWriter sections, int section)
        {
            _sections = sections;
            _section = section;
            _sections.Begin(section);
        }

        /// <summary>Adds the next document's bytes.</summary>
        public void Add(ReadOnlySpan<byte> bytes)
        {
            _sections.Write(bytes);
            _sections.Write<uint>([Checksum(_starts.Count - 1, bytes)]);
            _starts.Add(_sections.SectionLength);
        }

        /// <summary>Ends the pair of sections.</summary>
        public void Finish() => _sections.Section<long>(_section + 1, _starts.ToArray());
    }
}
