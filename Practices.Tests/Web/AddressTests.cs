using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Practices.Tests.Web;

public sealed class AddressTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/practices", "/practices?q=cable+car&region=americas", "/practices?view=map", "/practices?view=matrix", "/practices?view=timeline", "/practices?view=lineage", "/explore", "/practices/durban-landfill-gas", "/practices/quito-eco-efficiency-ordinance?city=durban", "/practices/quito-eco-efficiency-ordinance?city=Atlantis", "/learning/mile-master-class-water-sanitation", "/networks/uclg",
        "/awards/guangzhou-award", "/awards/guangzhou-award/2020", "/sdgs", "/sdgs/13", "/sdgs/13.1", "/regions", "/regions/africa", "/countries", "/countries/ZA",
        "/themes", "/themes/drinking-water", "/cities", "/cities/durban", "/learning/formats", "/learning/formats/master-class", "/learning/formats/archive", "/explore/evidence", "/explore/evidence/evaluated", "/countries/TD", "/awards", "/learning", "/networks", "/about",
        "/my-city", "/my-city?city=durban", "/my-city?size=large&region=africa&theme=water", "/compare", "/compare?id=durban-landfill-gas&id=ahmedabad-womens-climate-action", "/shortlist", "/shortlist?id=durban-landfill-gas&id=uclg&q=water",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_there_and_says_what_it_is(string address)
    {
        var html = await site.Read(address);
        Assert.Matches("<title>[^<]+</title>", html);
        Assert.Single(html.Split("<h1").Skip(1));
        Assert.Contains("<main id=\"main\">", html);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_holds_no_script_and_no_style_of_its_own(string address)
    {
        // Data is no script: nothing of it runs, and no element can begin or end in it.
        using var visitor = site.Visitor();
        var html = Regex.Replace(await visitor.GetStringAsync(address), "<script type=\"application/ld\\+json\">[^<>]*</script>", "", RegexOptions.NonBacktracking);
        Assert.DoesNotContain("<script", Regex.Replace(html, "<script src=\"/(?:suggest|keep)\\.js\\?v=", "", RegexOptions.NonBacktracking), StringComparison.OrdinalIgnoreCase);
        Assert.All(html.Find("<script[^>]*>(.*?)</script>"), Assert.Empty);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]+\\sstyle=", html);
        Assert.DoesNotMatch("<[^>]+\\son[a-z]+=", html);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_link_of_a_page_leads_somewhere(string address)
    {
        using var visitor = site.Visitor();
        var html = await site.Read(address);
        foreach (var link in Links(html).Where(link => !link.StartsWith("/practices?", StringComparison.Ordinal)))
        {
            using var answer = await visitor.GetAsync(link);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} links to {link}, which is {answer.StatusCode}");
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task An_id_stands_once_on_a_page(string address)
    {
        var html = await site.Read(address);
        var ids = html.Find("\\sid=\"([^\"]+)\"").ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Theory]
    [InlineData("/practices/uclg", "/networks/uclg")]
    [InlineData("/networks/durban-landfill-gas", "/practices/durban-landfill-gas")]
    [InlineData("/practices/rio-cable-car", "/practices/rio-alemao-cable-car")]
    [InlineData("/api/v1/practices/rio-cable-car", "/api/v1/practices/rio-alemao-cable-car")]
    [InlineData("/countries/za", "/countries/ZA")]
    public async Task Another_address_of_a_page_leads_to_it_for_good(string address, string canonical)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(canonical, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/practices/durban-landfil-gas", "Durban turns gas from its landfills into electricity")]
    [InlineData("/sdgs/18", "There is no such page")]
    [InlineData("/awards/guangzhou-award/1999", "There is no such page")]
    [InlineData("/<img src=x onerror=alert(1)>", "There is no such page")]
    public async Task A_missing_page_says_so_and_offers_what_is_near(string address, string words)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(words, html);
        Assert.Contains("name=\"q\"", html);
        Assert.DoesNotContain("<img", html);
    }

    [Theory]
    [InlineData("/error")]
    [InlineData("/error?status=500")]
    [InlineData("/error?status=503")]
    public async Task Nobody_can_ask_for_a_broken_page(string address)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Crawlers_are_kept_from_filters_and_given_every_record()
    {
        Assert.Contains("Disallow: /practices?", await site.Read("/robots.txt"));
        var sitemap = await site.Read("/sitemap.xml");
        Assert.Contains("<loc>http://localhost/awards/guangzhou-award</loc>", sitemap);
        Assert.Contains("<lastmod>2026-11-20</lastmod>", sitemap);
        Assert.All(site.Catalog.Ids, id => Assert.Contains($"/{id}</loc>", sitemap));
    }

    [Fact]
    public async Task The_sitemap_has_every_concept_of_which_there_is_a_record_every_cycle_and_nothing_that_is_not_there()
    {
        var addresses = (await site.Read("/sitemap.xml")).Find("<loc>http://localhost([^<]*)</loc>").ToList();
        Assert.Equal(addresses.Distinct(StringComparer.Ordinal), addresses);
        foreach (var address in (string[])["/countries/ZA", "/cities/durban", "/sdgs/13", "/sdgs/13.1", "/learning/formats", "/learning/formats/master-class", "/explore/evidence", "/awards/guangzhou-award/2020"])
            Assert.Contains(address, addresses);
        foreach (var address in (string[])["/countries/TD", "/learning/formats/archive"]) Assert.DoesNotContain(address, addresses);
        foreach (var address in addresses) await site.Read(address);
    }

    [Fact]
    public async Task An_operator_sees_that_it_lives_and_is_ready()
    {
        Assert.Equal("alive\n", await site.Read("/healthz"));
        Assert.StartsWith("ready: 12 records", await site.Read("/readyz"));
    }

    private static IEnumerable<string> Links(string html) => html.Find("href=\"(/[^\"#]*)").Distinct(StringComparer.Ordinal);
}
