using Practices.Indexer.Indexing;
using Practices.Search.Searching;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/explore</c>: everything on a map, in matrices, over time and by how it travelled.</summary>
public sealed class ExploreModel(PracticeLibrary library) : CatalogPage(library)
{
    public SearchResult Result { get; private set; } = SearchResult.Empty;

    public MapView Map => MapView.Of(SearchState.Empty, Result, Catalog);

    public IReadOnlyList<MatrixView> Matrices => MatrixView.All(SearchState.Empty, Result, Catalog);

    public TimelineView Timeline => TimelineView.Of(SearchState.Empty, Result);

    public LineageGraph Lineage { get; private set; } = null!;

    public void OnGet()
    {
        Result = Catalog.Search(SearchState.Empty.ToRequest() with { PageSize = 0, Crosses = MatrixView.Pairs });
        Lineage = LineageGraph.Of(SearchState.Empty, Catalog);
    }
}
