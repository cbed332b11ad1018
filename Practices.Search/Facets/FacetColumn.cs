using System.Collections.Immutable;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Facets;

/// <summary>
/// One facet of every document, both ways: the values that a document carries, for counting, and the documents that carry a value, for filtering.
/// A value's ordinal is its place in path order; a document carries every step of its paths, each once, so that counting is adding one for each.
/// </summary>
internal sealed class FacetColumn
{
    internal const int Texts = 0;
    internal const int DocumentStarts = 1;
    internal const int DocumentOrdinals = 2;
    internal const int ValueStarts = 3;
    internal const int ValueDocuments = 4;

    private readonly Column<int> _documentStarts;
    private readonly Column<int> _documentOrdinals;
    private readonly Column<int> _valueStarts;
    private readonly Column<int> _valueDocuments;

    public FacetColumn(SectionFile file, int facet)
    {
        Paths = [.. StringTable.Read(file, SectionOf(facet, Texts)).Select(FacetPath.FromText)];
        _documentStarts = file.Column<int>(SectionOf(facet, DocumentStarts));
        _documentOrdinals = file.Column<int>(SectionOf(facet, DocumentOrdinals));
        _valueStarts = file.Column<int>(SectionOf(facet, ValueStarts));
        _valueDocuments = file.Column<int>(SectionOf(facet, ValueDocuments));
    }

    /// <summary>Every value that a document carries, in path order; the index of each is its ordinal.</summary>
    public ImmutableArray<FacetPath> Paths { get; }

    /// <summary>Where a facet's section stands in a file.</summary>
    internal static int SectionOf(int facet, int section) => 1000 + (facet * 8) + section;

    /// <summary>The ordinal of a value; negative when no document carries it.</summary>
    public int Find(FacetPath path) => Paths.BinarySearch(path);

    /// <summary>Adds the documents that carry a value, or one below it, to a set.</summary>
    public void AddDocuments(int ordinal, DocSet docs)
    {
        foreach (var doc in Documents(ordinal)) docs.Add(doc);
    }

    /// <summary>How many documents of a set carry each value.</summary>
    /// <param name="docs">The documents.</param>
    /// <param name="counts">Receives a count for each ordinal.</param>
    public void Count(DocSet docs, Span<int> counts)
    {
        counts.Clear();
        var starts = _documentStarts.Span;
        var ordinals = _documentOrdinals.Span;
        foreach (var doc in docs)
        {
            for (var i = starts[doc]; i < starts[doc + 1]; i++) counts[ordinals[i]]++;
        }
    }

    /// <summary>How many documents carry each value, of all there are.</summary>
    public void CountAll(Span<int> counts)
    {
        var starts = _valueStarts.Span;
        for (var ordinal = 0; ordinal < counts.Length; ordinal++) counts[ordinal] = starts[ordinal + 1] - starts[ordinal];
    }

    private ReadOnlySpan<int> Documents(int ordinal)
    {
        var starts = _valueStarts.Span;
        return _valueDocuments.Span[starts[ordinal]..starts[ordinal + 1]];
    }
}
