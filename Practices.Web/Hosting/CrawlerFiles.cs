using System.Text;
using System.Xml;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Web.Presentation;

namespace Practices.Web.Hosting;

/// <summary><c>robots.txt</c> and the sitemap: every record, every concept on which we hold one and every cycle of an award are for crawlers, the endless combinations of
/// filters are not. A record's <c>lastmod</c> is the day on which something of it was last new.</summary>
public static class CrawlerFiles
{
    public static void MapCrawlerFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/robots.txt", (HttpRequest request, PublicAddress address) => Results.Text(
            $"""
            # Every record is in the sitemap. The searches below would be walked without end.
            User-agent: *
            Disallow: {Routes.Search}?
            Disallow: {Routes.Compare}?
            Disallow: {Routes.Shortlist}?
            Disallow: {Routes.MyCity}?
            Disallow: {Routes.Offline}?
            Disallow: {Routes.Api}/
            Sitemap: {address.Of(request, Routes.Sitemap)}

            """));
        routes.MapRead(Routes.Sitemap, (HttpRequest request, PublicAddress address, PracticeLibrary library) =>
                Results.Text(Sitemap(path => address.Of(request, path), library.Current), "application/xml; charset=utf-8"))
            .CacheOutput(PageCache.Policy)
            .WithMetadata(new Freshness.SnapshotPage());
    }

    private static string Sitemap(Func<string, string> address, PracticeCatalog catalog)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, Indent = true }))
        {
            xml.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (var path in new[] { Routes.Home, Routes.Explore, Routes.MyCity, Routes.Offline, Routes.Awards, Routes.Learning, Routes.Networks, Routes.About })
                Write(xml, address(path), null);
            foreach (var path in Concepts(catalog).Concat(Cycles(catalog))) Write(xml, address(path), null);
            foreach (var card in Cards(catalog)) Write(xml, address(Routes.Record(card.Kind, card.Id)), card.Changed);
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    // The list of every vocabulary, and those of its concepts on which there is something to read.
    private static IEnumerable<string> Concepts(PracticeCatalog catalog)
    {
        var tally = new Tally(catalog, FacetSelection.Empty);
        return ConceptFolder.All.SelectMany(folder => catalog.Vocabularies[folder.Vocabulary].Concepts
            .Where(concept => tally[folder.Facet, concept.Id] > 0)
            .Select(concept => folder.UrlOf(concept.Id))
            .Prepend(folder.Url));
    }

    private static IEnumerable<string> Cycles(PracticeCatalog catalog) =>
        catalog.Records("award").SelectMany(award => (award.Award?.Cycles ?? []).Select(cycle => Routes.AwardCycle(award.Id, cycle.Id)));

    private static IEnumerable<PracticeCard> Cards(PracticeCatalog catalog)
    {
        var request = new SearchRequest { Sort = SortOrder.Title, PageSize = SearchRequest.MaxPageSize, CountFacets = false, Highlight = false };
        for (var page = 1; ; page++)
        {
            var result = catalog.Search(request with { Page = page });
            foreach (var hit in result.Hits) yield return catalog.CardOf(hit);
            if (page * SearchRequest.MaxPageSize >= result.Total) yield break;
        }
    }

    private static void Write(XmlWriter xml, string address, DateOnly? changed)
    {
        xml.WriteStartElement("url");
        xml.WriteElementString("loc", address);
        if (changed is { } day) xml.WriteElementString("lastmod", day.ToString("yyyy-MM-dd"));
        xml.WriteEndElement();
    }
}
