using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/my-city?city=durban</c>: practices in places like a reader's, and why.</summary>
public sealed class MyCityModel(PracticeLibrary library) : CatalogPage(library)
{
    public CityQuery Query { get; private set; } = null!;

    public CityTraits Traits => Query.Traits(Catalog.Vocabularies);

    public IReadOnlyList<LikenessGroup> Groups { get; private set; } = [];

    /// <summary>Names of the cities that are known, for a form that completes them.</summary>
    public IEnumerable<string> Cities => Catalog.Vocabularies["cities"].Concepts.Select(city => city.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The regions with the depth of each, in the order of the field.</summary>
    public IEnumerable<(Concept Region, int Depth)> Regions => Catalog.Vocabularies["regions"] is var regions
        ? regions.Concepts.Select(region => (region, regions.PathTo(region.Id).Length - 1))
        : [];

    public void OnGet()
    {
        Query = CityQuery.Read(Request.Query, Catalog);
        if (Query.Ignored.Length > 0) PageCache.Skip(HttpContext);
        if (!Query.IsEmpty) Groups = LikeMyCity.Of(Query, Catalog);
    }
}
