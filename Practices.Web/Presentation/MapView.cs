using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Web.Map;

namespace Practices.Web.Presentation;

/// <summary>The results of a search as dots on the world, or on the region that is chosen.</summary>
/// <param name="World">The dots.</param>
/// <param name="Countries">The countries of the results by name, each with the list of its results.</param>
/// <param name="Zooms">Regions with results, each with the map of it; empty where there is nothing to come closer to.</param>
/// <param name="Wider">The map of the whole world; <see langword="null"/> where it is shown.</param>
public sealed record MapView(
    WorldView World,
    ImmutableArray<(string Label, int Count, string Url)> Countries,
    ImmutableArray<(string Label, int Count, string Url)> Zooms,
    string? Wider)
{
    private const string RegionField = "region";
    private const string CountryField = "country";

    /// <summary>Draws the results of a search.</summary>
    public static MapView Of(SearchState state, SearchResult result, PracticeCatalog catalog)
    {
        var vocabularies = catalog.Vocabularies;
        var counts = result.Within(CountryField, state.Filters).ToList();
        (double, double)? PointOf(string country) => ConceptPoint.Of(vocabularies["countries"].Find(country));
        string UrlOf(string country) => state.ListOf((CountryField, FacetPath.Of(country))).Url();

        var isWhole = state.Filters[RegionField].IsEmpty && state.Filters[CountryField].IsEmpty;
        var near = isWhole ? [] : counts.Select(count => count.Path.Leaf).Where(country => IsInside(country, state, catalog)).Select(PointOf).OfType<(double, double)>().ToList();
        var map = WorldMap.Draw(counts.ToDictionary(c => c.Path.Leaf, c => c.Count, StringComparer.Ordinal), PointOf, MapFrame.Around(near));

        var regions = result.Within(RegionField, state.Filters).ToDictionary(value => value.Path, value => value.Count);
        var zooms = ResultCounts.Divided(PracticeFacets.Find(RegionField)!, state.Filters, catalog, isDivided: true)
            .Where(regions.ContainsKey)
            .Select(path => (catalog.LabelOf(RegionField, path), regions[path], state.Without(RegionField).With(RegionField, path).SeenAs(ResultView.Map).Url()));
        return new(
            new(map, vocabularies, UrlOf, "nofollow"),
            [.. counts.Select(c => (catalog.LabelOf(CountryField, c.Path), c.Count, UrlOf(c.Path.Leaf))).OrderBy(c => c.Item1, StringComparer.Ordinal)],
            regions.Count > 1 ? [.. zooms] : [],
            isWhole ? null : state.Without(RegionField).Without(CountryField).SeenAs(ResultView.Map).Url());
    }

    // A practice in two countries may have one of them elsewhere: it is no reason to look that far.
    private static bool IsInside(string country, SearchState state, PracticeCatalog catalog)
    {
        var chosen = state.Filters[RegionField];
        var region = catalog.Vocabularies["countries"].Find(country)?.Broader;
        return chosen.IsEmpty || (region is not null && catalog.Vocabularies["regions"].PathTo(region).Any(step => chosen.Any(path => path.Leaf == step.Id)));
    }
}
