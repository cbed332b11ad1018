using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Web.Map;

namespace Practices.Web.Presentation;

/// <summary>A record with everything that its page says about it and around it. Safe for any number of threads; never changes.</summary>
public sealed class RecordView
{
    private const int MostSimilar = 4;

    // Some ten megabytes; what is around other records is gathered each time.
    private const int MostKept = 256;

    private static readonly CatalogMemo<RecordMemo<RecordView?>> Kept = new(_ => new(MostKept));

    private readonly PracticeCatalog _catalog;

    private RecordView(Practice record, PracticeCatalog catalog)
    {
        _catalog = catalog;
        Record = record;
        Evidence = EvidenceView.Of(record.Evidence, Vocabularies);
        (Series, var single) = ResultSeries.Of(record.Results);
        Results = [.. single.Select(ResultBar.Of)];
        var pointing = catalog.PointingTo(record.Id);
        Travels = TravelStep.All(record, pointing, catalog);
        var learning = pointing.Where(c => c.Kind == RecordKind.Learning).ToLookup(c => catalog.Find(c.Id)?.Learning?.Shows.Contains(record.Id) ?? false);
        SeenIn = [.. learning[true]];
        Learning = [.. learning[false].Select(c => HitView.Of(c, catalog))];
        Networks = [.. pointing.Where(c => c.Kind == RecordKind.Network).Select(c => HitView.Of(c, catalog))];
        Pictures = PictureView.Of(record);
        Lead = Pictures.FirstOrDefault(picture => !picture.IsInStory);
        Locator = LocatorOf(record.Places);
        Similar = [.. catalog.Similar(record, MostSimilar).Select(other => HitView.Of(other.Card, catalog) with { Why = SharedWords.Of(other, catalog) })];
    }

    /// <summary>The view of a record by its id, gathered once for a catalog; <see langword="null"/> when there is none that is public.</summary>
    public static RecordView? Of(string id, PracticeCatalog catalog) =>
        Kept.Of(catalog).Of(id, asked => catalog.Find(asked) is { } record ? new(record, catalog) : null);

    public Practice Record { get; }

    public VocabularySet Vocabularies => _catalog.Vocabularies;

    public EvidenceView Evidence { get; }

    /// <summary>Results that stand by themselves.</summary>
    public IReadOnlyList<ResultBar> Results { get; }

    /// <summary>Measures that are given for several years.</summary>
    public IReadOnlyList<ResultSeries> Series { get; }

    public IReadOnlyList<TravelStep> Travels { get; }

    /// <summary>What is dated of it, year by year.</summary>
    public IReadOnlyList<DatedStep> Steps => field ??= DatedStep.All(this);

    /// <summary>Learning offers that show it.</summary>
    public IReadOnlyList<PracticeCard> SeenIn { get; }

    /// <summary>Other learning offers that point to it, such as those that it holds.</summary>
    public IReadOnlyList<HitView> Learning { get; }

    /// <summary>Networks that run it or point to it.</summary>
    public IReadOnlyList<HitView> Networks { get; }

    /// <summary>Records of the same kind that are most like it, each with what they share.</summary>
    public IReadOnlyList<HitView> Similar { get; }

    /// <summary>Its pictures.</summary>
    public IReadOnlyList<PictureView> Pictures { get; }

    /// <summary>The picture that stands beside the title: the first that the story does not show; <see langword="null"/> when there is none.</summary>
    public PictureView? Lead { get; }

    /// <summary>Where it lies; <see langword="null"/> when no place is known closely enough.</summary>
    public Locator? Locator { get; }

    /// <summary>The canonical path of its page.</summary>
    public string Url => Routes.Record(Record.Kind, Record.Id);

    /// <summary>The language of the record where it is not the page's.</summary>
    public string? Lang => Record.Language == "en" ? null : Record.Language;

    /// <summary>A name of a vocabulary.</summary>
    public string Label(string vocabulary, string id) => Vocabularies.Label(vocabulary, id);

    /// <summary>The page of another record, where it is public.</summary>
    public (string Url, string Title)? Other(string? id) =>
        id is not null && _catalog.Find(id) is { } other ? (Routes.Record(other.Kind, other.Id), other.Title) : null;

    /// <summary>Other records as lines of a list, those of them that are public.</summary>
    public IReadOnlyList<HitView> Cards(IEnumerable<string> ids) => [.. ids.Select(_catalog.Find).OfType<Practice>().Select(other => HitView.Of(PracticeCard.Of(other), _catalog))];

    /// <summary>Its recognitions in order of time; those without a date stand by their cycle's year, and those without either last.</summary>
    public IEnumerable<Recognition> Recognition => Record.Recognition.OrderBy(r => r.Announced ?? new DateOnly(YearOf(r) ?? DateOnly.MaxValue.Year, 12, 31));

    /// <summary>An award's own word for an outcome.</summary>
    public string WordOf(Recognition recognition) => AwardVocabularies.WordOf(Vocabularies, recognition.Award, recognition.Outcome!);

    /// <summary>The search for all that an award, or its cycle, gave the same word.</summary>
    public string SameHonour(Recognition recognition) => recognition.Cycle is { } cycle
        ? Routes.SearchFor("award", AwardVocabularies.OutcomeInCycleId(recognition.Award, cycle, recognition.Outcome!))
        : Routes.SearchFor("outcome", AwardVocabularies.OutcomeId(recognition.Award, recognition.Outcome!));

    /// <summary>The year of a recognition, else of its cycle; <see langword="null"/> where neither is known.</summary>
    public int? YearOf(Recognition recognition) =>
        recognition.Announced?.Year ?? _catalog.Find(recognition.Award)?.Award?.Cycles.FirstOrDefault(cycle => cycle.Id == recognition.Cycle)?.Year;

    private Locator? LocatorOf(IReadOnlyList<Place> places)
    {
        var points = new List<MapPoint>();
        foreach (var place in places)
        {
            if (PointOf(place) is { } point) points.Add(new(point.Latitude, point.Longitude, Words.PlaceName(place, Vocabularies)));
        }

        return Locator.Draw(points, places.Select(p => p.Country).OfType<string>().ToHashSet(StringComparer.Ordinal));
    }

    private (double Latitude, double Longitude)? PointOf(Place place)
    {
        if (place is { Latitude: { } latitude, Longitude: { } longitude }) return (latitude, longitude);
        return ConceptPoint.Of(place.CityId is null ? null : Vocabularies["cities"].Find(place.CityId))
            ?? ConceptPoint.Of(place.Country is null ? null : Vocabularies["countries"].Find(place.Country));
    }
}
