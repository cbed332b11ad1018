using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// The postings of one term while an index is built, one after another in one run of bytes: the distance to the document before, the shape of the occurrences,
/// and each position as the distance to the one before in its field. A value, so that all lists lie side by side and a word more touches two places of memory, not four.
/// </summary>
internal struct PostingListBuilder()
{
    private const int LeastRoom = 16;

    private byte[] _bytes = new byte[LeastRoom];
    private int _length;
    private int _lastDoc = -1;

    /// <summary>How many documents hold the term.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

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
        var most = (occurrences.Length + 2) * VarInt.MaxLength;
        if (_length + most > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_length + most, _bytes.Length * 2));
        VarInt.Write(_bytes, ref _length, (uint)(doc - _lastDoc - 1));
        VarInt.Write(_bytes, ref _length, (uint)shape);
        _lastDoc = doc;
        Count++;

        var (last, position) = (-1, 0);
        foreach (var occurrence in occurrences)
        {
            if (occurrence.Field != last) (last, position) = (occurrence.Field, 0);
            VarInt.Write(_bytes, ref _length, (uint)(occurrence.Position - position));
            position = occurrence.Position;
        }
    }
}
