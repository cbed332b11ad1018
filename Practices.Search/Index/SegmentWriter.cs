using System.Collections.Immutable;
using System.Text;
using Practices.Search.Analysis;
using Practices.Search.Facets;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>Analyses documents and writes them as the files of a <see cref="Segment"/>.</summary>
internal sealed class SegmentWriter : IDisposable
{
    /// <summary>Positions left vacant between two texts of a field, more than any phrase can span.</summary>
    public const int PositionGap = 1000;

    private readonly IndexSchema _schema;
    private readonly ImmutableArray<string> _languages;
    private readonly SectionWriter _index;
    private readonly StoredBytes.Writer _cards;
    private readonly StoredBytes.Writer _texts;
    private readonly StoredBytes.Writer _stored;
    private readonly Stack<IDisposable> _open = [];
    private readonly TermIndexBuilder _terms = new();
    private readonly WordListBuilder _words = new();
    private readonly ImmutableArray<FacetColumnBuilder> _facets;
    private readonly List<int> _lengths = [];
    private readonly TermBuffer _term = new();
    private readonly ByteBuffer _bytes = new();

    private SegmentWriter(IFileOperations files, string folder, string name, IndexSchema schema, ImmutableArray<string> languages)
    {
        _schema = schema;
        _languages = languages;
        _facets = [.. schema.Facets.Select(_ => new FacetColumnBuilder())];
        try
        {
            _index = Opened(new SectionWriter(files, folder, name + Segment.Extensions[0]));
            _cards = Opened(new StoredBytes.Writer(files, folder, name + Segment.Extensions[1]));
            _texts = Opened(new StoredBytes.Writer(files, folder, name + Segment.Extensions[2]));
            _stored = Opened(new StoredBytes.Writer(files, folder, name + Segment.Extensions[3]));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Writes documents that stand in the ordinal order of their ids.</summary>
    public static ImmutableArray<FileEntry> Write(IFileOperations files, string folder, string name, IndexSchema schema, IReadOnlyList<Document> documents)
    {
        ImmutableArray<string> languages = [.. documents.Select(document => document.Language).Distinct().Order(StringComparer.Ordinal)];
        using var writer = new SegmentWriter(files, folder, name, schema, languages);
        for (var doc = 0; doc < documents.Count; doc++) writer.Add(doc, documents[doc]);
        return writer.Finish(documents);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_open.TryPop(out var file)) file.Dispose();
    }

    private T Opened<T>(T file) where T : IDisposable
    {
        _open.Push(file);
        return file;
    }

    private void Add(int doc, Document document)
    {
        var analyzer = Analyzers.For(document.Language);
        _bytes.Clear();
        for (var field = 0; field < _schema.Texts.Length; field++)
        {
            var start = 0;
            var length = 0;
            foreach (var text in document.Texts)
            {
                if (text.Field != _schema.Texts[field].Name) continue;
                FieldTexts.Write(_bytes, field, text.Text);
                length += Index(analyzer, doc, text.Text, field, ref start);
            }

            _lengths.Add(length);
        }

        _terms.EndDocument(doc);
        foreach (var value in document.Facets) _facets[_schema.Facets.IndexOf(value.Field)].Add(value.Path);
        foreach (var facet in _facets) facet.EndDocument();
        _cards.Add(document.Card.Span);
        _texts.Add(_bytes.Written);
        _stored.Add(document.Stored.Span);
    }

    // Adds a text's words from a position on; returns how many count as its length, and leaves the position at which the field's next text begins.
    private int Index(Analyzer analyzer, int doc, string text, int field, ref int start)
    {
        var length = 0;
        var last = -1;
        foreach (var token in analyzer.Analyze(text, _term))
        {
            _terms.Add(token.Term, field, start + token.Span.Position);
            _words.Add(doc, text.AsSpan(token.Span.Start, token.Span.End - token.Span.Start));
            if (token.Span.Position > last && !token.IsStopWord) length++;
            last = token.Span.Position;
        }

        start += last + 1 + PositionGap;
        return length;
    }

    private ImmutableArray<FileEntry> Finish(IReadOnlyList<Document> documents)
    {
        _terms.Write(_index);
        FieldLengths.Write(_index, _lengths.ToArray());
        WriteIds(documents);
        _index.Section<int>(Segment.Dates, documents.Select(document => document.Date).ToArray());
        _index.Section<int>(Segment.TitleRanks, TitleRanks(documents));
        StringTable.Write(_index, Segment.Languages, _languages);
        _index.Section<ushort>(Segment.DocumentLanguages, documents.Select(document => (ushort)_languages.IndexOf(document.Language)).ToArray());
        for (var facet = 0; facet < _facets.Length; facet++) _facets[facet].Write(_index, facet);
        _words.Write(_index);
        GeoColumn.Write(_index, [.. documents.Select(document => document.Points)]);
        return [_index.Finish(), _cards.Finish(), _texts.Finish(), _stored.Finish()];
    }

    private void WriteIds(IReadOnlyList<Document> documents)
    {
        var starts = new int[documents.Count + 1];
        _index.Begin(Segment.Ids);
        for (var doc = 0; doc < documents.Count; doc++)
        {
            _index.Write<byte>(Encoding.UTF8.GetBytes(documents[doc].Id));
            starts[doc + 1] = (int)_index.SectionLength;
        }

        _index.Section<int>(Segment.IdStarts, starts);
    }

    private static int[] TitleRanks(IReadOnlyList<Document> documents)
    {
        var keys = documents.Select(document => Folding.Fold(document.Title)).ToArray();
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(keys[a], keys[b]) is var difference and not 0 ? difference : a.CompareTo(b));
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return ranks;
    }
}
