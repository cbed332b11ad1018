using Practices.Indexer.Indexing;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>The count of a search as a sentence: <c>37 practices about Water in Africa</c>.</summary>
/// <param name="Count">The number with its noun.</param>
/// <param name="About">What they are about, with a space before; empty for everything.</param>
/// <param name="Kinds">How many of each kind there are where the kinds are mixed, as values of the facet <c>kind</c>.</param>
public sealed record Headline(string Count, string About, IReadOnlyList<(string Kind, int Count)> Kinds)
{
    private const string KindFacet = "kind";
    private const string AwardFacet = "award";
    private const int LongestText = 80;
    private const int MostNames = 3;

    /// <summary>The whole sentence.</summary>
    public string Sentence => Count + About;

    /// <summary>The sentence without its number: <c>practices about Water in Africa</c>.</summary>
    public string Subject => Count[(Count.IndexOf(' ', StringComparison.Ordinal) + 1)..] + About;

    /// <summary>Says what a search found.</summary>
    public static Headline Of(SearchState state, SearchResult result, PracticeCatalog catalog)
    {
        var chosen = state.Filters[KindFacet];
        var kinds = (result.Facets.FirstOrDefault(f => f.Field == KindFacet)?.Values ?? [])
            .Where(v => v.Count > 0 && (chosen.IsEmpty || chosen.Contains(v.Path)))
            .OrderByDescending(v => v.Path.Leaf == "practice")
            .ThenByDescending(v => v.Count)
            .Select(v => (Kind: v.Path.Leaf, v.Count))
            .ToList();
        var kind = chosen.Count == 1 ? chosen[0].Leaf : kinds.Count == 1 ? kinds[0].Kind : "";
        var count = result.Total == 0 ? $"No {Words.Noun(kind, 0)}" : $"{result.Total:N0} {Words.Noun(kind, result.Total)}";
        return new(count, AboutOf(state, catalog, chosen.Count == 1), kinds.Count > 1 ? kinds : []);
    }

    private static string AboutOf(SearchState state, PracticeCatalog catalog, bool kindIsSaid)
    {
        var rest = "";
        if (state.Text.Length > 0)
            rest = $" with “{(state.Text.Length <= LongestText ? state.Text : state.Text[..LongestText].TrimEnd() + "…")}”";
        foreach (var facet in PracticeCatalog.Facets)
        {
            var chosen = state.Filters[facet.Field];
            if (chosen.IsEmpty || (facet.Field == KindFacet && kindIsSaid)) continue;
            var names = chosen.Take(MostNames).Select(path => Words.InSentence(catalog.LabelOf(facet.Field, path), facet.Vocabulary)).ToList();
            if (chosen.Count > MostNames) names.Add($"{chosen.Count - MostNames} more");
            // Below an award's cycle stand its words for outcomes: nobody is recognised by a word.
            var preposition = facet.Field == AwardFacet && chosen.All(path => path.Depth > 2) ? PracticeFacets.Find("outcome")!.Preposition : facet.Preposition;
            rest += $" {preposition} {Words.List(names, "or")}";
        }

        return rest;
    }
}
