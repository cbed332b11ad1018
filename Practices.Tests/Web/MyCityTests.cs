using AngleSharp.Dom;
using Practices.Indexer.Vocabularies;
using Practices.Web.Presentation;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>Practices in places like a reader's.</summary>
public sealed class MyCityTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_is_known_of_a_city_is_what_the_vocabularies_say()
    {
        var page = await site.Page("/my-city?city=dakar");
        Assert.Equal("Practices in places like Dakar", page.QuerySelector("h1")!.TextContent);
        var traits = CityTraits.Of(site.Catalog.Vocabularies["cities"].Find("dakar")!, site.Catalog.Vocabularies);
        Assert.Equal($"What we know of it: Senegal; Western Africa; {traits.Size!.Label}; a least developed country.", page.QuerySelector(".lede")!.TextContent);
    }

    [Fact]
    public async Task The_nearest_come_first_and_each_practice_stands_once_with_what_is_alike_and_what_is_not()
    {
        var page = await site.Page("/my-city?city=cape-town");
        Assert.Equal("Elsewhere in South Africa", page.QuerySelector("h2")!.TextContent);
        var links = page.QuerySelectorAll(".hits h3 a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(links.Distinct(), links);
        var cities = site.Catalog.Vocabularies["cities"];
        var mine = CityTraits.Of(cities.Find("cape-town")!, site.Catalog.Vocabularies);
        var alike = site.Catalog.Records("practice").Where(record => record.Places.Select(place => cities.Find(place.CityId ?? "")).OfType<Concept>()
            .Select(city => CityTraits.Of(city, site.Catalog.Vocabularies))
            .Any(city => city.Size == mine.Size || mine.SharedRegion(city) is not null));
        Assert.Equal(alike.Select(record => $"/practices/{record.Id}").Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
        Assert.Contains("Durban is like your city: the same country; 1 to 5 million people.", page.QuerySelector(".hits .small")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".hits .small"), why => why.TextContent.Contains("Different:", StringComparison.Ordinal) || why.TextContent.Contains("is different:", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".hits"), list => Assert.DoesNotContain("%", list.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_city_is_found_by_any_of_its_names_and_has_one_address()
    {
        foreach (var name in (string[])["durban", "Durban", "eThekwini"])
            Assert.EndsWith("/my-city?city=durban", (await site.Page($"/my-city?city={name}")).QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("city=Atlantis", "We have no data on this city. Tell its size and region instead.")]
    [InlineData("size=vast", "There is no such size.")]
    [InlineData("region=mordor", "There is no such region.")]
    [InlineData("theme=dragons", "There is no such value.")]
    public async Task What_is_not_known_is_said(string query, string why) =>
        Assert.Contains(why, (await site.Page($"/my-city?{query}")).QuerySelector(".note")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_city_that_we_do_not_know_is_described_by_its_size_and_region()
    {
        var page = await site.Page("/my-city?size=large&region=africa");
        Assert.Equal("Cities of your size in Africa", page.QuerySelector("h2")!.TextContent);
        Assert.Contains("/practices/durban-landfill-gas", page.QuerySelector(".hits")!.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_somebody_is_working_on_narrows_the_practices()
    {
        var page = await site.Page("/my-city?city=dakar&theme=water");
        var expected = site.Catalog.Records("practice").Where(record => record.Themes.Any(IsWater)).Select(record => $"/practices/{record.Id}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), page.QuerySelectorAll(".hits h3 a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));

        bool IsWater(string theme) => site.Catalog.Vocabularies["themes"].PathTo(theme).Any(step => step.Id == "water");
    }

    [Theory]
    [InlineData("/my-city?city=dakar", "/my-city?city=durban")]
    [InlineData("/my-city?size=large", "/my-city?size=small")]
    [InlineData("/my-city?city=Atlantis", "/my-city?city=Eldorado")]
    public async Task One_city_is_never_answered_with_another(string before, string address)
    {
        using var busy = new Site();
        await busy.Read(before);
        using var quiet = new Site();
        Assert.Equal(await quiet.Read(address), await busy.Read(address));
    }

    [Theory]
    [InlineData(0, "small")]
    [InlineData(299_999, "small")]
    [InlineData(300_000, "medium")]
    [InlineData(999_999, "medium")]
    [InlineData(1_000_000, "large")]
    [InlineData(5_000_000, "very-large")]
    [InlineData(10_000_000, "mega")]
    public void A_size_begins_where_its_words_say(long people, string size) => Assert.Equal(size, CitySize.All.Last(other => people >= other.From).Id);
}
