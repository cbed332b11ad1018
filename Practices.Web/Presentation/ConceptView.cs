using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Web.Map;

namespace Practices.Web.Presentation;

/// <summary>What we hold on one concept: counts, records and maps, the ways to other concepts, and what is missing.</summary>
public sealed class ConceptView
{
    private const int Bars = 6;

    private static readonly ImmutableArray<string> ChartFacets = ["sdg", "theme", "region", "evidence"];

    private readonly PracticeCatalog _catalog;

    /// <summary>Gathers what a concept's page needs.</summary>
    public ConceptView(ConceptFolder folder, Concept concept, PracticeCatalog catalog)
    {
        _catalog = catalog;
        Folder = folder;
        Concept = concept;
        State = catalog.PathOf(folder.Facet, concept.Id) is { } chosen ? SearchState.Empty.With(folder.Facet, chosen) : SearchState.Empty;
        Tally = new(catalog, State.Filters);
        Ways = new(folder, concept, catalog);
        Shelves = ConceptShelf.All(folder, State, Tally, catalog);
        Missing = new ConceptGaps(this, catalog).All;
    }

    public ConceptFolder Folder { get; }

    public Concept Concept { get; }

    /// <summary>The search for the concept.</summary>
    public SearchState State { get; }

    /// <summary>The counts of its records.</summary>
    public Tally Tally { get; }

    /// <summary>The ways to other concepts.</summary>
    public ConceptWays Ways { get; }

    /// <summary>The records by kind.</summary>
    public IReadOnlyList<ConceptShelf> Shelves { get; }

    /// <summary>What the collection lacks here.</summary>
    public IReadOnlyList<Gap> Missing { get; }

    public bool IsGoal => Folder.Facet == FacetView.GoalField;

    /// <summary>The number of the goal that it is or belongs to.</summary>
    public string Goal => Concept.Broader ?? Concept.Id;

    /// <summary>Its name with its code, where it has one.</summary>
    public string Title => !IsGoal ? Concept.Label : Concept.Broader is null ? $"Goal {Concept.Id}: {Concept.Label}" : $"Target {Concept.Id}: {Concept.Label}";

    /// <summary>The name that tells its page from every other.</summary>
    public string PageTitle => Folder.Folder switch
    {
        "cities" when Concept.Broader is { } country => $"{Title}, {Vocabularies.Label("countries", country)}",
        "formats" or "evidence" or "regions" => $"{Title}: {Words.InSentence(Folder.Title, Folder.Vocabulary)}",
        _ => Title,
    };

    /// <summary>What it is, in a sentence.</summary>
    public string Scope => Folder.Folder switch
    {
        _ when Concept.Scope.Length > 0 => Concept.Scope,
        "sdgs" when Concept.Properties.GetValueOrDefault("title") is { Length: > 0 } title => $"{title.TrimEnd('.')}.",
        "sdgs" => $"A target of goal {Goal}, {Vocabularies.Label("sdgs", Goal)}.",
        "countries" when Ways.Broader is { Count: > 0 } regions => $"{Concept.Label} lies in {regions[^1].Label}.",
        "cities" when Ways.Broader is { Count: > 0 } above => $"{Concept.Label} is a city in {above[^1].Label}.",
        "regions" when Ways.Broader is { Count: > 0 } wider => $"{Concept.Label} is a part of {wider[^1].Label}, as the United Nations Statistics Division divides the world.",
        "regions" => "A region of the United Nations Statistics Division.",
        _ => "",
    };

    /// <summary>The page of the concept at the United Nations, where the vocabulary has it.</summary>
    public string? OfficialUrl => Concept.Properties.GetValueOrDefault("iri");

    /// <summary>How many of each kind, each leading to the search for them.</summary>
    public IEnumerable<(string Count, string Url)> Kinds => Shelves.Select(shelf => ($"{shelf.Total:N0} {Words.Noun(shelf.Kind, shelf.Total)}", shelf.Url));

    /// <summary>The concepts below it: all parts, and the countries or cities of which we hold something.</summary>
    public IReadOnlyList<ConceptLink> Within => [.. Ways.Parts, .. Ways.Places.Where(place => place.Count > 0)];

    /// <summary>Searches for what it lacks, in the nearest wider concept.</summary>
    public IReadOnlyList<(string Label, string Url)> Nearest => Ways.Nearest(Tally);

    /// <summary>The awards that recognised some of it, with how many.</summary>
    public IReadOnlyList<ConceptLink> Recognisers =>
    [
        .. Vocabularies["awards"].Top.Where(award => Tally["award", award.Id] > 0)
            .Select(award => new ConceptLink(award.Id, "", award.Label, Tally["award", award.Id], State.With("award", FacetPath.Of(award.Id)).Url())),
    ];

    /// <summary>How results were measured, on the pages of the ladder; empty elsewhere.</summary>
    public IReadOnlyList<Measurement> Measurements => Folder.Folder == "evidence" ? Measurement.Of(State, _catalog) : [];

    /// <summary>The small charts: every one a facet that is not the concept's own.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<CountBar> Values)> Charts =>
    [
        .. CountBar.Charts(
            ChartFacets.Where(facet => facet != Folder.Facet && !(facet == "region" && Folder.IsOfPlaces)), Tally.Result, State, _catalog, Bars),
    ];

    /// <summary>The world, or the region, with what we hold on it; <see langword="null"/> for what is a country or a city itself.</summary>
    public WorldMap? World => Folder.Folder switch
    {
        "countries" or "cities" => null,
        "regions" => Near(),
        _ => Tally.World(_catalog),
    };

    /// <summary>Where a country or a city lies.</summary>
    public Locator? Locator
    {
        get
        {
            if (Folder.Folder is not ("countries" or "cities")) return null;
            var country = Folder.Folder == "countries" ? Concept.Id : Concept.Broader;
            var points = Folder.Folder == "countries"
                ? Tally.Of("city").Keys.Select(id => Vocabularies["cities"].Find(id)).OfType<Concept>().Where(c => c.Broader == Concept.Id).ToList()
                : [Concept];
            if (points.Count == 0) points = [Concept];
            return Locator.Draw(
                [.. points.Select(c => (c.Label, Point: ConceptPoint.Of(c))).Where(c => c.Point is not null).Select(c => new MapPoint(c.Point!.Value.Latitude, c.Point.Value.Longitude, c.Label))],
                country is null ? new HashSet<string>() : new HashSet<string> { country });
        }
    }

    /// <summary>The vocabularies of the catalog, for names.</summary>
    public VocabularySet Vocabularies => _catalog.Vocabularies;

    // A record in two regions counts in both, and its other country lies elsewhere.
    private WorldMap Near()
    {
        var countries = Vocabularies["countries"].Concepts.Where(country => Ways.IsInside(country, Concept.Id)).ToList();
        return WorldMap.Draw(
            countries.ToDictionary(country => country.Id, country => Tally["country", country.Id], StringComparer.Ordinal),
            country => ConceptPoint.Of(Vocabularies["countries"].Find(country)),
            MapFrame.Around([.. countries.Select(ConceptPoint.Of).OfType<(double, double)>()]));
    }
}
