using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>Practices in places that are like a reader's in one way.</summary>
/// <param name="Heading">In which way.</param>
/// <param name="Hits">The practices, each with what is alike and what is not.</param>
/// <param name="All">The search for all of them; <see langword="null"/> where they are shown, or too many places to name.</param>
/// <param name="Total">How many there are.</param>
public sealed record LikenessGroup(string Heading, ImmutableArray<HitView> Hits, string? All, int Total);

/// <summary>
/// Practices by what their places share with a reader's city: the city, the country, size and region, size, region, a group of countries. Each stands once, under
/// the first of these. There is no score: the page says what is alike and what is not.
/// </summary>
public static class LikeMyCity
{
    private const string CityField = "city";
    private const int Shown = 6;

    // More make an address that nobody can read.
    private const int MostCities = 25;

    /// <summary>The groups that hold something, the nearest first.</summary>
    public static IReadOnlyList<LikenessGroup> Of(CityQuery query, PracticeCatalog catalog)
    {
        var mine = query.Traits(catalog.Vocabularies);
        var filters = query.Filters.With("kind", FacetPath.Of("practice"));
        var cities = new Tally(catalog, filters).Of(CityField).Keys
            .Select(id => catalog.Vocabularies["cities"].Find(id)).Where(city => city is not null)
            .Select(city => CityTraits.Of(city!, catalog.Vocabularies))
            .OrderBy(city => city.Id, StringComparer.Ordinal)
            .ToList();

        var groups = new List<LikenessGroup>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in cities.GroupBy(city => HeadingOf(mine, city, query, catalog)).Where(group => group.Key.Heading.Length > 0).OrderBy(group => group.Key.Rank).ThenBy(group => group.Key.Heading, StringComparer.Ordinal))
        {
            var chosen = group.Aggregate(filters, (some, city) => some.With(CityField, FacetPath.Of(city.Id)));
            var result = catalog.Search(new SearchRequest { Filters = chosen, PageSize = Shown + seen.Count, CountFacets = false, Highlight = false });
            var hits = catalog.Read(result).Where(hit => seen.Add(hit.Card.Id)).Take(Shown).Select(hit => HitView.Of(hit, catalog) with { Why = Why(hit.Card, mine, group, catalog) }).ToImmutableArray();
            if (hits.IsEmpty) continue;
            var all = result.Total > hits.Length && group.Count() <= MostCities ? (SearchState.Empty with { Filters = chosen }).Url() : null;
            groups.Add(new(group.Key.Heading, hits, all, result.Total));
        }

        return groups;
    }

    private static (int Rank, string Heading) HeadingOf(CityTraits mine, CityTraits other, CityQuery query, PracticeCatalog catalog)
    {
        var region = mine.SharedRegion(other);
        var isMySize = mine.Size is not null && mine.Size == other.Size;
        string Name(string vocabulary, string id) => catalog.Vocabularies.Label(vocabulary, id);
        return (mine, other) switch
        {
            _ when mine.Id.Length > 0 && mine.Id == other.Id => (0, $"In {query.City!.Label} itself"),
            _ when mine.Country.Length > 0 && mine.Country == other.Country => (1, $"Elsewhere in {Name("countries", mine.Country)}"),
            _ when isMySize && region is not null => (2, $"Cities of your size in {Name("regions", mine.Regions[0])}"),
            _ when isMySize => (3, "Cities of your size elsewhere"),
            _ when region is not null => (4, $"Other cities in {Name("regions", mine.Regions[0])}"),
            _ when mine.Groups.FirstOrDefault(other.Groups.Contains) is { } group => (5, $"Cities in {CityTraits.GroupLabel(group)}, like yours"),
            _ => (6, ""),
        };
    }

    private static string Why(PracticeCard card, CityTraits mine, IEnumerable<CityTraits> cities, PracticeCatalog catalog)
    {
        var other = cities.First(city => card.Places.Any(place => place.CityId == city.Id));
        var (alike, unlike) = (new List<string>(), new List<string>());
        if (mine.Country.Length > 0 && mine.Country == other.Country) alike.Add("the same country");
        else if (mine.SharedRegion(other) is { } region) alike.Add(catalog.Vocabularies.Label("regions", region));
        else if (mine.Regions.Length > 0 && other.Regions.Length > 0) unlike.Add(catalog.Vocabularies.Label("regions", other.Regions[0]));
        if (mine.Size is not null && other.Size is not null) (mine.Size == other.Size ? alike : unlike).Add(other.Size.Label);
        if (mine.Country != other.Country) alike.AddRange(mine.Groups.Where(other.Groups.Contains).Select(CityTraits.GroupLabel));

        var name = catalog.Vocabularies.Label("cities", other.Id);
        if (mine.Id.Length > 0 && mine.Id == other.Id) return "";
        var like = alike.Count > 0 ? $"{name} is like your city: {string.Join("; ", alike)}." : "";
        var not = unlike.Count > 0 ? $"{(alike.Count > 0 ? "Different" : $"{name} is different")}: {string.Join("; ", unlike)}." : "";
        return $"{like} {not}".Trim();
    }
}
