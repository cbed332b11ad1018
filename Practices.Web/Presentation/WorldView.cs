using Practices.Indexer.Vocabularies;
using Practices.Web.Map;

namespace Practices.Web.Presentation;

/// <summary>The dotted world on a page.</summary>
/// <param name="Map">The dots.</param>
/// <param name="Vocabularies">Name the countries.</param>
/// <param name="UrlOf">Where a country leads, by its ISO code.</param>
/// <param name="Rel">What the links are to a crawler: <c>nofollow</c> for searches of several filters.</param>
public sealed record WorldView(WorldMap Map, VocabularySet Vocabularies, Func<string, string> UrlOf, string? Rel)
{
    /// <summary>A world whose countries lead to their own pages.</summary>
    public WorldView(WorldMap map, VocabularySet vocabularies)
        : this(map, vocabularies, Routes.Country, Rel: null)
    {
    }

    /// <summary>A country's name.</summary>
    public string Name(string country) => Vocabularies.Label("countries", country);
}
