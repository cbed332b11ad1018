using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
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
        var vocabulary = facet.Vocabulary is null ? null : catalog.Vocabularies[facet.Vocabulary];
        var groups = Groups(counts, chosen, vocabulary);
        var inSight = groups.Count;
        if (groups.Count > Whole)
        {
            inSight = Math.Max(InSight, groups.Count(g => g.IsSelected));
            var place = 0;
            foreach (var group in groups.OrderByDescending(g => g.IsSelected).ThenByDescending(g => g.Top.Count)) group.Place = place++;
        }

        var shown = new List<FacetOption>();
        var more = new List<FacetOption>();
        foreach (var group in Sorted(groups, vocabulary))
        {
            if (group.Place < inSight) shown.AddRange(group.Options);
            else if (group.Place < inSight + MostBehind) more.AddRange(group.Options);
        }

        return new(facet.Field, facet.Label, chosen.Count, shown, more, Math.Max(0, groups.Count - inSight - MostBehind), open || chosen.Count > 0);
    }

    // Each value at the top with those below it whose parent is chosen or holds what is chosen. Counts are in path order, so that these follow it.
    private static List<Group> Groups(FacetCounts counts, ImmutableSortedSet<FacetPath> chosen, Vocabulary? vocabulary)
    {
        var groups = new List<Group>();
        var top = "";
        foreach (var (path, count) in counts.Values)
        {
            var isChosen = !chosen.IsEmpty && chosen.Contains(path);
            if (count == 0 && !isChosen) continue;
            if (path.Depth > 1 && (chosen.IsEmpty || !chosen.Any(c => IsAtOrBelow(c.Text, Parent(path))))) continue;
            var leaf = path.Leaf;
            if (groups.Count == 0 || !IsAtOrBelow(path.Text, top))
            {
                top = path.Depth == 1 ? path.Text : path.Labels[0];
                groups.Add(new());
            }

            groups[^1].Options.Add(new(leaf, vocabulary?.Find(leaf)?.Label ?? leaf, count, isChosen, path.Depth - 1));
        }

        return groups;
    }

    // Years: the latest first. Else the order of the field.
    private static IEnumerable<Group> Sorted(List<Group> groups, Vocabulary? vocabulary) =>
        vocabulary is null ? groups.OrderByDescending(g => g.Top.Value, StringComparer.Ordinal)
        : vocabulary.Top.Length > LongVocabulary ? groups.OrderBy(g => g.Top.Label, StringComparer.OrdinalIgnoreCase)
        : groups.OrderBy(g => vocabulary.PlaceAtTop(g.Top.Value));

    private static string Parent(FacetPath path) => path.Text[..path.Text.LastIndexOf(FacetPath.Separator)];

    private static bool IsAtOrBelow(string path, string top) =>
        path.StartsWith(top, StringComparison.Ordinal) && (path.Length == top.Length || path[top.Length] == FacetPath.Separator);

    /// <summary>A value at the top of a facet, with those in sight below it.</summary>
    private sealed class Group
    {
        public List<FacetOption> Options { get; } = [];

        /// <summary>The value that names the group.</summary>
        public FacetOption Top => Options[0];

        public bool IsSelected => Options.Exists(option => option.Selected);

        /// <summary>Its place among the groups, the most useful first.</summary>
        public int Place { get; set; }
    }
}
