using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>The records of one kind on a concept.</summary>
/// <param name="Kind">An id of the vocabulary <c>kinds</c>.</param>
/// <param name="Heading">What they are.</param>
/// <param name="Total">How many we hold.</param>
/// <param name="Url">The search for all of them.</param>
/// <param name="Records">Those that answer most of what a visitor asks, the newest of these first.</param>
public sealed record ConceptShelf(string Kind, string Heading, int Total, string Url, IReadOnlyList<HitView> Records)
{
    private const int MostOfMain = 8;
    private const int MostOfOthers = 4;

    private static readonly ImmutableArray<(string Kind, string Heading)> Kinds =
        [("practice", "Practices"), ("learning", "Ways to learn"), ("network", "Networks to ask"), ("award", "Awards")];

    /// <summary>The shelves that are not empty, that of the folder's own kind first.</summary>
    public static IReadOnlyList<ConceptShelf> All(ConceptFolder folder, SearchState state, Tally tally, PracticeCatalog catalog) =>
    [
        .. Kinds.Where(kind => tally["kind", kind.Kind] > 0)
            .OrderByDescending(kind => kind.Kind == folder.MainKind)
            .Select(kind => Of(kind.Kind, kind.Heading, kind.Kind == folder.MainKind ? MostOfMain : MostOfOthers, state, tally, catalog)),
    ];

    private static ConceptShelf Of(string kind, string heading, int most, SearchState state, Tally tally, PracticeCatalog catalog)
    {
        var own = state.With("kind", FacetPath.Of(kind));
        var cards = Cards(own.With("completeness", FacetPath.Of("full")), most, catalog);
        if (cards.Count < most) cards = [.. cards.Concat(Cards(own, most, catalog)).DistinctBy(card => card.Id).Take(most)];
        return new(kind, heading, tally["kind", kind], own.Url(), [.. cards.Select(card => HitView.Of(card, catalog))]);
    }

    private static List<PracticeCard> Cards(SearchState state, int most, PracticeCatalog catalog) =>
        [.. catalog.Search(state.ToRequest() with { PageSize = most, Sort = SortOrder.Newest, CountFacets = false, Highlight = false }).Hits.Select(catalog.CardOf)];
}
