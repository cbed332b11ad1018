using Practices.Indexer.Indexing;

namespace Practices.Web.Presentation;

/// <summary>A filter that is set, with the address of the search without it.</summary>
public sealed record FilterChip(string Facet, string Label, string RemoveUrl)
{
    /// <summary>The filters of a search, in the catalog's order.</summary>
    public static IReadOnlyList<FilterChip> All(SearchState state, PracticeCatalog catalog) =>
    [
        .. from facet in PracticeCatalog.Facets
           from path in state.Filters[facet.Field]
           select new FilterChip(facet.Label, catalog.LabelOf(facet.Field, path), state.Without(facet.Field, path).Url()),
    ];
}
