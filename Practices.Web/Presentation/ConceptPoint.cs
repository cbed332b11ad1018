using System.Globalization;
using Practices.Indexer.Vocabularies;

namespace Practices.Web.Presentation;

/// <summary>Where a city or a country lies, as its vocabulary says.</summary>
public static class ConceptPoint
{
    /// <summary>Degrees north and east; <see langword="null"/> where the vocabulary does not say.</summary>
    public static (double Latitude, double Longitude)? Of(Concept? concept) =>
        concept is not null
        && double.TryParse(concept.Properties.GetValueOrDefault("lat"), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
        && double.TryParse(concept.Properties.GetValueOrDefault("lon"), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            ? (latitude, longitude)
            : null;
}
