using System.Collections.Immutable;
using System.Text.Json;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Searching;

namespace Practices.Indexer.Indexing;

/// <summary>A hit with its card read.</summary>
public sealed record PracticeHit(Hit Hit, PracticeCard Card);

/// <summary>
/// The published records as one snapshot: what pages, the API and the command line ask. Safe for any number of threads; never changes.
/// </summary>
public sealed class PracticeCatalog : IDisposable
{
    // More than anybody looks at in a day; those of other records are read each time.
    private const int MostKept = 4096;

    private readonly IndexSnapshot _snapshot;
    private readonly string _folder;
    private readonly VocabularySet _own;
    private readonly ImmutableArray<ReadOnlyMemory<byte>> _awards;
    private readonly Searcher _engine;
    private readonly RecordMemo<PracticeCard> _cards = new(MostKept);
    private readonly RecordMemo<ImmutableArray<FacetValue>> _traits = new(MostKept);
    private readonly PracticeQueryVocabulary _words;
    private readonly Lazy<PracticeSuggester> _suggester;

    // The suggester of an earlier catalog, and the records that are others since.
    private readonly PracticeSuggester? _earlier;
    private readonly ImmutableHashSet<string> _changed = [];

    private PracticeCatalog(IndexSnapshot snapshot, string folder, VocabularySet vocabularies, CatalogStamp stamp, PracticeCatalog? before, IEnumerable<string>? changed)
    {
        _snapshot = snapshot;
        _folder = folder;
        _engine = new Searcher(snapshot);
        if (before is not null && changed is not null)
        {
            var isMade = before._suggester.IsValueCreated;
            _earlier = isMade ? before.Suggester : before._earlier;
            _changed = isMade ? [.. changed] : before._changed.Union(changed);
        }

        _suggester = new(() => _earlier?.Next(this, _changed) ?? PracticeSuggester.Of(this));
        Stamp = stamp;

        // The award records stand in the index itself; everything else that has a name stands in the vocabularies' files.
        _own = vocabularies;
        _awards = [.. All(OfKind("award")).Select(hit => StoredBytes(hit.Id)!.Value)];
        if (before is not null && HasSameNames(before))
        {
            (Vocabularies, _words) = (before.Vocabularies, before._words);
            return;
        }

        var awards = _awards.Select(stored => JsonSerializer.Deserialize(stored.Span, PracticeJson.Default.Practice)!);
        Vocabularies = vocabularies.With([.. AwardVocabularies.Of(awards), WithCities(vocabularies["cities"], stamp.Cities)]);
        _words = new(Vocabularies);
    }

    /// <summary>Every facet, in the order of a page.</summary>
    public static ImmutableArray<FacetDefinition> Facets => PracticeFacets.All;

    /// <summary>Opens the index in a folder.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="vocabularies">The vocabularies of the content that the index was made from.</param>
    /// <exception cref="IndexException">There is no index, or it is damaged or foreign; the message names the remedy.</exception>
    public static PracticeCatalog Open(string folder, VocabularySet vocabularies)
    {
        return Open(IndexSnapshot.Open(folder, Verification.Everything), vocabularies, folder, before: null, changed: null);
    }

    /// <summary>Whether this is what stands in the folder, under these vocabularies.</summary>
    internal bool IsNewest(VocabularySet vocabularies) => _own == vocabularies && _snapshot.IsNewest();

    /// <summary>Opens what stands in the same folder now; what it shares with this one is not opened again. This one stays open.</summary>
    /// <param name="vocabularies">The vocabularies of the content.</param>
    /// <param name="changed">The ids of the records that came, went or changed since; <see langword="null"/> where that is not known.</param>
    /// <exception cref="IndexException">As for <see cref="Open(string, VocabularySet)"/>.</exception>
    internal PracticeCatalog Reopen(VocabularySet vocabularies, IEnumerable<string>? changed = null) => Open(_snapshot.Reopen(), vocabularies, _folder, this, changed);

    private static PracticeCatalog Open(IndexSnapshot snapshot, VocabularySet vocabularies, string folder, PracticeCatalog? before, IEnumerable<string>? changed)
    {
        if (CatalogStamp.Read(snapshot.Stamp) is { } stamp) return new(snapshot, folder, vocabularies, stamp, before, changed);
        snapshot.Dispose();
        throw new IndexException($"The index in {folder} was made by another version of this program. Run `practices index --full` to make it again.");
    }

