using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>A value that can be ticked.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How many records it alone would give, the other filters unchanged.</param>
/// <param name="Selected">Whether it is chosen.</param>
public readonly record struct FacetOption(FacetValueName Name, int Count, bool Selected);

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
        var options = new List<FacetOption>();
        var groups = CollectionsMarshal.AsSpan(Groups(counts, chosen, FacetValueName.In(facet, catalog), options));
        var all = groups.Length;
        var useful = all;
        if (all > Whole)
        {
            useful = Math.Max(InSight, ChosenAmong(groups));
            groups.Sort(ByUse);
            groups = groups[..Math.Min(all, useful + (state.View == ResultView.List ? MostBehind : MostBesidePicture))];
        }

        var order = OrderOf(vocabulary);
        return new(
            facet.Field,
            facet.Label,
            chosen.Count,
            Sorted(groups[..useful], order, options),
            Sorted(groups[useful..], order, options),
            all - groups.Length,
            open || chosen.Count > 0);
    }

    // Each value at the top with those below it whose parent is chosen or holds what is chosen. Counts are in path order, so that these follow it.
    private static List<Group> Groups(FacetCounts counts, ImmutableSortedSet<FacetPath> chosen, Func<FacetPath, FacetValueName> nameOf, List<FacetOption> options)
    {
        var groups = new List<Group>();
        var top = "";
        foreach (var (path, count) in counts.Values)
        {
            var isChosen = !chosen.IsEmpty && chosen.Contains(path);
            if (count == 0 && !isChosen) continue;
            var isBelow = path.Text.Contains(FacetPath.Separator, StringComparison.Ordinal);
            if (isBelow && (chosen.IsEmpty || !chosen.Any(c => IsAtOrBelow(c.Text, Parent(path))))) continue;
            var option = new FacetOption(nameOf(path), count, isChosen);
            if (groups.Count == 0 || !IsAtOrBelow(path.Text, top))
            {
                top = isBelow ? path.Labels[0] : path.Text;
                groups.Add(new(option, options.Count));
            }

            options.Add(option);
            groups[^1].Length++;
            groups[^1].IsSelected |= isChosen;
        }

        return groups;
    }

    private static int ChosenAmong(ReadOnlySpan<Group> groups)
    {
        var chosen = 0;
        foreach (var group in groups) chosen += group.IsSelected ? 1 : 0;
        return chosen;
    }

    private static FacetOption[] Sorted(Span<Group> groups, Comparison<Group> order, List<FacetOption> options)
    {
        groups.Sort(order);
        var length = 0;
        foreach (var group in groups) length += group.Length;
        var sorted = new FacetOption[length];
        var rest = sorted.AsSpan();
        foreach (var group in groups)
        {
            CollectionsMarshal.AsSpan(options).Slice(group.First, group.Length).CopyTo(rest);
            rest = rest[group.Length..];
        }

        return sorted;
    }

    // What is chosen before what is frequent.
    private static int ByUse(Group one, Group other)
    {
        var order = other.IsSelected.CompareTo(one.IsSelected);
        if (order == 0) order = other.Top.Count.CompareTo(one.Top.Count);
        return order != 0 ? order : one.First.CompareTo(other.First);
    }

    // Years: the latest first. Else the order of the field.
    private static Comparison<Group> OrderOf(Vocabulary? vocabulary) =>
        vocabulary is null ? (one, other) => other.First.CompareTo(one.First)
        : vocabulary.Top.Length > LongVocabulary ? ByLabel
        : (one, other) => one.Top.Name.Place != other.Top.Name.Place ? one.Top.Name.Place.CompareTo(other.Top.Name.Place) : one.First.CompareTo(other.First);

    private static int ByLabel(Group one, Group other)
    {
        var order = string.CompareOrdinal(one.Top.Name.SortLabel, other.Top.Name.SortLabel);
        return order != 0 ? order : one.First.CompareTo(other.First);
    }

    private static string Parent(FacetPath path) => path.Text[..path.Text.LastIndexOf(FacetPath.Separator)];

    private static bool IsAtOrBelow(string path, string top) =>
        path.StartsWith(top, StringComparison.Ordinal) && (path.Length == top.Length || path[top.Length] == FacetPath.Separator);

    /// <summary>A value at the top of a facet, with those in sight below it.</summary>
    /// <param name="top">The value at the top.</param>
    /// <param name="first">Where its options begin; groups in path order begin one after the other.</param>
    private sealed class Group(FacetOption top, int first)
    {
        public FacetOption Top { get; } = top;

        public int First { get; } = first;

        public int Length { get; set; }

        public bool IsSelected { get; set; }
    }
}
