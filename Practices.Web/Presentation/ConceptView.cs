using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Web.Map;

namespace Practices.Web.Presentation;

/// <summary>What we hold on one concept: its place among others, counts, records, and what is missing.</summary>
public sealed class ConceptView
{
    private const int Shown = 8;
    private const int Bars = 6;

    private static readonly ImmutableArray<string> ChartFacets = ["sdg", "theme", "region", "evidence"];

    private readonly PracticeCatalog _catalog;

    /// <summary>Gathers what a concept's page needs.</summary>
    public ConceptView(ConceptFolder folder, Concept concept, PracticeCatalog catalog)
    {
        _catalog = catalog;
        Folder = folder;
        Concept = concept;
        var path = catalog.PathOf(folder.Facet, concept.Id);
        State = path is { } chosen ? SearchState.Empty.With(folder.Facet, chosen) : SearchState.Empty;
        Tally = new(catalog, State.Filters);
        var result = catalog.Search(State.ToRequest() with { PageSize = Shown, CountFacets = false, Highlight = false });
        Records = [.. catalog.Read(result).Select(hit => HitView.Of(hit, catalog))];
    }

    public ConceptFolder Folder { get; }

    public Concept Concept { get; }

    /// <summary>The search for the concept.</summary>
    public SearchState State { get; }

    public Tally Tally { get; }

    /// <summary>The newest records.</summary>
    public IReadOnlyList<HitView> Records { get; }

    public bool IsGoal => Folder.Facet == FacetView.GoalField;

    /// <summary>The number of the goal that it is or belongs to.</summary>
    public string Goal => Concept.Broader ?? Concept.Id;

    /// <summary>Its name with its code, where it has one.</summary>
    public string Title => !IsGoal ? Concept.Label : Concept.Broader is null ? $"Goal {Concept.Id}: {Concept.Label}" : $"Target {Concept.Id}: {Concept.Label}";

    /// <summary>What it is, in a sentence.</summary>
    public string Scope => Folder.Folder switch
    {
        _ when Concept.Scope.Length > 0 => Concept.Scope,
        "sdgs" when Concept.Properties.GetValueOrDefault("title") is { Length: > 0 } title => $"{title.TrimEnd('.')}.",
        "sdgs" => $"A target of goal {Goal}, {_catalog.Vocabularies.Label("sdgs", Goal)}.",
        "countries" when Broader is { Count: > 0 } regions => $"{Concept.Label} lies in {regions[^1].Label}.",
        "cities" when Broader is { Count: > 0 } above => $"{Concept.Label} is a city in {above[^1].Label}.",
        "regions" => "A region of the United Nations Statistics Division.",
        _ => "",
    };

    /// <summary>The wider concepts, the widest first, each with its page.</summary>
    public IReadOnlyList<(string Label, string Url)> Broader
    {
        get
        {
            var vocabularies = _catalog.Vocabularies;
            return Folder.Folder switch
            {
                "countries" => [.. Way("regions", Concept.Broader)],
                "cities" when Concept.Broader is { } country =>
                    [.. Way("regions", vocabularies["countries"].Find(country)?.Broader), (vocabularies.Label("countries", country), Routes.Country(country))],
                _ => [.. Way(Folder.Vocabulary, Concept.Broader)],
            };
        }
    }

    /// <summary>The concepts directly below, those of a region being regions or else countries, with their counts.</summary>
    public IReadOnlyList<(string Code, string Label, int Count, string Url)> Narrower
    {
        get
        {
            var vocabularies = _catalog.Vocabularies;
            var own = vocabularies[Folder.Vocabulary].Narrower(Concept.Id)
                .Select(c => (IsGoal ? c.Id : "", c.Label, Tally[Folder.Facet, c.Id], Folder.UrlOf(c.Id)));
            var others = Folder.Folder switch
            {
                "regions" => Tally.Of("country").Select(c => ("", vocabularies.Label("countries", c.Key), c.Value, Routes.Country(c.Key))),
                "countries" => Tally.Of("city")
                    .Where(c => vocabularies["cities"].Find(c.Key)?.Broader == Concept.Id)
                    .Select(c => ("", vocabularies.Label("cities", c.Key), c.Value, Routes.City(c.Key))),
                _ => [],
            };
            return [.. own, .. others.OrderBy(o => o.Item2, StringComparer.OrdinalIgnoreCase)];
        }
    }

    /// <summary>The small charts: every one a facet that is not the concept's own.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<CountBar> Values)> Charts =>
    [
        .. CountBar.Charts(
            ChartFacets.Where(facet => facet != Folder.Facet && !(facet == "region" && Folder.Folder is "countries" or "cities")), Tally.Result, State, _catalog, Bars),
    ];

    /// <summary>The world with what we hold on it; <see langword="null"/> for what is a place itself.</summary>
    public WorldMap? World => Folder.Folder is "countries" or "cities" ? null : Tally.World(_catalog);

    /// <summary>Where a country or a city lies.</summary>
    public Locator? Locator
    {
        get
        {
            if (Folder.Folder is not ("countries" or "cities")) return null;
            var country = Folder.Folder == "countries" ? Concept.Id : Concept.Broader;
            var points = Folder.Folder == "countries"
                ? Tally.Of("city").Keys.Select(id => _catalog.Vocabularies["cities"].Find(id)).OfType<Concept>().Where(c => c.Broader == Concept.Id).ToList()
                : [Concept];
            if (points.Count == 0) points = [Concept];
            return Locator.Draw(
                [.. points.Select(c => (c.Label, Point: ConceptPoint.Of(c))).Where(c => c.Point is not null).Select(c => new MapPoint(c.Point!.Value.Latitude, c.Point.Value.Longitude, c.Label))],
                country is null ? new HashSet<string>() : new HashSet<string> { country });
        }
    }

    /// <summary>The vocabularies of the catalog, for names.</summary>
    public VocabularySet Vocabularies => _catalog.Vocabularies;

    /// <summary>What the collection lacks here, a sentence each.</summary>
    public IReadOnlyList<string> Missing => [.. Gaps()];

    private IEnumerable<string> Gaps()
    {
        if (Tally.Total == 0)
        {
            yield return "There is no record yet. If you know a practice, tell us.";
            yield break;
        }

        if (Tally["kind", "practice"] == 0) yield return "There is no practice yet, only other records.";
        if (Tally["failures", "yes"] == 0) yield return "No record says what did not work.";
        if (Tally["evidence", "evaluated"] + Tally["evidence", "controlled-study"] == 0) yield return "No result has been checked by an outside study.";
        if (Tally["visit", "yes"] == 0) yield return "No record offers a visit.";
        if (Folder.Facet != "region" && Folder.Folder is not ("countries" or "cities") && Empty("region", "regions") is { Count: > 0 } regions)
            yield return $"Nothing from {Words.List(regions, "or")}.";
        if (!IsGoal && Empty(FacetView.GoalField, "sdgs") is { Count: > 0 and < 17 } goals)
            yield return $"Nothing on these goals: {Words.List(goals)}.";
    }

    private List<string> Empty(string field, string vocabulary) =>
        [.. Vocabularies[vocabulary].Top.Where(c => Tally[field, c.Id] == 0).Select(c => field == FacetView.GoalField ? $"{c.Id} {c.Label}" : c.Label)];

    private IEnumerable<(string Label, string Url)> Way(string vocabulary, string? id) =>
        id is null
            ? []
            : Vocabularies[vocabulary].PathTo(id).Select(c => (c.Label, ConceptFolder.All.First(f => f.Vocabulary == vocabulary).UrlOf(c.Id)));
}
