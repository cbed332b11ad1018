using System.Runtime.InteropServices;

namespace Practices.Search.Postings;

/// <summary>The words of some documents on their way into posting lists.</summary>
internal sealed class OccurrenceBatch
{
    // A hundred documents or so: half a megabyte, and long enough that handing it to another thread costs nothing beside it.
    private const int Room = 1 << 16;

    private readonly List<Occurrence> _occurrences = [];
    private readonly List<(int Doc, int End)> _documents = [];

    /// <summary>Whether it is time to move it on.</summary>
    public bool IsFull => _occurrences.Count >= Room;

    /// <summary>Adds a word of the document at hand.</summary>
    public void Add(Occurrence occurrence) => _occurrences.Add(occurrence);

    /// <summary>Ends the document at hand, whose number is larger than that of the one before.</summary>
    public void EndDocument(int doc) => _documents.Add((doc, _occurrences.Count));

    /// <summary>Adds the postings of all documents to the lists of their terms, and begins anew.</summary>
    /// <param name="lists">The list of each term; made for those that have none.</param>
    /// <param name="shapes">Numbers the shapes of what a document holds of a term.</param>
    public void MoveTo(List<PostingListBuilder> lists, OccurrenceShapesBuilder shapes)
    {
        var rest = CollectionsMarshal.AsSpan(_occurrences);
        var start = 0;
        foreach (var (doc, end) in _documents)
        {
            Move(doc, rest[..(end - start)], lists, shapes);
            rest = rest[(end - start)..];
            start = end;
        }

        _occurrences.Clear();
        _documents.Clear();
    }

    private static void Move(int doc, Span<Occurrence> rest, List<PostingListBuilder> lists, OccurrenceShapesBuilder shapes)
    {
        if (rest.IsEmpty) return;

        // As plain numbers, which the library sorts several times faster than what compares itself.
        MemoryMarshal.Cast<Occurrence, ulong>(rest).Sort();
        while (lists.Count <= rest[^1].Term) lists.Add(new());
        var all = CollectionsMarshal.AsSpan(lists);
        while (!rest.IsEmpty)
        {
            var term = rest[0].Term;
            var count = 1;
            while (count < rest.Length && rest[count].Term == term) count++;
            all[term].Add(doc, rest[..count], shapes);
            rest = rest[count..];
        }
    }
}
