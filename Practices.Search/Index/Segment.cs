using System.Collections.Immutable;
using System.Text;
using Practices.Search.Facets;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// Documents as they were written together, never changed since. A document's number is its place in the ordinal order of ids.
/// What search needs, what a result line shows, the texts and the stored documents are files of their own, so that each is read without the others.
/// </summary>
internal sealed class Segment : IDisposable
{
    internal const int Ids = 20;
    internal const int IdStarts = 21;
    internal const int Dates = 22;
    internal const int TitleRanks = 23;
    internal const int Languages = 24;
    internal const int DocumentLanguages = 25;

    private readonly ImmutableArray<SectionFile> _files;
    private readonly Blob _ids;
    private readonly Column<int> _idStarts;
    private readonly Column<int> _dates;
    private readonly Column<int> _titleRanks;
    private readonly Column<ushort> _documentLanguages;

    private Segment(ImmutableArray<SectionFile> files, IndexSchema schema, int documents)
    {
        _files = files;
        Documents = documents;
        var index = files[0];
        _ids = index.Blob(Ids);
        _idStarts = index.Column<int>(IdStarts);
        _dates = index.Column<int>(Dates);
        _titleRanks = index.Column<int>(TitleRanks);
        _documentLanguages = index.Column<ushort>(DocumentLanguages);
        LanguageCodes = StringTable.Read(index, Languages);
        Terms = new(index);
        Lengths = new(index, [.. schema.Texts.Select(field => field.Weight)]);
        Facets = [.. Enumerable.Range(0, schema.Facets.Length).Select(facet => new FacetColumn(index, facet))];
        Points = new(index);
        Words = new(index);
        Cards = new(files[1]);
        Texts = new(files[2]);
        Stored = new(files[3]);
    }

    /// <summary>The endings of a segment's files: search, cards, texts, stored documents.</summary>
    public static ImmutableArray<string> Extensions { get; } = [".index", ".cards", ".texts", ".stored"];

    /// <summary>How many documents there are.</summary>
    public int Documents { get; }

    /// <summary>The words.</summary>
    public TermDictionary Terms { get; }

    /// <summary>The lengths of the texts.</summary>
    public FieldLengths Lengths { get; }

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

    /// <summary>The places of the documents when they are sorted by title.</summary>
    public ReadOnlySpan<int> TitleRankOf => _titleRanks.Span;

    /// <summary>The segment's name in a generation: what its files' names begin with.</summary>
    public static string NameOf(int generation) => $"segment-{generation}";

    /// <summary>Opens and verifies the files that a manifest names.</summary>
    public static Segment Open(string folder, Manifest manifest)
    {
        var files = ImmutableArray.CreateBuilder<SectionFile>(Extensions.Length);
        try
        {
            foreach (var entry in manifest.Files) files.Add(SectionFile.Open(folder, entry));
            return new(files.DrainToImmutable(), manifest.Schema, manifest.Documents);
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    /// <summary>The language of a document.</summary>
    public string LanguageOf(int doc) => LanguageCodes[_documentLanguages[doc]];

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

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }
}
