using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Web.Map;

namespace Practices.Web.Presentation;

/// <summary>The counts of a search without its hits, by facet and value.</summary>
public sealed class Tally
{
    private readonly Dictionary<string, Dictionary<string, int>> _counts;

    /// <summary>Counts what a search finds.</summary>
    public Tally(PracticeCatalog catalog, FacetSelection filters)
    {
        Result = catalog.Search(new SearchRequest { Filters = filters, PageSize = 0, Highlight = false });
        _counts = Result.Facets.ToDictionary(
            f => f.Field,
            f => f.Values.ToDictionary(v => v.Path.Leaf, v => v.Count, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>The search's answer.</summary>
    public SearchResult Result { get; }

    /// <summary>All that it finds.</summary>
    public int Total => Result.Total;

    /// <summary>How many records carry a value of a facet.</summary>
    public int this[string field, string value] => _counts.GetValueOrDefault(field)?.GetValueOrDefault(value) ?? 0;

    /// <summary>The values of a facet that some record carries.</summary>
    public IReadOnlyDictionary<string, int> Of(string field) => _counts.GetValueOrDefault(field) ?? [];

    /// <summary>The world with these counts.</summary>
    public WorldMap World(PracticeCatalog catalog) =>
        WorldMap.Draw(Of("country"), country => ConceptPoint.Of(catalog.Vocabularies["countries"].Find(country)));

    /// <summary>How many of each kind: <c>34 practices, 49 learning offers and 10 awards</c>.</summary>
    public string Kinds(PracticeCatalog catalog) => Words.List(
    [
        .. catalog.Vocabularies["kinds"].Concepts
            .Select(kind => (kind.Id, Count: this["kind", kind.Id]))
            .Where(kind => kind.Count > 0)
            .Select(kind => $"{kind.Count:N0} {Words.Noun(kind.Id, kind.Count)}"),
    ]);
}
