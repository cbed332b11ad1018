using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary>The front page.</summary>
public sealed class IndexModel(PracticeLibrary library) : CatalogPage(library)
{
    private const int InStrip = 3;

    /// <summary>Searches that find something in the collection as it was first published.</summary>
    public static ImmutableArray<string> Examples { get; } = ["heat slum women", "participatory budget", "water for poor families"];

    public Tally Tally { get; private set; } = null!;

    public IReadOnlyList<HitView> Newest { get; private set; } = [];

    public IReadOnlyList<PracticeCard> Failures { get; private set; } = [];

    public IReadOnlyList<HitView> ToSee { get; private set; } = [];

    public IEnumerable<Concept> Goals => Catalog.Vocabularies["sdgs"].Top;

    public void OnGet()
    {
        Tally = new(Catalog, FacetSelection.Empty);
        var practices = FacetSelection.Empty.With("kind", FacetPath.Of("practice"));
        Newest = Views(practices);
        Failures = Cards(practices.With("failures", FacetPath.Of("yes")));
        var visits = FacetSelection.Empty.With("visit", FacetPath.Of("yes"));
        var classes = FacetSelection.Empty.With("format", FacetPath.Of("master-class")).With("format", FacetPath.Of("study-visit"));
        ToSee = [.. Views(visits).Concat(Views(classes)).DistinctBy(hit => hit.Url).Take(InStrip)];
    }

    private List<PracticeCard> Cards(FacetSelection filters) =>
    [
        .. Catalog.Search(new SearchRequest { Filters = filters, PageSize = InStrip, Sort = SortOrder.Newest, CountFacets = false, Highlight = false })
            .Hits.Select(Catalog.CardOf),
    ];

    private List<HitView> Views(FacetSelection filters) => [.. Cards(filters).Select(card => HitView.Of(card, Catalog))];
}
