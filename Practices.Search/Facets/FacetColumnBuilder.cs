using System.Runtime.InteropServices;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Facets;

/// <summary>Gathers the values of one facet and writes them as a <see cref="FacetColumn"/>.</summary>
internal sealed class FacetColumnBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly SortedSet<int> _document = [];

    // A set of values is looked up as a text: each number as two characters.
    private readonly Dictionary<string, int> _setNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _setLookup;
    private readonly List<int[]> _sets = [];
    private readonly List<int> _documentSets = [];

    public FacetColumnBuilder() => _setLookup = _setNumbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a value of the document at hand, with every step above it.</summary>
    public void Add(FacetPath path)
    {
        for (var step = path.Text; ; step = step[..step.LastIndexOf(FacetPath.Separator)])
        {
            if (!_numbers.TryGetValue(step, out var number))
            {
                number = _texts.Count;
                _numbers.Add(step, number);
                _texts.Add(step);
            }

            _document.Add(number);
            if (!step.Contains(FacetPath.Separator, StringComparison.Ordinal)) return;
        }
    }

    /// <summary>Goes to the next document; the documents come in the order of their numbers.</summary>
    public void EndDocument()
    {
        int[] values = [.. _document];
        _document.Clear();
        var key = MemoryMarshal.Cast<int, char>(values);
        if (!_setLookup.TryGetValue(key, out var set))
        {
            set = _sets.Count;
            _setNumbers.Add(key.ToString(), set);
            _sets.Add(values);
        }

        _documentSets.Add(set);
    }

    /// <summary>Writes the values in path order, the sets, the set of each document and the documents of each value.</summary>
    public void Write(SectionWriter writer, int facet)
    {
        var order = Enumerable.Range(0, _texts.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(_texts[a], _texts[b]));
        var ordinals = new int[order.Length];
        for (var ordinal = 0; ordinal < order.Length; ordinal++) ordinals[order[ordinal]] = ordinal;
        var sets = _sets.ConvertAll(set => set.Select(number => ordinals[number]).Order().ToArray());

        StringTable.Write(writer, FacetColumn.SectionOf(facet, FacetColumn.Texts), order.Select(number => _texts[number]));
        var starts = new int[sets.Count + 1];
        for (var set = 0; set < sets.Count; set++) starts[set + 1] = starts[set] + sets[set].Length;
        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.SetStarts), starts);
        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.SetOrdinals), sets.SelectMany(set => set).ToArray());
        WriteDocumentSets(writer, FacetColumn.SectionOf(facet, FacetColumn.DocumentSets));
        WriteInverted(writer, facet, sets, order.Length);
    }

    private void WriteDocumentSets(SectionWriter writer, int section)
    {
        switch (FacetColumn.WidthFor(_sets.Count))
        {
            case sizeof(byte):
                writer.Section<byte>(section, _documentSets.ConvertAll(set => (byte)set).ToArray());
                break;
            case sizeof(ushort):
                writer.Section<ushort>(section, _documentSets.ConvertAll(set => (ushort)set).ToArray());
                break;
            default:
                writer.Section<int>(section, _documentSets.ToArray());
                break;
        }
    }

    private void WriteInverted(SectionWriter writer, int facet, List<int[]> sets, int values)
    {
        var documents = new List<int>[values];
        for (var ordinal = 0; ordinal < values; ordinal++) documents[ordinal] = [];
        for (var doc = 0; doc < _documentSets.Count; doc++)
        {
            foreach (var ordinal in sets[_documentSets[doc]]) documents[ordinal].Add(doc);
        }

        var starts = new int[values];
        var listed = new List<int>();
        var words = new List<ulong>();
        for (var ordinal = 0; ordinal < values; ordinal++)
        {
            if (FacetColumn.IsDense(documents[ordinal].Count, _documentSets.Count))
            {
                var bits = new DocSet(_documentSets.Count);
                bits.Add(CollectionsMarshal.AsSpan(documents[ordinal]));
                starts[ordinal] = words.Count;
                words.AddRange(bits.Words);
            }
            else
            {
                starts[ordinal] = listed.Count;
                listed.AddRange(documents[ordinal]);
            }
        }

        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.ValueCounts), Array.ConvertAll(documents, list => list.Count));
        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.ValueStarts), starts);
        writer.Section<ulong>(FacetColumn.SectionOf(facet, FacetColumn.ValueWords), words.ToArray());
        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.ValueDocuments), listed.ToArray());
    }
}
