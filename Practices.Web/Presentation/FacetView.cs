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

    // Beside a map or a matrix there is less room in the first flight, and less to read.
    private const int MostBesidePicture = 3;

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
        var groups = Groups(counts, chosen);
        var all = groups.Count;
        var useful = groups.Count;
        if (groups.Count > Whole)
        {
            useful = Math.Max(InSight, groups.Count(group => group.IsSelected));
            groups = [.. groups.OrderByDescending(group => group.IsSelected).ThenByDescending(group => group.Values[0].Count).Take(useful + (state.View == ResultView.List ? MostBehind : MostBesidePicture))];
        }

        IReadOnlyList<FacetOption> Options(IEnumerable<Group> some) => [.. Sorted(some, vocabulary).SelectMany(group => group.Values.Select(value => new FacetOption(
            value.Path.Leaf, NameBelow(value.Path, vocabulary), value.Count, chosen.Contains(value.Path), value.Path.Depth - 1)))];

        return new(facet.Field, facet.Label, chosen.Count, Options(groups.Take(useful)), Options(groups.Skip(useful)), all - groups.Count, open || chosen.Count > 0);
    }

    // Each value at the top with those below it whose parent is chosen or holds what is chosen. Counts are in path order, so that these follow it.
    private static List<Group> Groups(FacetCounts counts, ImmutableSortedSet<FacetPath> chosen)
    {
        var groups = new List<Group>();
        var top = "";
        foreach (var value in counts.Values)
        {
            var path = value.Path;
            var isChosen = !chosen.IsEmpty && chosen.Contains(path);
            if (value.Count == 0 && !isChosen) continue;
            if (path.Depth > 1 && (chosen.IsEmpty || !chosen.Any(c => IsAtOrBelow(c.Text, Parent(path))))) continue;
            if (groups.Count == 0 || !IsAtOrBelow(path.Text, top))
            {
                top = path.Labels[0];
                groups.Add(new([], IsSelected: false));
            }

            groups[^1].Values.Add(value);
            if (isChosen) groups[^1] = groups[^1] with { IsSelected = true };
        }

        return groups;
    }

    // Years: the latest first. Else the order of the field.
    private static IEnumerable<Group> Sorted(IEnumerable<Group> groups, Vocabulary? vocabulary) =>
        vocabulary is null ? groups.OrderByDescending(group => group.Top.Leaf, StringComparer.Ordinal)
        : vocabulary.Top.Length > LongVocabulary ? groups.OrderBy(group => LabelOf(group.Top, vocabulary), StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Top)
        : groups.OrderBy(group => vocabulary.PlaceAtTop(group.Top.Leaf)).ThenBy(group => group.Top);

    private static string LabelOf(FacetPath path, Vocabulary? vocabulary) => vocabulary?.Find(path.Leaf)?.Label ?? path.Leaf;

    // Below its award, a cycle or an outcome needs no more than its own name.
    private static string NameBelow(FacetPath path, Vocabulary? vocabulary) =>
        (path.Depth > 1 ? vocabulary?.Find(path.Leaf)?.Properties.GetValueOrDefault(AwardVocabularies.Word) : null) ?? LabelOf(path, vocabulary);

    private static string Parent(FacetPath path) => path.Text[..path.Text.LastIndexOf(FacetPath.Separator)];

    private static bool IsAtOrBelow(string path, string top) =>
        path.StartsWith(top, StringComparison.Ordinal) && (path.Length == top.Length || path[top.Length] == FacetPath.Separator);

    /// <summary>A value at the top of a facet, with those in sight below it.</summary>
    private sealed record Group(List<FacetCount> Values, bool IsSelected)
    {
        public FacetPath Top => Values[0].Path;
    }
}
