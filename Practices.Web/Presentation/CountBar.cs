using Practices.Indexer.Indexing;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>A value of a facet with its count, as a line of a small chart that leads on.</summary>
/// <param name="Code">A goal's number, else empty.</param>
/// <param name="Label">Its name.</param>
/// <param name="Count">Records.</param>
/// <param name="Length">Length of its bar, of <see cref="Width"/>.</param>
/// <param name="Url">Where it leads.</param>
public sealed record CountBar(string Code, string Label, int Count, int Length, string Url)
{
    /// <summary>The width of the longest bar.</summary>
    public const int Width = 100;

    /// <summary>The values at the top of a facet's hierarchy, the most frequent first, each leading to the search with it and <paramref name="within"/>.</summary>
    public static IReadOnlyList<CountBar> Of(string field, SearchResult result, SearchState within, PracticeCatalog catalog, int most)
    {
        var values = (result.Facets.FirstOrDefault(f => f.Field == field)?.Values ?? [])
            .Where(v => v.Path.Depth == 1 && v.Count > 0)
            .OrderByDescending(v => v.Count)
            .Take(most)
            .ToList();
        return
        [
            .. values.Select(v => new CountBar(
                field == FacetView.GoalField ? v.Path.Leaf : "",
                catalog.LabelOf(field, v.Path),
                v.Count,
                Math.Max(1, v.Count * Width / values[0].Count),
                within.With(field, v.Path).Url())),
        ];
    }

    /// <summary>The charts of some facets, each under its heading; one without a value is left out.</summary>
    public static IEnumerable<(string Label, IReadOnlyList<CountBar> Values)> Charts(
        IEnumerable<string> fields, SearchResult result, SearchState within, PracticeCatalog catalog, int most) =>
        fields.Select(field => (PracticeFacets.Find(field)!.Label, Of(field, result, within, catalog, most))).Where(chart => chart.Item2.Count > 0);
}