    /// <summary>What the index was made from.</summary>
    internal CatalogStamp Stamp { get; }

    /// <summary>Names the snapshot: equal content gives an equal version.</summary>
    public string Version => _engine.Version;

    /// <summary>
    /// Names everything that a page can show: the records and the vocabularies they are named by. Changes whenever the content does, and only then.
    /// </summary>
    public string Fingerprint => Stamp.Fingerprint;

    /// <summary>How many records are public.</summary>
    public int Count => _engine.Count;

    /// <summary>The ids of all records, in ordinal order.</summary>
    public IEnumerable<string> Ids => _engine.Ids;

    /// <summary>
    /// The vocabularies, with <c>awards</c> (an award, its cycles below it, its outcomes below these) and <c>outcomes</c> made from the award records.
    /// </summary>
    public VocabularySet Vocabularies { get; }

    /// <summary>Finds, counts and ranks, with words widened by the vocabularies' names; read the hits' cards with <see cref="Read"/>.</summary>
    public SearchResult Search(SearchRequest request)
    {
        request = request with { Vocabulary = request.Vocabulary ?? _words };
        return RecognitionFilter.Counted(
            _engine.Search(request), request.Filters, Vocabularies, filters => _engine.Search(request with { Filters = filters, PageSize = 0, CountFacets = false, Highlight = false }).Total);
    }

    /// <summary>The hits of a result of this catalog with their cards.</summary>
    public ImmutableArray<PracticeHit> Read(SearchResult result) => [.. result.Hits.Select(hit => new PracticeHit(hit, CardOf(hit)))];

    /// <summary>The card of a hit of this catalog.</summary>
    public PracticeCard CardOf(Hit hit) => _cards.Of(hit.Id, _ => JsonSerializer.Deserialize(hit.Card.Span, PracticeJson.Default.PracticeCard)!);

    /// <summary>What makes a record of this catalog like others, apart from its words.</summary>
    internal ImmutableArray<FacetValue> TraitsOf(string id) => _traits.Of(id, _ => SimilarRecord.TraitsOf(Find(id)!, Vocabularies));

    /// <summary>A record by id; <see langword="null"/> when there is none that is public.</summary>
    public Practice? Find(string id) =>
        _engine.TryGetStored(id, out var stored) ? JsonSerializer.Deserialize(stored.Span, PracticeJson.Default.Practice) : null;

    /// <summary>What can be suggested while somebody types; made when the first suggestion is asked for, or on a thread of its own where the catalog before had one.</summary>
    public PracticeSuggester Suggester => _suggester.Value;

    /// <summary>Whether there is a suggester already.</summary>
    internal bool HasSuggester => _suggester.IsValueCreated;

    /// <summary>What a record is called; <see langword="null"/> when there is none that is public.</summary>
    internal RecordNames? NamesOf(string id) =>
        _engine.TryGetStored(id, out var stored) ? JsonSerializer.Deserialize(stored.Span, PracticeJson.Default.RecordNames) : null;

    /// <summary>A record with the text of its story, which is not stored apart from its HTML; <see langword="null"/> when there is none that is public.</summary>
    internal Practice? FindWhole(string id) =>
        Find(id) is { } record ? record with { BodyText = new HtmlSanitizer(PictureAddress.PrefixOf(id)).Sanitize(record.BodyHtml)?.Text ?? "" } : null;

    /// <summary>The bytes of a record as stored, to compare one version with the next.</summary>
    internal ReadOnlyMemory<byte>? StoredBytes(string id) => _engine.TryGetStored(id, out var stored) ? stored : (ReadOnlyMemory<byte>?)null;

    /// <summary>The id that a former id leads to; <see langword="null"/> when it leads nowhere.</summary>
    public string? CurrentId(string formerId) => Stamp.FormerIds.GetValueOrDefault(formerId);

    /// <summary>The records that point to this one, by title: learning that shows it, practices that came from it, networks that run it, submissions to an award.</summary>
    public ImmutableArray<PracticeCard> PointingTo(string id) => [.. All(
        new SearchRequest
        {
            Filters = FacetSelection.Empty.With(PracticeFacets.Links, FacetPath.Of(id)),
            Sort = SortOrder.Title,
        }).Select(CardOf)];

