using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Web.Presentation;

/// <summary>What the vocabularies say of a city, as far as cities are held against each other by it.</summary>
/// <param name="Id">The city's id; empty for one that is only described.</param>
/// <param name="Country">The country's id; empty where it is not known.</param>
/// <param name="Regions">The regions that it lies in, the widest first.</param>
/// <param name="Size">How large it is; <see langword="null"/> where that is not known.</param>
/// <param name="Groups">Groups of the United Nations that its country is in: <c>ldc</c>, <c>lldc</c>, <c>sids</c>.</param>
public sealed record CityTraits(string Id, string Country, ImmutableArray<string> Regions, CitySize? Size, ImmutableArray<string> Groups)
{
    /// <summary>What a city's vocabulary entry, its country and its regions say.</summary>
    public static CityTraits Of(Concept city, VocabularySet vocabularies) => In(city.Broader, city.Id, CitySize.Of(city), vocabularies);

    /// <summary>The same of a place of a record: its city where the vocabulary has it, else its country and the population that the record gives for a city.</summary>
    public static CityTraits Of(Place place, VocabularySet vocabularies)
    {
        var told = place is { City: not null, Population: { } people } ? CitySize.Of(people) : null;
        return place.CityId is not null && vocabularies["cities"].Find(place.CityId) is { } city
            ? Of(city, vocabularies) is var own && own.Size is null ? own with { Size = told } : own
            : In(place.Country, "", told, vocabularies);
    }

    private static CityTraits In(string? country, string city, CitySize? size, VocabularySet vocabularies)
    {
        var found = country is null ? null : vocabularies["countries"].Find(country);
        return new(
            city,
            found?.Id ?? "",
            found?.Broader is null ? [] : RegionsTo(found.Broader, vocabularies),
            size,
            [.. (found?.Properties.GetValueOrDefault("groups") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
    }

    /// <summary>The way to a region, the widest first.</summary>
    public static ImmutableArray<string> RegionsTo(string region, VocabularySet vocabularies) => [.. vocabularies["regions"].PathTo(region).Select(step => step.Id)];

    /// <summary>The narrowest region that both lie in; <see langword="null"/> when there is none.</summary>
    public string? SharedRegion(CityTraits other) => Regions.LastOrDefault(other.Regions.Contains);

    /// <summary>A group of countries in words.</summary>
    public static string GroupLabel(string group) => group switch
    {
        "ldc" => "a least developed country",
        "lldc" => "a landlocked developing country",
        "sids" => "a small island developing state",
        _ => group,
    };
}
