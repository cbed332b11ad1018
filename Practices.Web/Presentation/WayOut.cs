using Practices.Indexer.Indexing;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>What a reader who found nothing could drop, and what would then be found.</summary>
/// <param name="Label">What is dropped, as the end of "Without …".</param>
/// <param name="Count">What would be found.</param>
/// <param name="Url">That search.</param>
public sealed record WayOut(string Label, int Count, string Url)
{
    // Each way out is a search of its own; a page offers no more than can be read.
    private const int Most = 8;

    /// <summary>The ways out of a search that found nothing: each facet's filters, all of them, each word. Those that give something come first.</summary>
    public static IReadOnlyList<WayOut> Of(SearchState state, PracticeCatalog catalog)
    {
        var ways = new List<(string Label, SearchState State)>();
        foreach (var facet in PracticeCatalog.Facets)
        {
            var chosen = state.Filters[facet.Field];
            if (chosen.IsEmpty) continue;
            ways.Add(($"“{Words.List([.. chosen.Take(3).Select(p => catalog.LabelOf(facet.Field, p))], "or")}”", state.Without(facet.Field)));
        }

        if (ways.Count > 1) ways.Add(("any filter", SearchState.Empty.WithText(state.Text).Widened(state.Widen)));
        if (state.Text.Length > 0 && !state.Filters.IsEmpty) ways.Add(("the words", state.WithText("")));
        ways.AddRange(FewerWords(state));
        return
        [
            .. ways.Take(Most)
                .Select(way => new WayOut(way.Label, Found(way.State, catalog), way.State.Url()))
                .OrderByDescending(way => way.Count > 0),
        ];
    }

    private static IEnumerable<(string Label, SearchState State)> FewerWords(SearchState state)
    {
        var words = state.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 6) yield break;
        for (var at = 0; at < words.Length; at++)
            yield return ($"the word “{words[at]}”", state.WithText(string.Join(' ', words.Where((_, other) => other != at))));
    }

    private static int Found(SearchState state, PracticeCatalog catalog) =>
        catalog.Search(state.ToRequest() with { PageSize = 0, CountFacets = false, Highlight = false }).Total;
}