    /// <summary>Every record of a kind, whole, by title.</summary>
    /// <param name="kind">An id of the vocabulary <c>kinds</c>.</param>
    public ImmutableArray<Practice> Records(string kind) => Records(OfKind(kind).Filters);

    /// <summary>Every record that passes the filters, whole, by title.</summary>
    public ImmutableArray<Practice> Records(FacetSelection filters) => [.. All(new() { Filters = filters, Sort = SortOrder.Title }).Select(hit => Find(hit.Id)!)];

    /// <summary>The records of a search that tell where they came from or went, whole, by title, and how many there are in all.</summary>
    /// <param name="within">The search; its page and order do not matter.</param>
    /// <param name="most">The most to read.</param>
    public (ImmutableArray<Practice> Records, int Total) Travelled(SearchRequest within, int most)
    {
        var request = within with
        {
            Filters = within.Filters.With(PracticeFacets.Travelled, FacetPath.Of("yes")),
            Vocabulary = within.Vocabulary ?? _words,
            Sort = SortOrder.Title,
        };
        var total = _engine.Search(request with { PageSize = 0, CountFacets = false, Highlight = false }).Total;
        return ([.. All(request).Take(most).Select(hit => Find(hit.Id)!)], total);
    }

    /// <summary>Whether a search finds a record.</summary>
    public bool Finds(SearchRequest request, string id) =>
        Explain(request, id) is not null && Find(id) is { } record && PracticeFacets.Passes(record, request.Filters, Vocabularies);

    /// <summary>The records of the same kind that are most like one in words, themes, goals and people served, the best first, with what they share.</summary>
    /// <param name="id">The record; where there is none nothing is like it.</param>
    /// <param name="count">The most to give.</param>
    public ImmutableArray<SimilarRecord> Similar(string id, int count) => Find(id) is { } record ? Similar(record, count) : [];

    /// <summary>The same for a record that was read already.</summary>
    public ImmutableArray<SimilarRecord> Similar(Practice record, int count) => SimilarRecord.Of(record, count, _engine, this);

    /// <summary>Why a record ranks where it does; <see langword="null"/> when it does not match or is not there.</summary>
    public Explanation? Explain(SearchRequest request, string id) => _engine.Explain(request with { Vocabulary = _words }, id);

    /// <summary>
    /// The path of a facet's value as it stands in an address (<c>sdg=13.1</c>, <c>region=southern-africa</c>, <c>award=guangzhou-award/2018</c>);
    /// <see langword="null"/> when the facet has no such value.
    /// </summary>
    public FacetPath? PathOf(string field, string value) =>
        PracticeFacets.Find(field) is { } facet ? PracticeFacets.PathOf(facet, value, Vocabularies) : null;

    /// <summary>The name of a facet's value on a page, in English.</summary>
    public string LabelOf(string field, FacetPath path) =>
        PracticeFacets.Find(field)?.Vocabulary is { } vocabulary ? Vocabularies.Label(vocabulary, path.Leaf) : path.Leaf;

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private static SearchRequest OfKind(string kind) => new() { Filters = FacetSelection.Empty.With("kind", FacetPath.Of(kind)), Sort = SortOrder.Title };

    private bool HasSameNames(PracticeCatalog before) =>
        before._own == _own
        && before._awards.Length == _awards.Length && before._awards.Zip(_awards).All(pair => pair.First.Span.SequenceEqual(pair.Second.Span))
        && before.Stamp.Cities.SequenceEqual(Stamp.Cities);

    private IEnumerable<Hit> All(SearchRequest request)
    {
        for (var page = 1; ; page++)
        {
            var result = _engine.Search(request with
            {
                Page = page,
                PageSize = SearchRequest.MaxPageSize,
                CountFacets = false,
                Highlight = false,
            });
            foreach (var hit in result.Hits) yield return hit;
            if (page * SearchRequest.MaxPageSize >= result.Total) yield break;
        }
    }

    private static Vocabulary WithCities(Vocabulary known, ImmutableSortedDictionary<string, string> others) => new(
        "cities",
        known.Label,
        known.Concepts.Concat(others.Where(o => known.Find(o.Key) is null).Select(o => new Concept
        {
            Id = o.Key,
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Value),
        })));
}
