using System.Text;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web;

/// <summary>
/// What a reader asked for. The address is the state: every link of the search page is another state, written in one canonical order.
/// </summary>
public sealed record SearchState
{
    /// <summary>Hits on a page of the site.</summary>
    public const int DefaultPageSize = 20;

    /// <summary>Nothing asked for: everything that is public.</summary>
    public static SearchState Empty { get; } = new();

    /// <summary>What was typed, without outer spaces.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the words are meant as they are typed, and not to be put right.</summary>
    public bool IsExact { get; init; }

    /// <summary>What is chosen in the facets.</summary>
    public FacetSelection Filters { get; init; } = FacetSelection.Empty;

    /// <summary>The order of hits.</summary>
    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>Whether words also find the themes, goals, places and people that they name.</summary>
    public bool Widen { get; init; } = true;

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page; only the API lets a caller choose.</summary>
    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>How the results are shown.</summary>
    public ResultView View { get; init; } = ResultView.List;

    /// <summary>How many values are chosen, over all facets.</summary>
    public int FilterCount => Filters.Fields.Sum(facet => Filters[facet].Count);

    /// <summary>Whether anything narrows the search.</summary>
    public bool IsEmpty => Text.Length == 0 && Filters.IsEmpty;

    /// <summary>This search with a value chosen.</summary>
    public SearchState With(string field, FacetPath path) => this with { Filters = Filters.With(field, path), Page = 1 };

    /// <summary>This search without a value.</summary>
    public SearchState Without(string field, FacetPath path) => this with { Filters = Filters.Without(field, path), Page = 1 };

    /// <summary>This search with nothing chosen in a facet.</summary>
    public SearchState Without(string field) => this with { Filters = Filters.Without(field), Page = 1 };

    /// <summary>The value chosen if it was not, and the other way round.</summary>
    public SearchState Toggle(string field, FacetPath path) => Filters.Contains(field, path) ? Without(field, path) : With(field, path);

    /// <summary>This search for other words.</summary>
    public SearchState WithText(string text) => this with { Text = text, IsExact = false, Page = 1 };

    /// <summary>This search for the words as they are typed.</summary>
    public SearchState Exactly() => this with { IsExact = true, Page = 1 };

    /// <summary>This search in another order, from its first page.</summary>
    public SearchState SortedBy(SortOrder sort) => this with { Sort = sort, Page = 1 };

    /// <summary>This search with or without what its words name.</summary>
    public SearchState Widened(bool widen) => this with { Widen = widen, Page = 1 };

    /// <summary>The same results shown in another way, from the first page.</summary>
    public SearchState SeenAs(ResultView view) => this with { View = view, Page = 1 };

    /// <summary>The list of what carries these values alone in their facets, the rest of this search unchanged: what a number on a map or in a matrix stands for.</summary>
    public SearchState ListOf(params ReadOnlySpan<(string Field, FacetPath Path)> values)
    {
        var list = SeenAs(ResultView.List);
        foreach (var (field, path) in values) list = list.Without(field).With(field, path);
        return list;
    }

    /// <summary>Another page of this search.</summary>
    public SearchState AtPage(int page) => this with { Page = page };

    /// <summary>What the catalog is asked.</summary>
    public SearchRequest ToRequest() => new() { Text = Text, Correct = !IsExact, Widen = Widen, Filters = Filters, Sort = Sort, Page = Page, PageSize = PageSize };

    /// <summary>
    /// The keys and values of this state in canonical order: words, whether they are exact, facets in the catalog's order with their values in path order, sort, widening, view, page.
    /// What has its usual value is left out.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        if (Text.Length > 0) yield return new("q", Text);
        if (IsExact && Text.Length > 0) yield return new("exact", "1");
        if (!Filters.IsEmpty)
        {
            foreach (var facet in PracticeCatalog.Facets)
            {
                foreach (var path in Filters[facet.Field]) yield return new(facet.Field, path.Leaf);
            }
        }

        if (Sort != SortOrder.Relevance) yield return new("sort", SortName(Sort));
        if (!Widen) yield return new("widen", "off");
        if (View != ResultView.List) yield return new("view", ViewName(View));
        if (PageSize != DefaultPageSize) yield return new("pageSize", PageSize.ToString());
        if (Page > 1) yield return new("page", Page.ToString());
    }

    /// <summary>The address of this state below <paramref name="path"/>.</summary>
    public string Url(string path = Routes.Search)
    {
        var url = new StringBuilder(path);
        var join = '?';
        foreach (var (key, value) in Parameters())
        {
            // Slashes and colons are allowed in a query and easier to read as they are.
            url.Append(join).Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value).Replace("%2F", "/").Replace("%20", "+"));
            join = '&';
        }

        return url.ToString();
    }

    /// <summary>A view as it stands in an address.</summary>
    public static string ViewName(ResultView view) => view switch
    {
        ResultView.Map => "map",
        ResultView.Matrix => "matrix",
        ResultView.Timeline => "timeline",
        ResultView.Lineage => "lineage",
        _ => "list",
    };

    /// <summary>A sort order as it stands in an address.</summary>
    public static string SortName(SortOrder sort) => sort switch
    {
        SortOrder.Newest => "newest",
        SortOrder.Title => "title",
        _ => "relevance",
    };
}
