using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// The postings of one term while an index is built, one after another in one run of bytes: the distance to the document before, the shape of the occurrences,
/// and each position as the distance to the one before in its field.
/// </summary>
internal sealed class PostingListBuilder
{
    private readonly ByteBuffer _bytes = new();
    private int _lastDoc = -1;

    /// <summary>How many documents hold the term.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Written;

    /// <summary>Adds a document, larger than the one before.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="occurrences">Where the term stands in it, in ascending order.</param>
    /// <param name="shapes">Numbers the shape.</param>
    public void Add(int doc, ReadOnlySpan<Occurrence> occurrences, OccurrenceShapesBuilder shapes)
    {
        var shape = OccurrenceShapesBuilder.Empty;
        for (var i = 0; i < occurrences.Length;)
        {
            var start = i;
            var field = occurrences[i].Field;
            while (i < occurrences.Length && occurrences[i].Field == field) i++;
            shape = shapes.Step(shape, field, i - start);
        }

        shapes.Use(shape);
        _bytes.WriteVarInt((uint)(doc - _lastDoc - 1));
        _bytes.WriteVarInt((uint)shape);
        _lastDoc = doc;
        Count++;

        var before = occurrences[0];
        _bytes.WriteVarInt((uint)before.Position);
        foreach (var occurrence in occurrences[1..])
        {
            _bytes.WriteVarInt((uint)(occurrence.Field == before.Field ? occurrence.Position - before.Position : occurrence.Position));
            before = occurrence;
        }
    }
}
