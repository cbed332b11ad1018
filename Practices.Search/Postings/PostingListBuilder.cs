using System.Buffers.Binary;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// The postings of one term while an index is built: which documents hold it, in which fields, how often and where.
/// <para>
/// Postings come in blocks of <see cref="BlockSize"/>. A posting is the distance to the document before, a bit set of the fields and the number of
/// occurrences in each; the positions follow in a stream of their own, each as the distance to the one before in its field. A list of more than one
/// block begins with a table of three numbers a block: its last document, and where its end lies among the postings and among the positions.
/// </para>
/// </summary>
internal sealed class PostingListBuilder
{
    /// <summary>Documents in a block.</summary>
    public const int BlockSize = 128;

    /// <summary>Bytes of a block's entry in the table.</summary>
    public const int SkipEntryLength = 3 * sizeof(uint);

    private readonly ByteBuffer _postings = new();
    private readonly ByteBuffer _positions = new();
    private ByteBuffer? _skips;
    private int _lastDoc = -1;

    /// <summary>How many documents hold the term.</summary>
    public int Count { get; private set; }

    /// <summary>The positions, as they are to be written.</summary>
    public ReadOnlySpan<byte> Positions => _positions.Written;

    /// <summary>Adds a document, larger than the one before.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="occurrences">Where the term stands in it, in ascending order.</param>
    public void Add(int doc, ReadOnlySpan<Occurrence> occurrences)
    {
        if (Count > 0 && Count % BlockSize == 0) EndBlock();
        _postings.WriteVarInt((uint)(doc - _lastDoc));
        _lastDoc = doc;
        Count++;

        var fields = 0u;
        foreach (var occurrence in occurrences) fields |= 1u << occurrence.Field;
        _postings.WriteVarInt(fields);

        while (!occurrences.IsEmpty)
        {
            var field = occurrences[0].Field;
            var frequency = 0;
            var last = 0;
            while (frequency < occurrences.Length && occurrences[frequency].Field == field)
            {
                var position = occurrences[frequency].Position;
                _positions.WriteVarInt((uint)(position - last));
                last = position;
                frequency++;
            }

            _postings.WriteVarInt((uint)frequency);
            occurrences = occurrences[frequency..];
        }
    }

    /// <summary>Writes table and postings.</summary>
    public void WritePostings(SectionWriter writer)
    {
        if (_skips is not null)
        {
            EndBlock();
            writer.Write(_skips.Written);
        }

        writer.Write(_postings.Written);
    }

    private void EndBlock()
    {
        _skips ??= new();
        Span<byte> entry = stackalloc byte[SkipEntryLength];
        BinaryPrimitives.WriteInt32LittleEndian(entry, _lastDoc);
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], _postings.Length);
        BinaryPrimitives.WriteInt32LittleEndian(entry[8..], _positions.Length);
        _skips.Write(entry);
    }
}
