using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Web.Presentation;

/// <summary>
/// A practice set against a reader's city: what both sides are, and whether that is alike, by what the record and the vocabularies say and by nothing else.
/// </summary>
public sealed class AgainstCity
{
    private const int MostNames = 3;
    private const string NoGroup = "none of these";

    private readonly VocabularySet _vocabularies;
    private readonly ImmutableArray<(string Name, CityTraits Traits)> _places;
    private readonly CityTraits _mine;

    /// <summary>Sets the places of a record against a city that is known, or described.</summary>
    public AgainstCity(Practice record, CityQuery query, VocabularySet vocabularies)
    {
        _vocabularies = vocabularies;
        _places = [.. record.Places.Select(place => (place.City ?? place.Area ?? vocabularies.Label("countries", place.Country ?? ""), CityTraits.Of(place, vocabularies)))];
        _mine = query.Traits(vocabularies);
        City = query.City?.Label ?? "your city";
        IsOwn = _mine.Id.Length > 0 && _places.Any(place => place.Traits.Id == _mine.Id);
        Contrasts = IsOwn && _places.Length == 1 ? [] : [Of("Population", Size, LikeSize), Of("Region", Region, LikeRegion), Of("Least developed, landlocked or small island country", Groups, LikeGroups), Level(record.Governance)];
    }

    /// <summary>The reader's city as a sentence names it.</summary>
    public string City { get; }

    /// <summary>Whether the practice is from that very city, or also from there.</summary>
    public bool IsOwn { get; }

    /// <summary>What both sides are, trait by trait; empty where both are one.</summary>
    public ImmutableArray<CityContrast> Contrasts { get; }

    private CityContrast Of(string trait, Func<CityTraits, string?> value, Func<CityTraits, string> like)
    {
        var here = value(_mine);
        var verdicts = _places.Where(place => value(place.Traits) is not null).Select(place => like(place.Traits)).Distinct().ToList();
        var verdict = here is null || verdicts.Count == 0 ? CityContrast.NotKnown : verdicts is [var only] ? only : CityContrast.InPart;
        var there = _places.GroupBy(place => value(place.Traits)).Select(group => $"{Names([.. group.Select(place => place.Name).Distinct()])}: {group.Key ?? "not in our data"}");
        return new(trait, verdict, string.Join("; ", there), $"{Words.Capital(City)}: {here ?? "not in our data"}");
    }

    private static string? Size(CityTraits city) => city.Size?.Label;

    private string LikeSize(CityTraits other) => other.Size == _mine.Size ? CityContrast.Similar : CityContrast.Different;

    private string? Region(CityTraits city) => (city.Country, city.Regions) switch
    {
        (_, []) => null,
        ("", [.., var narrowest]) => _vocabularies.Label("regions", narrowest),
        var (country, regions) => $"{_vocabularies.Label("countries", country)}, in {_vocabularies.Label("regions", regions[^1])}",
    };

    private string LikeRegion(CityTraits other) => _mine.SharedRegion(other) switch
    {
        null => CityContrast.Different,
        var shared when shared == _mine.Regions[^1] => CityContrast.Similar,
        var shared => $"{CityContrast.InPart}: {_vocabularies.Label("regions", shared)}",
    };

    private static string? Groups(CityTraits city) =>
        city.Country.Length == 0 ? null : city.Groups.IsEmpty ? NoGroup : Words.List([.. city.Groups.Select(CityTraits.GroupLabel)]);

    private string LikeGroups(CityTraits other) =>
        other.Groups.SequenceEqual(_mine.Groups) ? CityContrast.Similar : other.Groups.Any(group => _mine.Groups.Contains(group)) ? CityContrast.InPart : CityContrast.Different;

    // A city's own powers are in no vocabulary: only whether the practice reached wider than a city can be said.
    private CityContrast Level(string? governance)
    {
        var levels = _vocabularies["governance"];
        var here = $"{Words.Capital(City)}: a city; which powers it has is not in our data";
        if (governance is null || levels.Find(governance) is not { } level) return new("Level of government", CityContrast.NotKnown, "No source says at which level it was run", here);
        var isWider = levels.Concepts.IndexOf(level) > levels.Concepts.IndexOf(levels.Find("city")!);
        return new("Level of government", isWider ? "Wider than a city" : CityContrast.Similar, $"The practice: {Words.InSentence(level.Label, "governance")}", here);
    }

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames ? Words.List(names) : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";
}
