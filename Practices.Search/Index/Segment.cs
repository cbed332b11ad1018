using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Practices.Search.Facets;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// Documents as they were written together, never changed since; which of them are still there says a <see cref="SegmentReader"/>. A document's number is its place
/// in the ordinal order of ids. What search needs, what a result line shows, the texts and the stored documents with their digests are files of their own, so that each is
/// read without the others. Snapshots share segments: the last to let go closes the files.
/// </summary>
internal sealed class Segment
{
    internal const int Ids = 20;
    internal const int IdStarts = 21;
    internal const int Dates = 22;
    internal const int NewestFirst = 23;
    internal const int TitleRanks = 24;
    internal const int ByTitle = 25;
    internal const int Languages = 26;
    internal const int DocumentLanguages = 27;
    internal const int Digests = 28;

    // The first of a segment's files, which find, count and list documents.
    private const int ResultFiles = 2;

    private readonly ImmutableArray<SectionFile> _files;
    private readonly Blob _ids;
    private readonly Column<int> _idStarts;
    private readonly Column<int> _dates;
    private readonly Column<int> _newestFirst;
    private readonly Column<int> _titleRanks;
    private readonly Column<int> _byTitle;
    private readonly Column<ushort> _documentLanguages;
    private readonly Column<UInt128> _digests;
    private readonly StoredBytes _titles;
    private int _holders = 1;

    private Segment(SegmentEntry entry, ImmutableArray<SectionFile> files, IndexSchema schema)
    {
        _files = files;
        Entry = entry;
        var index = files[0];
        ImmutableArray<double> weights = [.. schema.Texts.Select(field => field.Weight)];
        _ids = index.Blob(Ids);
        _idStarts = index.Column<int>(IdStarts);
        _dates = index.Column<int>(Dates);
        _newestFirst = index.Column<int>(NewestFirst);
        _titleRanks = index.Column<int>(TitleRanks);
        _byTitle = index.Column<int>(ByTitle);
        _documentLanguages = index.Column<ushort>(DocumentLanguages);
        _digests = files[3].Column<UInt128>(Digests);
        LanguageCodes = StringTable.Read(index, Languages);
        Terms = new(index, weights);
        Lengths = new(index, weights.Length);
        AverageLength = FieldLengths.Average(Lengths.Totals, weights, entry.Documents);
        Facets = [.. Enumerable.Range(0, schema.Facets.Length).Select(facet => new FacetColumn(index, facet, entry.Documents))];
        Points = new(index);
        Words = new(index);
        Cards = new(files[1], StoredBytes.First);
        _titles = new(files[1], StoredBytes.Second);
        Texts = new(files[2], StoredBytes.First);
        Stored = new(files[3], StoredBytes.First);
    }

    /// <summary>The endings of a segment's files: search, cards, texts, stored documents.</summary>
    public static ImmutableArray<string> Extensions { get; } = [".index", ".cards", ".texts", ".stored"];

    /// <summary>What the manifest says of the segment.</summary>
    public SegmentEntry Entry { get; }

    /// <summary>How many documents there are, deleted ones too.</summary>
    public int Documents => Entry.Documents;

    /// <summary>The words.</summary>
    public TermDictionary Terms { get; }

    /// <summary>The lengths of the texts.</summary>
    public FieldLengths Lengths { get; }

    /// <summary>The mean of the weighted lengths when the segment was written: what the impacts of its postings are computed with.</summary>
    public double AverageLength { get; }

    /// <summary>The facets, in the schema's order.</summary>
    public ImmutableArray<FacetColumn> Facets { get; }

    /// <summary>The words as people write them.</summary>
    public WordList Words { get; }

    /// <summary>Where the documents are.</summary>
    public GeoColumn Points { get; }

    /// <summary>What result lines are drawn from.</summary>
    public StoredBytes Cards { get; }

    /// <summary>The texts of the fields, <see cref="FieldTexts"/>.</summary>
    public StoredBytes Texts { get; }

