using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>A value that can be ticked.</summary>
/// <param name="Value">As it stands in the address.</param>
/// <param name="Label">As it is called.</param>
/// <param name="Count">How many records it alone would give, the other filters unchanged.</param>
/// <param name="Selected">Whether it is chosen.</param>
/// <param name="Depth">0 at the top of its facet.</param>
public sealed record FacetOption(string Value, string Label, int Count, bool Selected, int Depth);

/// <summary>
/// One facet of the search page. Values below a parent show only once it, or one of them, is chosen; a long list shows its most useful values
/// and keeps the rest behind "more"; what is chosen is always in sight, at 0 too.
/// </summary>
/// <param name="Field">Its key in the address.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Selected">How many of its values are chosen.</param>
/// <param name="Shown">The values in sight.</param>
/// <param name="More">The values behind "more", the most frequent where there are very many.</param>
/// <param name="Hidden">How many further values there are, which the page does not list.</param>
/// <param name="IsOpen">Whether it is open when the page comes.</param>
public sealed record FacetView(
    string Field, string Label, int Selected, IReadOnlyList<FacetOption> Shown, IReadOnlyList<FacetOption> More, int Hidden, bool IsOpen)
{
    /// <summary>The facet of the goals, whose values carry their number in their colour.</summary>
    public const string GoalField = "sdg";

    private const int InSight = 8;

    // The goals and the themes are few enough to be seen whole.
    private const int Whole = 17;

    // A list behind "more" longer than this is found by its name in the search box, not by reading.
    private const int MostBehind = 60;

    // A list this long is looked through by name, not in its field's order.
    private const int LongVocabulary = 100;

    // Those further down are rarely used: they wait closed.
    private const int OpenFacets = 5;

    /// <summary>The facets of a result, in the catalog's order, without those that have nothing to choose.</summary>
    public static IReadOnlyList<FacetView> All(SearchState state, SearchResult result, PracticeCatalog catalog)
    {
        var counts = result.Facets.ToDictionary(f => f.Field, StringComparer.Ordinal);
        var views = new List<FacetView>();
        foreach (var facet in PracticeCatalog.Facets)
        {
            if (!counts.TryGetValue(facet.Field, out var found)) continue;
            var view = Of(facet, found, state, catalog, views.Count < OpenFacets);
            if (view.Shown.Count > 0) views.Add(view);
        }

        return views;
    }

    private static FacetView Of(FacetDefinition facet, FacetCounts counts, SearchState state, PracticeCatalog catalog, bool open)
    {
        var chosen = state.Filters[facet.Field];
        var groups = counts.Values
            .Where(v => v.Count > 0 || chosen.Contains(v.Path))
            .GroupBy(v => v.Path.Labels[0], StringComparer.Ordinal)
            .Select(group => Options(facet, [.. group], chosen, catalog))
            .Where(group => group.Count > 0)
            .ToList();

        var selected = groups.Count(g => g.Exists(o => o.Selected));
        var useful = groups.Count <= Whole
            ? groups
            : [.. groups.OrderByDescending(g => g.Exists(o => o.Selected)).ThenByDescending(g => g[0].Count).Take(Math.Max(InSight, selected))];
        var behind = groups.Where(g => !useful.Contains(g)).OrderByDescending(g => g[0].Count).Take(MostBehind).ToList();
        var sorted = Sorted(facet, groups, catalog).ToList();
        return new(
            facet.Field,
            facet.Label,
            chosen.Count,
            [.. sorted.Where(useful.Contains).SelectMany(g => g)],
            [.. sorted.Where(behind.Contains).SelectMany(g => g)],
            groups.Count - useful.Count - behind.Count,
            open || chosen.Count > 0);
    }

    /// <summary>The value at the top, and the values below it whose parent is chosen or holds what is chosen.</summary>
    private static List<FacetOption> Options(
        FacetDefinition facet, IReadOnlyList<FacetCount> group, IReadOnlyCollection<FacetPath> chosen, PracticeCatalog catalog) =>
    [
        .. group.Where(v => Parent(v.Path) is not { } parent || chosen.Any(c => c == parent || IsBelow(c, parent)))
            .Select(v => new FacetOption(v.Path.Leaf, catalog.LabelOf(facet.Field, v.Path), v.Count, chosen.Contains(v.Path), v.Path.Depth - 1)),
    ];

    private static IEnumerable<List<FacetOption>> Sorted(FacetDefinition facet, List<List<FacetOption>> groups, PracticeCatalog catalog)
    {
        // Years: the latest first.
        if (facet.Vocabulary is null) return groups.OrderByDescending(g => g[0].Value, StringComparer.Ordinal);
        var vocabulary = catalog.Vocabularies[facet.Vocabulary];
        if (vocabulary.Top.Count() > LongVocabulary) return groups.OrderBy(g => g[0].Label, StringComparer.OrdinalIgnoreCase);
        var order = vocabulary.Top.Select((concept, at) => (concept.Id, at)).ToDictionary(c => c.Id, c => c.at, StringComparer.Ordinal);
        return groups.OrderBy(g => order.GetValueOrDefault(g[0].Value, int.MaxValue));
    }

    private static FacetPath? Parent(FacetPath path) => path.Depth == 1 ? null : FacetPath.FromText(path.Text[..path.Text.LastIndexOf(FacetPath.Separator)]);

    private static bool IsBelow(FacetPath path, FacetPath ancestor) =>
        path.Text.StartsWith(ancestor.Text + FacetPath.Separator, StringComparison.Ordinal);
}
