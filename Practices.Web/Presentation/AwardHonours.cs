using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>One of an award's words with what it was given to.</summary>
/// <param name="Id">Where its section begins on the page.</param>
/// <param name="Word">The award's own word.</param>
/// <param name="Description">What the award means by it.</param>
/// <param name="Count">How many records that we hold carry it.</param>
/// <param name="Search">The search for them.</param>
/// <param name="Records">The first of them by title.</param>
public sealed record Honour(string Id, string Word, string? Description, int Count, SearchState Search, IReadOnlyList<HitView> Records);

/// <summary>What we hold of an award, or of one of its cycles: by its own words for outcomes, the highest first, and altogether.</summary>
public sealed class AwardHonours
{
    // An award's page is no search page: who wants more of a word follows its link.
    private const int MostOfWord = 50;
    private const int Bars = 8;

    private readonly PracticeCatalog _catalog;
    private readonly Practice _award;
    private readonly string? _cycle;

    /// <summary>Gathers the records that an award, or one of its cycles, holds.</summary>
    public AwardHonours(Practice award, string? cycle, PracticeCatalog catalog)
    {
        (_award, _cycle, _catalog) = (award, cycle, catalog);
        var path = catalog.PathOf("award", cycle is null ? award.Id : AwardVocabularies.CycleId(award.Id, cycle))
            ?? throw new ArgumentException("The award is not in the catalog, or has no such cycle.", nameof(award));
        State = SearchState.Empty.With("award", path);
        Tally = new(catalog, State.Filters);
        Words = [.. (award.Award?.Outcomes ?? []).Select(Of)];
        WithoutWord = Tally.Total - WithWord();
        Others = WithoutWord == 0 ? [] : [.. AllCards().Where(HasNoWord).Take(SearchState.DefaultPageSize).Select(card => HitView.Of(card, catalog))];
    }

    /// <summary>The search for all of them.</summary>
    public SearchState State { get; }

    /// <summary>Their counts.</summary>
    public Tally Tally { get; }

    /// <summary>The award's words, in its order; a word without a record has a count of 0.</summary>
    public IReadOnlyList<Honour> Words { get; }

    /// <summary>Whether the words are explained beside the records; an award's own page explains them further up.</summary>
    public bool ExplainsWords => _cycle is not null;

    /// <summary>How many records were presented, with no outcome known to us.</summary>
    public int WithoutWord { get; }

    /// <summary>The first of these by title.</summary>
    public IReadOnlyList<HitView> Others { get; }

    /// <summary>The award's cycles, the latest first, each with how many records we hold of it.</summary>
    public IEnumerable<(AwardCycle Cycle, int Count)> Cycles =>
        (_award.Award?.Cycles ?? []).Reverse().Select(cycle => (cycle, Tally["award", AwardVocabularies.CycleId(_award.Id, cycle.Id)]));

    /// <summary>Small charts, every line of which leads to the search within these records.</summary>
    public IEnumerable<(string Label, IReadOnlyList<CountBar> Values)> Charts =>
        CountBar.Charts([FacetView.GoalField, "theme", "region"], Tally.Result, State, _catalog, Bars);

    /// <summary>Where they are, each country leading to the search within it.</summary>
    public WorldView World => new(Tally.World(_catalog), _catalog.Vocabularies, country => State.With("country", FacetPath.Of(country)).Url(), "nofollow");

    /// <summary>What we lack of it: words, cycles and regions of which we hold no record.</summary>
    public IReadOnlyList<Gap> Missing => [.. Gaps()];

    private IEnumerable<Gap> Gaps()
    {
        var empty = Words.Where(word => word.Count == 0).Select(word => word.Word).ToList();
        if (Tally.Total == 0) yield return Gap.OfRecord(_cycle is null ? "We hold no record that it recognised." : "We hold no record of this cycle.");
        else if (empty.Count > 0) yield return Gap.OfRecord($"We hold no record named {Presentation.Words.List(empty, "or")}.");
        var cycles = Cycles.Where(cycle => cycle.Count == 0).Select(cycle => new ConceptLink(cycle.Cycle.Id, "", cycle.Cycle.Id, 0, Routes.AwardCycle(_award.Id, cycle.Cycle.Id))).ToList();
        if (_cycle is null && cycles.Count > 0) yield return Gap.OfRecord("We hold no record of these cycles.", cycles);
        if (Tally.Total > 0 && Gap.Without(Tally, "regions", _catalog.Vocabularies) is { Count: > 0 } regions) yield return Gap.OfRecord("We hold nothing that it recognised in these regions.", regions);
        if (_cycle is null && _award.Award?.Outcomes is not { Length: > 0 }) yield return Gap.OfFact("No source gives its words for outcomes.", "Do you know them?");
        if (_cycle is null && _award.Award?.Cycles is not { Length: > 0 }) yield return Gap.OfFact("No source gives its cycles.", "Do you know them?");
    }

    private Honour Of(AwardOutcome outcome)
    {
        var search = _cycle is null
            ? Chosen("outcome", AwardVocabularies.OutcomeId(_award.Id, outcome.Id))
            : Chosen("award", AwardVocabularies.OutcomeInCycleId(_award.Id, _cycle, outcome.Id));
        var field = search.Filters.Fields.Single();
        var count = Tally[field, search.Filters[field][0].Leaf];
        return new($"outcome-{outcome.Id}", outcome.Label, outcome.Description, count, search, count == 0 ? [] : Cards(search.Filters, MostOfWord));
    }

    private SearchState Chosen(string field, string value) => SearchState.Empty.With(field, _catalog.PathOf(field, value)!.Value);

    // A record can carry several of the words.
    private int WithWord()
    {
        var any = Words.Where(word => word.Count > 0).SelectMany(word => word.Search.Filters.Fields.Select(field => (Field: field, Path: word.Search.Filters[field][0])))
            .Aggregate(FacetSelection.Empty, (all, chosen) => all.With(chosen.Field, chosen.Path));
        return any.IsEmpty ? 0 : _catalog.Search(new SearchRequest { Filters = any, PageSize = 0, CountFacets = false, Highlight = false }).Total;
    }

    private bool HasNoWord(PracticeCard card) =>
        !card.Recognition.Any(r => r.Award == _award.Id && (_cycle is null || r.Cycle == _cycle) && r.Outcome is not null);

    private List<HitView> Cards(FacetSelection filters, int most) => [.. Found(filters, most, 1).Hits.Select(hit => HitView.Of(_catalog.CardOf(hit), _catalog))];

    // No facet holds those without a word, so they are picked out; most entries of an award are such, and the first of them are soon found.
    private IEnumerable<PracticeCard> AllCards()
    {
        for (var page = 1; ; page++)
        {
            var result = Found(State.Filters, SearchRequest.MaxPageSize, page);
            foreach (var hit in result.Hits) yield return _catalog.CardOf(hit);
            if (page * SearchRequest.MaxPageSize >= result.Total) yield break;
        }
    }

    private SearchResult Found(FacetSelection filters, int size, int page) => _catalog.Search(
        new SearchRequest { Filters = filters, PageSize = size, Page = page, Sort = SortOrder.Title, CountFacets = false, Highlight = false });
}
