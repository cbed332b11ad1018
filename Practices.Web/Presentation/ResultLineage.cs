using Practices.Indexer.Indexing;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>The results of a search by who took over from whom.</summary>
/// <param name="Whole">Every step.</param>
/// <param name="Total">All that the search finds.</param>
public sealed record ResultLineage(LineageGraph Whole, int Total)
{
    // With the filters beside it and the table behind, what the first flight of a page carries.
    private const int MostSteps = 24;

    /// <summary>What is drawn of it.</summary>
    public LineageGraph Drawn { get; } = Whole.Largest(MostSteps);

    /// <summary>How many steps there are.</summary>
    public int Steps => Whole.Edges.Count();

    /// <summary>How many of them are not drawn.</summary>
    public int Undrawn => Steps - Drawn.Edges.Count();

    /// <summary>How many results have no part in any step; 0 where not all that tell were read.</summary>
    public int Untravelled => Whole.Untold > 0 ? 0 : Total - Whole.Found;

    /// <summary>Draws the results of a search.</summary>
    public static ResultLineage Of(SearchState state, SearchResult result, PracticeCatalog catalog) => new(LineageGraph.Of(state, catalog), result.Total);
}
