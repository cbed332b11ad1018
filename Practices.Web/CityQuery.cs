using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Web.Presentation;

namespace Practices.Web;

/// <summary>A reader's city as an address tells of it, and what they are working on.</summary>
/// <param name="City">The city, where the vocabulary knows it.</param>
/// <param name="Size">How large it is: as the reader says, else as the vocabulary does.</param>
/// <param name="Region">A region that the reader chose instead of, or in spite of, a city's own.</param>
/// <param name="Filters">Theme and level of government of the practices.</param>
/// <param name="SizeIsGiven">Whether the reader gave the size.</param>
/// <param name="Others">Other cities of the same name.</param>
/// <param name="Ignored">What was left out, and why.</param>
public sealed record CityQuery(
    Concept? City, CitySize? Size, string? Region, FacetSelection Filters, bool SizeIsGiven, ImmutableArray<Concept> Others, ImmutableArray<IgnoredParameter> Ignored)
{
    /// <summary>The facets by which a reader says what they are working on.</summary>
    public static ImmutableArray<string> Fields { get; } = ["theme", "governance"];

    private const string CityKey = "city";
    private const string SizeKey = "size";
    private const string RegionKey = "region";
    private const int MaxShown = 60;

    /// <summary>Whether nothing is known of the city.</summary>
    public bool IsEmpty => City is null && Size is null && Region is null;

    /// <summary>Reads an address.</summary>
    public static CityQuery Read(IQueryCollection query, PracticeCatalog catalog) => Read(query, catalog, Fields);

    /// <summary>Reads what an address tells of the city alone, where there is nothing to filter.</summary>
    public static CityQuery ReadCity(IQueryCollection query, PracticeCatalog catalog) => Read(query, catalog, []);

    private static CityQuery Read(IQueryCollection query, PracticeCatalog catalog, ImmutableArray<string> fields)
    {
        var vocabularies = catalog.Vocabularies;
        var ignored = ImmutableArray.CreateBuilder<IgnoredParameter>();
        var cities = ImmutableArray<Concept>.Empty;
        if (Value(CityKey) is { } name)
        {
            var known = vocabularies["cities"];
            cities = known.Find(name) is { } exact ? [exact] : known.Matches(name);
            if (cities.IsEmpty) Ignore(CityKey, name, $"We have no data on this city. Tell its size and region instead.{(known.Closest(name) is { } near ? $" Or did you mean {near.Label}?" : "")}");
        }

        CitySize? size = null;
        if (Value(SizeKey) is { } given && (size = CitySize.Find(given)) is null) Ignore(SizeKey, given, "There is no such size.");
        var region = Value(RegionKey);
        if (region is not null && vocabularies["regions"].Find(region) is null)
        {
            Ignore(RegionKey, region, "There is no such region.");
            region = null;
        }

        var filters = FacetSelection.Empty;
        foreach (var field in fields)
        {
            if (Value(field) is not { } value) continue;
            if (catalog.PathOf(field, value) is { } path) filters = filters.With(field, path);
            else Ignore(field, value, "There is no such value.");
        }

        var city = cities.IsEmpty ? null : cities[0];
        return new(city, size ?? CitySize.Of(city), region, filters, size is not null, cities.IsEmpty ? [] : cities[1..], ignored.ToImmutable());

        string? Value(string key) => query[key].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();

        void Ignore(string key, string value, string reason) => ignored.Add(new(key, value.Length <= MaxShown ? value : value[..MaxShown] + "…", reason));
    }

    /// <summary>What is known of the city.</summary>
    public CityTraits Traits(VocabularySet vocabularies)
    {
        var own = City is null ? new CityTraits("", "", [], null, []) : CityTraits.Of(City, vocabularies);
        return own with { Size = Size, Regions = Region is null ? own.Regions : CityTraits.RegionsTo(Region, vocabularies) };
    }

    /// <summary>The keys and values in one order.</summary>
    public string ToQuery()
    {
        var parts = new List<(string Key, string Value)>();
        if (City is not null) parts.Add((CityKey, City.Id));
        if (SizeIsGiven) parts.Add((SizeKey, Size!.Id));
        if (Region is not null) parts.Add((RegionKey, Region));
        foreach (var field in Fields) parts.AddRange(Filters[field].Select(path => (field, path.Leaf)));
        return string.Join('&', parts.Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}"));
    }

    /// <summary>The address of a practice set against this city.</summary>
    public string Url(string practice) => $"{practice}?{ToQuery()}";

    /// <summary>The address of this city.</summary>
    public string Url() => IsEmpty && Filters.IsEmpty ? Routes.MyCity : $"{Routes.MyCity}?{ToQuery()}";
}
