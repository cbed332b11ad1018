using Practices.Search.Storage;

namespace Practices.Search.Facets;

/// <summary>Gathers the values of one facet and writes them as a <see cref="FacetColumn"/>.</summary>
internal sealed class FacetColumnBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _carried = [];
    private readonly SortedSet<int> _document = [];

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
        _carried.AddRange(_document);
        _starts.Add(_carried.Count);
        _document.Clear();
    }

    /// <summary>Writes the values in path order, those of each document and the documents of each.</summary>
    public void Write(SectionWriter writer, int facet)
    {
        var order = Enumerable.Range(0, _texts.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(_texts[a], _texts[b]));
        var ordinals = new int[order.Length];
        for (var ordinal = 0; ordinal < order.Length; ordinal++) ordinals[order[ordinal]] = ordinal;

        var carried = _carried.Select(number => ordinals[number]).ToArray();
        for (var doc = 0; doc + 1 < _starts.Count; doc++) Array.Sort(carried, _starts[doc], _starts[doc + 1] - _starts[doc]);

        StringTable.Write(writer, FacetColumn.SectionOf(facet, FacetColumn.Texts), order.Select(number => _texts[number]));
        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.DocumentStarts), _starts.ToArray());
        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.DocumentOrdinals), carried);
        WriteInverted(writer, facet, carried, order.Length);
    }

    private void WriteInverted(SectionWriter writer, int facet, int[] carried, int values)
    {
        var starts = new int[values + 1];
        foreach (var ordinal in carried) starts[ordinal + 1]++;
        for (var ordinal = 0; ordinal < values; ordinal++) starts[ordinal + 1] += starts[ordinal];

        var next = starts.ToArray();
        var docs = new int[carried.Length];
        for (var doc = 0; doc + 1 < _starts.Count; doc++)
        {
            for (var i = _starts[doc]; i < _starts[doc + 1]; i++) docs[next[carried[i]]++] = doc;
        }

        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.ValueStarts), starts);
        writer.Section<int>(FacetColumn.SectionOf(facet, FacetColumn.ValueDocuments), docs);
    }
}
