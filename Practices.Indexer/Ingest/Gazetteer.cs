using System.Globalization;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>Finds a record's places in the vocabulary of cities.</summary>
internal static class Gazetteer
{
    /// <summary>
    /// The place with the id of its city and, where the record gives none, the city's coordinates. A city is known by any of its names together with its country.
    /// An unknown city gets an id made of its name, with the country's code behind it where the plain one belongs to a namesake.
    /// </summary>
    public static Place Locate(Place place, VocabularySet vocabularies)
    {
        if (place.City is not { } name) return place;
        var cities = vocabularies["cities"];
        var city = cities.Matches(name).FirstOrDefault(concept => place.Country is null || concept.Broader == place.Country);
        if (city is null)
        {
            var id = RecordId.FromName(name);
            if (id.Length > 0 && cities.Find(id) is not null && place.Country is not null) id = $"{id}-{place.Country.ToLowerInvariant()}";
            return place with { CityId = id.Length > 0 ? id : null };
        }

        return place with
        {
            CityId = city.Id,
            Latitude = place.Latitude ?? Degrees(city, "lat"),
            Longitude = place.Longitude ?? Degrees(city, "lon"),
        };
    }

    private static double? Degrees(Concept city, string property) =>
        city.Properties.TryGetValue(property, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
