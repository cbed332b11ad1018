using Practices.Indexer.Indexing;
using Practices.Search.Searching;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/practices</c>: words, filters, what was found, as a list, a map, a matrix, a timeline or how it travelled.</summary>
public sealed class SearchModel(PracticeLibrary library) : CatalogPage(library)
{
    // From two filters on, combinations are endless and say nothing new to a crawler.
    private const int FiltersForCrawlers = 1;

    public SearchState State { get; private set; } = SearchState.Empty;

    public IReadOnlyList<IgnoredParameter> Ignored { get; private set; } = [];

    public SearchResult Result { get; private set; } = SearchResult.Empty;

    public Headline Headline => Headline.Of(State, Result, Catalog);

    public IReadOnlyList<HitView> Hits => [.. Catalog.Read(Result).Select(hit => HitView.ToChoose(hit, Catalog))];

    public IReadOnlyList<FacetView> Facets => FacetView.All(State, Result, Catalog);

    public IReadOnlyList<FilterChip> Chips => FilterChip.All(State, Catalog);

    public IReadOnlyList<WayOut> WaysOut => Result.Total == 0 && !State.IsEmpty ? WayOut.Of(State, Catalog) : [];

    public bool IsForCrawlers => State.FilterCount + (State.View == ResultView.List ? 0 : 1) <= FiltersForCrawlers && State.Text.Length == 0;

    /// <summary>The ways to show the same results.</summary>
    public static IReadOnlyList<(string Label, ResultView View)> Views { get; } = [.. Enum.GetValues<ResultView>().Select(view => (view.ToString(), view))];

    /// <summary>The orders that make sense here: without words there is no best match.</summary>
    public IEnumerable<(string Label, SortOrder Sort)> Sorts => State.Text.Length > 0
        ? [("Best match", SortOrder.Relevance), ("Newest", SortOrder.Newest), ("Title", SortOrder.Title)]
        : [("Newest", SortOrder.Relevance), ("Title", SortOrder.Title)];

    public void OnGet()
    {
        (State, Ignored) = SearchQuery.Read(Request.Query, Catalog);
        if (Ignored.Count > 0) PageCache.Skip(HttpContext);

        // Without words the best match is the newest anyway; one name for one order keeps one address for one page.
        if (State is { Text: "", Sort: SortOrder.Newest }) State = State with { Sort = SortOrder.Relevance };
        Result = Catalog.Search(Asked(State));

        // A page behind the last shows the last: somebody kept an address while records went away.
        var pages = Pagination.PageCount(State, Result.Total);
        if (State.Page <= pages) return;
        Ignored = [.. Ignored, new("page", State.Page.ToString(), pages == 1 ? "There is only this page." : $"There are {pages} pages. This is the last.")];
        PageCache.Skip(HttpContext);
        State = State.AtPage(pages);
        Result = Catalog.Search(Asked(State));
    }

    // Only a list needs hits, and only a matrix counts of two values.
    private static SearchRequest Asked(SearchState state) => state.View switch
    {
        ResultView.List => state.ToRequest(),
        ResultView.Matrix => state.ToRequest() with { PageSize = 0, Crosses = MatrixView.Pairs },
        _ => state.ToRequest() with { PageSize = 0 },
    };
}
