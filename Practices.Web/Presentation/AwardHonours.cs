using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>What an award recognised, in one cycle or in all, by its own words for outcomes, the highest first.</summary>
public sealed class AwardHonours
{
    // An award's page is no search page: who wants more than this filters.
    private const int Most = SearchRequest.MaxPageSize;

    /// <summary>Gathers the records that an award, or one of its cycles, has recognised.</summary>
    public AwardHonours(Practice award, string? cycle, PracticeCatalog catalog)
    {
        Cycles = [.. (award.Award?.Cycles ?? []).Reverse()];
        var id = cycle is null ? award.Id : $"{award.Id}/{cycle}";
        State = catalog.PathOf("award", id) is { } path ? SearchState.Empty.With("award", path) : SearchState.Empty;
        var result = State.Filters.IsEmpty
            ? SearchResult.Empty
            : catalog.Search(new SearchRequest { Filters = State.Filters, PageSize = Most, Sort = SortOrder.Title, CountFacets = false, Highlight = false });
        Total = result.Total;
        var cards = result.Hits.Select(catalog.CardOf).ToList();
        IEnumerable<Recognition> Words(PracticeCard card) => card.Recognition.Where(r => r.Award == award.Id && (cycle is null || r.Cycle == cycle));

        var outcomes = award.Award?.Outcomes ?? [];
        ByOutcome =
        [
            .. outcomes.Select(o => (o.Label, o.Description, (IReadOnlyList<HitView>)
                [.. cards.Where(c => Words(c).Any(r => r.Outcome == o.Id)).Select(c => HitView.Of(c, catalog))])),
            ("Presented, outcome not known to us", null, [.. cards.Where(c => Words(c).All(r => r.Outcome is null)).Select(c => HitView.Of(c, catalog))]),
        ];
    }

    /// <summary>The award's cycles, the latest first.</summary>
    public IReadOnlyList<AwardCycle> Cycles { get; }

    /// <summary>The search for the same records.</summary>
    public SearchState State { get; }

    /// <summary>How many records it recognised that we hold.</summary>
    public int Total { get; }

    /// <summary>The award's words with what they were given to; a word without a record has an empty list.</summary>
    public IReadOnlyList<(string Label, string? Description, IReadOnlyList<HitView> Records)> ByOutcome { get; }
}