    /// <summary>The stored documents.</summary>
    public StoredBytes Stored { get; }

    /// <summary>The languages that documents are written in, in ordinal order.</summary>
    public ImmutableArray<string> LanguageCodes { get; }

    /// <summary>The days by which documents are sorted.</summary>
    public ReadOnlySpan<int> DateOf => _dates.Span;

    /// <summary>The documents, the latest day first.</summary>
    public ReadOnlySpan<int> DocsNewestFirst => _newestFirst.Span;

    /// <summary>The places of the documents when they are sorted by title.</summary>
    public ReadOnlySpan<int> TitleRankOf => _titleRanks.Span;

    /// <summary>The documents, A to Z.</summary>
    public ReadOnlySpan<int> DocsByTitle => _byTitle.Span;

    /// <summary>The digests of the documents.</summary>
    public ReadOnlySpan<UInt128> DigestOf => _digests.Span;

    /// <summary>A segment's name: what its files' names begin with.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"segment-{number}");

    /// <summary>Opens the files of a segment.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="entry">What the manifest says of the segment.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="verification">How much is held against checksums now.</param>
    /// <exception cref="StorageException">A file is damaged.</exception>
    public static Segment Open(string folder, SegmentEntry entry, IndexSchema schema, Verification verification)
    {
        var files = new SectionFile?[entry.Files.Length];
        var verified = verification switch { Verification.Everything => files.Length, Verification.Results => ResultFiles, _ => 0 };
        try
        {
            for (var i = 0; i < files.Length; i++) files[i] = SectionFile.Open(folder, entry.Files[i], verify: i < verified);
            return new(entry, [.. files.OfType<SectionFile>()], schema);
        }
        catch
        {
            foreach (var file in files) file?.Dispose();
            throw;
        }
    }

    /// <summary>Lets one more snapshot hold the segment.</summary>
    /// <returns><see langword="false"/> when its files are closed already.</returns>
    public bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders) return true;
            holders = seen;
        }

        return false;
    }

    /// <summary>Ends a hold; the last closes the files.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) > 0) return;
        foreach (var file in _files) file.Dispose();
    }

    /// <summary>The language of a document.</summary>
    public string LanguageOf(int doc) => LanguageCodes[_documentLanguages[doc]];

    /// <summary>The title of a document.</summary>
    public string TitleOf(int doc) => Encoding.UTF8.GetString(_titles.Of(doc));

    /// <summary>The id of a document.</summary>
    public string IdOf(int doc)
    {
        var starts = _idStarts.Span;
        return Encoding.UTF8.GetString(_ids.Slice(starts[doc], starts[doc + 1] - starts[doc]));
    }

    /// <summary>The document with an id; negative when there is none.</summary>
    public int Find(string id)
    {
        var low = 0;
        var high = Documents - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(IdOf(middle), id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    /// <summary>A document as it was written.</summary>
    public DigestedDocument Read(int doc, IndexSchema schema) => new(
        new()
        {
            Id = IdOf(doc),
            Language = LanguageOf(doc),
            Title = TitleOf(doc),
            Date = DateOf[doc],
            Texts = [.. FieldTexts.Read(Texts.Of(doc)).Select(text => new FieldText(schema.Texts[text.Field].Name, text.Text))],
            Facets = [.. FacetsOf(doc, schema)],
            Points = Points.Of(doc),
            Card = Cards.Of(doc).ToArray(),
            Stored = Stored.Of(doc).ToArray(),
        },
        DigestOf[doc]);

    private List<FacetValue> FacetsOf(int doc, IndexSchema schema)
    {
        var values = new List<FacetValue>();
        for (var facet = 0; facet < Facets.Length; facet++)
        {
            foreach (var ordinal in Facets[facet].ValuesOf(doc)) values.Add(new(schema.Facets[facet], Facets[facet].Paths[ordinal]));
        }

        return values;
    }
}
