using Practices.Indexer.Indexing;
using Practices.Search.Searching;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/offline</c>: what can be kept to be read without a connection. It is what a search finds, read from the address as on the search page, or a shortlist.</summary>
public sealed class OfflineModel(PracticeLibrary library) : CatalogPage(library)
{
    /// <summary>The most records that one copy holds: two minutes of a line of 400 kbit/s.</summary>
    public const int MostKept = 200;

    private SearchState _state = SearchState.Empty;
    private ChosenRecords? _chosen;

    public IReadOnlyList<IgnoredParameter> Ignored { get; private set; } = [];

    /// <summary>The records of the copy.</summary>
    public IReadOnlyList<HitView> Records { get; private set; } = [];

    /// <summary>How many there are, of which <see cref="Records"/> are as many as one copy holds.</summary>
    public int Total { get; private set; }

    /// <summary>What they are, as a sentence without their number.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Where they were chosen.</summary>
    public string Back => _chosen?.Url(Routes.Shortlist) ?? _state.Url();

    /// <summary>The canonical address.</summary>
    public string Canonical => _chosen?.Url(Routes.Offline) ?? _state.Url(Routes.Offline);

    public void OnGet()
    {
        if (Request.Query.ContainsKey(ChosenRecords.Key)) ReadList();
        else ReadSearch();
        if (Ignored.Count > 0) PageCache.Skip(HttpContext);
    }

    /// <summary>The search of an address of this page, whatever page or view of its results was looked at.</summary>
    public static SearchState AllOf(SearchState state) => state.SeenAs(ResultView.List).AtPage(1);

    private void ReadList()
    {
        _chosen = ChosenRecords.Listed(Request.Query, Catalog) with { Text = "" };
        (Ignored, Total, Subject) = (_chosen.Ignored, _chosen.Records.Length, "records of your shortlist");
        Records = [.. _chosen.Records.Select(record => HitView.Of(PracticeCard.Of(record), Catalog))];
    }

    private void ReadSearch()
    {
        (var state, Ignored) = SearchQuery.Read(Request.Query, Catalog);
        _state = AllOf(state);
        var records = new List<HitView>();
        for (var page = 1; records.Count < MostKept; page++)
        {
            var result = Catalog.Search(_state.ToRequest() with { Page = page, PageSize = SearchRequest.MaxPageSize, CountFacets = page == 1, Highlight = false });
            if (page == 1) (Total, Subject) = (result.Total, Headline.Of(_state, result, Catalog).Subject);
            records.AddRange(result.Hits.Select(hit => HitView.Of(Catalog.CardOf(hit), Catalog)));
            if (page * SearchRequest.MaxPageSize >= result.Total) break;
        }

        Records = records.Count > MostKept ? records[..MostKept] : records;
    }
}
