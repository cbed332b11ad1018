using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly SectionWriter _index;
    private readonly SectionWriter _cardsFile;
    private readonly SectionWriter _textsFile;
    private readonly SectionWriter _storedFile;
    private readonly StoredBytes.Writer _cards;
    private readonly StoredBytes.Writer _texts;
    private readonly StoredBytes.Writer _stored;
    private readonly Stack<IDisposable> _open = [];
    private readonly TermIndexBuilder _terms;
    private readonly WordListBuilder _written = new();
    private readonly Dictionary<Analyzer, WordCache> _words = [];
    private readonly ImmutableArray<FacetColumnBuilder> _facets;
    private readonly List<int> _lengths = [];
    private readonly FieldTexts.Writer _fieldTexts = new();

    private SegmentWriter(IFileOperations files, string folder, string name, IndexSchema schema, int threads)
    {
        _schema = schema;
        _terms = new(threads);
        _facets = [.. schema.Facets.Select(_ => new FacetColumnBuilder())];
        try
        {
            _index = Opened(new SectionWriter(files, folder, name + Segment.Extensions[0]));
            _cardsFile = Opened(new SectionWriter(files, folder, name + Segment.Extensions[1]));
            _textsFile = Opened(new SectionWriter(files, folder, name + Segment.Extensions[2]));
            _storedFile = Opened(new SectionWriter(files, folder, name + Segment.Extensions[3]));
        }
        catch
        {
            Dispose();
            throw;
        }

        _cards = new(_cardsFile, StoredBytes.First);
        _texts = new(_textsFile, StoredBytes.First);
        _stored = new(_storedFile, StoredBytes.First);
    }

    /// <summary>Writes documents that stand in the ordinal order of their ids.</summary>
    /// <param name="files">The file operations, which this thread alone uses.</param>
    /// <param name="folder">The index folder.</param>
    /// <param name="name">The segment's name.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="threads">On how many threads, one or two: the bytes are the same.</param>
    public static SegmentEntry Write(IFileOperations files, string folder, string name, IndexSchema schema, IReadOnlyList<DigestedDocument> documents, int threads)
    {
        using var writer = new SegmentWriter(files, folder, name, schema, threads);
        for (var doc = 0; doc < documents.Count; doc++) writer.Add(doc, documents[doc].Document);
        return new(name, documents.Count, writer.Finish(documents));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_open.TryPop(out var file)) file.Dispose();
    }

    private SectionWriter Opened(SectionWriter file)
    {
        _open.Push(file);
        return file;
    }

    private void Add(int doc, Document document)
    {
        var analyzer = Analyzers.For(document.Language);
        if (!_words.TryGetValue(analyzer, out var words)) _words.Add(analyzer, words = new(analyzer, _terms, _written));
        _fieldTexts.BeginDocument();
        for (var field = 0; field < _schema.Texts.Length; field++)
        {
            var start = 0;
            var length = 0;
            foreach (var text in document.Texts)
            {
                if (text.Field != _schema.Texts[field].Name) continue;
                _fieldTexts.BeginText();
                length += Index(words, doc, text.Text, field, ref start);
                _fieldTexts.EndText(field, text.Text);
            }

            _lengths.Add(length);
        }

        _terms.EndDocument(doc);
        foreach (var value in document.Facets) _facets[_schema.Facets.IndexOf(value.Field)].Add(value.Path);
        foreach (var facet in _facets) facet.EndDocument();
        _cards.Add(document.Card.Span);
        _texts.Add(_fieldTexts.Written);
        _stored.Add(document.Stored.Span);
    }

    // Adds a text's words from a position on; returns how many count as its length, and leaves the position at which the field's next text begins.
    private int Index(WordCache words, int doc, ReadOnlySpan<char> text, int field, ref int start)
    {
        var length = 0;
        var lengthAt = -1;
        var span = TokenSpan.Before;
        while (words.Tokenizer.MoveNext(text, ref span))
        {
            var word = words.Read(text[span.Start..span.End]);
            _fieldTexts.AddTerm(word.FirstHash, span.Start);
            if (word.First < 0) continue;
            _terms.Add(word.First, field, start + span.Position);
            _written.Add(doc, word.Written);
            if (word.Second >= 0)
            {
                _terms.Add(word.Second, field, start + span.Position);
                _fieldTexts.AddTerm(word.SecondHash, span.Start);
            }

            // Of the tokens that share a position the first decides.
            if (span.Position > lengthAt && !word.IsStopWord) length++;
            lengthAt = span.Position;
        }

        start += span.Position + 1 + PositionGap;
        return length;
    }

    private ImmutableArray<FileEntry> Finish(IReadOnlyList<DigestedDocument> documents)
    {
        ImmutableArray<double> weights = [.. _schema.Texts.Select(field => field.Weight)];
        var lengths = FieldLengths.Write(_index, CollectionsMarshal.AsSpan(_lengths), weights);
        var totals = new long[weights.Length];
        for (var i = 0; i < _lengths.Count; i++) totals[i % totals.Length] += _lengths[i];
        _terms.Write(_index, lengths, FieldLengths.Average(totals, weights, documents.Count), weights);
        WriteIds(documents);
        var dates = documents.Select(document => document.Document.Date).ToArray();
        var titles = documents.Select(document => Folding.Fold(document.Document.Title)).ToArray();
        var newestFirst = Order(dates.Length, (a, b) => dates[b].CompareTo(dates[a]));
        var byTitle = Order(dates.Length, (a, b) => string.CompareOrdinal(titles[a], titles[b]));
        _index.Section<int>(Segment.Dates, dates);
        _index.Section<int>(Segment.NewestFirst, newestFirst);
        _index.Section<int>(Segment.TitleRanks, Ranks(byTitle));
        _index.Section<int>(Segment.ByTitle, byTitle);
        ImmutableArray<string> languages = [.. documents.Select(document => document.Document.Language).Distinct().Order(StringComparer.Ordinal)];
        StringTable.Write(_index, Segment.Languages, languages);
        _index.Section<ushort>(Segment.DocumentLanguages, documents.Select(document => (ushort)languages.IndexOf(document.Document.Language)).ToArray());
        for (var facet = 0; facet < _facets.Length; facet++) _facets[facet].Write(_index, facet);
        _written.Write(_index);
        GeoColumn.Write(_index, [.. documents.Select(document => document.Document.Points)]);
        _cards.Finish();
        WriteTitles(documents);
        _texts.Finish();
        _stored.Finish();
        _storedFile.Section<UInt128>(Segment.Digests, documents.Select(document => document.Digest).ToArray());
        return [_index.Finish(), _cardsFile.Finish(), _textsFile.Finish(), _storedFile.Finish()];
    }

    private void WriteIds(IReadOnlyList<DigestedDocument> documents)
    {
        var starts = new int[documents.Count + 1];
        _index.Begin(Segment.Ids);
        for (var doc = 0; doc < documents.Count; doc++)
        {
            _index.Write<byte>(Encoding.UTF8.GetBytes(documents[doc].Document.Id));
            starts[doc + 1] = (int)_index.SectionLength;
        }

        _index.Section<int>(Segment.IdStarts, starts);
    }

    private void WriteTitles(IReadOnlyList<DigestedDocument> documents)
    {
        var titles = new StoredBytes.Writer(_cardsFile, StoredBytes.Second);
        foreach (var document in documents) titles.Add(Encoding.UTF8.GetBytes(document.Document.Title));
        titles.Finish();
    }

    // The documents in an order; among equal ones the order of ids.
    private static int[] Order(int count, Comparison<int> compare)
    {
        var order = Enumerable.Range(0, count).ToArray();
        Array.Sort(order, (a, b) => compare(a, b) is var difference and not 0 ? difference : a.CompareTo(b));
        return order;
    }

    private static int[] Ranks(int[] order)
    {
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return ranks;
    }
}
