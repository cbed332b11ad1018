using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/learning</c>, <c>/networks</c>, <c>/awards</c>: all records of a kind by title, in groups where there are groups.</summary>
public sealed class DirectoryModel(PracticeLibrary library, TimeProvider clock) : CatalogPage(library)
{
    /// <summary>More than this is searched, not read through.</summary>
    public const int Most = SearchRequest.MaxPageSize;

    public RecordKind Kind { get; private set; }

    public SearchState State { get; private set; } = SearchState.Empty;

    public int Total { get; private set; }

    /// <summary>The groups in the order of their vocabulary, each with its records.</summary>
    public IReadOnlyList<(string Label, string Scope, string? Url, IReadOnlyList<HitView> Records)> Groups { get; private set; } = [];

    /// <summary>Other ways into the learning offers; <see langword="null"/> for the other kinds.</summary>
    public LearningFinder? Finder { get; private set; }

    /// <summary>What the collection lacks of the kind.</summary>
    public IReadOnlyList<Gap> Missing { get; private set; } = [];

    public string Title => Kind switch
    {
        RecordKind.Learning => "Ways to learn from other cities",
        RecordKind.Network => "Networks that a city can ask or join",
        _ => "Awards for urban practices",
    };

    public string Lede => Kind switch
    {
        RecordKind.Learning => "Master classes, exchanges, reviews, training and methods. Each page says what happens, who it is for and what is not known.",
        RecordKind.Network => "Who brings cities together, what they offer and how to reach them.",
        _ => "Each award has its own words for what it gives. They are kept as they are.",
    };

    public void OnGet(string directory)
    {
        Kind = directory switch { "learning" => RecordKind.Learning, "networks" => RecordKind.Network, _ => RecordKind.Award };
        State = SearchState.Empty.With("kind", FacetPath.Of(PracticeFacets.IdOf(Kind)));
        var result = Catalog.Search(new SearchRequest { Filters = State.Filters, Sort = SortOrder.Title, PageSize = Most, CountFacets = false, Highlight = false });
        Total = result.Total;
        if (Kind == RecordKind.Learning) Finder = LearningFinder.Of(State, Catalog, Today.Of(clock));
        var formats = Catalog.Vocabularies["learning-formats"];
        var cards = result.Hits.Select(Catalog.CardOf).ToLookup(card => card.LearningFormat is { } format && formats.Find(format) is not null ? format : "");
        Missing = DirectoryGaps.Of(Kind, new Tally(Catalog, State.Filters), Catalog);
        Groups =
        [
            .. formats.Concepts.Where(f => cards.Contains(f.Id)).Select(f => (f.Label, f.Scope, (string?)ConceptFolder.Of(formats.Name).UrlOf(f.Id), Views(cards[f.Id]))),
            .. cards.Contains("") ? [("", "", null, Views(cards[""]))] : Array.Empty<(string, string, string?, IReadOnlyList<HitView>)>(),
        ];
    }

    private IReadOnlyList<HitView> Views(IEnumerable<PracticeCard> cards) => [.. cards.Select(card => HitView.Of(card, Catalog))];
}
