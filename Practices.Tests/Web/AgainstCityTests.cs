using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Practices.Indexer.Content;
using Practices.Web;
using Practices.Web.Presentation;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>What a practice depends on, set against a reader's city.</summary>
public sealed class AgainstCityTests(Site site) : IClassFixture<Site>
{
    private const string Quito = "/practices/quito-eco-efficiency-ordinance";

    [Fact]
    public async Task What_is_alike_and_what_is_not_is_said_with_both_values()
    {
        var section = Section(await site.Page("/practices/ahmedabad-womens-climate-action?city=dakar"));
        Assert.Equal("Set against Dakar", section.QuerySelector("h3")!.TextContent);
        Assert.Equal(
            [
                "Population: Different | Ahmedabad: 5 to 10 million people | Dakar: 1 to 5 million people",
                "Region: Different | Ahmedabad: India, in Southern Asia | Dakar: Senegal, in Western Africa",
                "Least developed, landlocked or small island country: Different | Ahmedabad: none of these | Dakar: a least developed country",
                "Level of government: Not known | No source says at which level it was run | Dakar: a city; which powers it has is not in our data",
            ],
            Rows(section));
        Assert.Contains("We hold no income figures.", section.TextContent, StringComparison.Ordinal);
        Assert.Equal("/my-city?city=dakar", section.QuerySelector("a.go")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("medellin", "Region: Similar | Quito: Ecuador, in South America | Medellín: Colombia, in South America")]
    [InlineData("mexico-city", "Region: Similar in part: Latin America and the Caribbean | Quito: Ecuador, in South America | Mexico City: Mexico, in Central America")]
    public async Task A_wider_region_alone_is_alike_in_part(string city, string row) => Assert.Contains(row, Rows(Section(await site.Page($"{Quito}?city={city}"))));

    [Theory]
    [InlineData("neighbourhood", "Similar")]
    [InlineData("city", "Similar")]
    [InlineData("metropolitan", "Wider than a city")]
    [InlineData("national", "Wider than a city")]
    public void A_practice_at_a_level_wider_than_a_city_says_so(string level, string verdict) =>
        Assert.Equal(verdict, Against("quito-eco-efficiency-ordinance", "durban", record => record with { Governance = level }).Contrasts[^1].Verdict);

    [Fact]
    public void Of_several_places_those_that_are_alike_stand_together()
    {
        var places = Against("quito-eco-efficiency-ordinance", "durban", record => record with { Places = [.. Names("quito", "medellin", "dakar", "kumasi", "nairobi", "ahmedabad")] }).Contrasts;
        Assert.Equal((CityContrast.InPart, "Quito, Medellín, Dakar and 2 more: 1 to 5 million people; Ahmedabad: 5 to 10 million people"), (places[0].Verdict, places[0].There));
    }

    [Fact]
    public void A_practice_that_is_also_from_the_city_is_set_against_it_all_the_same()
    {
        var against = Against("quito-eco-efficiency-ordinance", "durban", record => record with { Places = [.. Names("quito", "durban")] });
        Assert.True(against.IsOwn);
        Assert.NotEmpty(against.Contrasts);
    }

    [Fact]
    public void A_place_that_is_no_city_of_ours_is_known_by_its_country_alone()
    {
        var contrasts = Against("quito-eco-efficiency-ordinance", "durban", record => record with { Places = [new(null, null, "Odisha", "IN", null, null, 41_000_000)] }).Contrasts;
        Assert.Equal((CityContrast.NotKnown, "Odisha: not in our data"), (contrasts[0].Verdict, contrasts[0].There));
        Assert.Equal((CityContrast.Different, "Odisha: India, in Southern Asia"), (contrasts[1].Verdict, contrasts[1].There));
    }

    [Fact]
    public async Task A_city_that_the_practice_is_from_is_not_set_against_itself()
    {
        var section = Section(await site.Page($"{Quito}?city=Quito"));
        Assert.Contains("This practice is from Quito itself.", section.TextContent, StringComparison.Ordinal);
        Assert.Empty(section.QuerySelectorAll("dl"));
    }

    [Fact]
    public async Task A_city_that_we_do_not_know_is_said_and_can_be_described()
    {
        var section = Section(await site.Page($"{Quito}?city=Atlantis"));
        Assert.Contains("We have no data on this city. Tell its size and region instead.", section.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(section.QuerySelector("form select[name=size]"));
        Assert.NotNull(section.QuerySelector("form select[name=region]"));
        Assert.Equal(
            [
                "Population: Similar | Quito: 1 to 5 million people | Your city: 1 to 5 million people",
                "Region: Different | Quito: Ecuador, in South America | Your city: Africa",
                "Least developed, landlocked or small island country: Not known | Quito: none of these | Your city: not in our data",
            ],
            Rows(Section(await site.Page($"{Quito}?size=large&region=africa")))[..3]);
    }

    [Fact]
    public async Task A_slip_in_a_name_is_answered_with_the_nearest_city() =>
        Assert.Contains("Or did you mean Durban?", Section(await site.Page($"{Quito}?city=Durbann")).TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_form_leads_to_this_very_question_and_the_address_of_the_page_stays_the_practices()
    {
        var page = await site.Page($"{Quito}?city=durban");
        var form = (IHtmlFormElement)Section(page).QuerySelector("form")!;
        Assert.Equal($"{Quito}#what-does-it-depend-on", form.GetAttribute("action"));
        Assert.Equal("get", form.Method);
        Assert.Equal($"http://localhost{Quito}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task An_answer_that_leaves_a_city_out_is_not_kept_and_any_other_is()
    {
        using var visitor = site.Visitor();
        foreach (var (city, isKept) in ((string, bool)[])[("Atlantis", false), ("dakar", true)])
        {
            await visitor.GetStringAsync($"{Quito}?city={city}");
            using var again = await visitor.GetAsync($"{Quito}?city={city}");
            Assert.Equal(isKept, again.Headers.Age is not null);
        }
    }

    [Fact]
    public async Task A_former_address_leads_on_with_the_city()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync("/practices/rio-cable-car?city=durban");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/practices/rio-alemao-cable-car?city=durban", answer.Headers.Location!.OriginalString);
    }

    private AgainstCity Against(string record, string city, Func<Practice, Practice> change) =>
        new(change(site.Catalog.Find(record)!), CityQuery.ReadCity(new QueryCollection(new Dictionary<string, StringValues> { ["city"] = city }), site.Catalog), site.Catalog.Vocabularies);

    private IEnumerable<Place> Names(params string[] cities) =>
        cities.Select(id => site.Catalog.Vocabularies["cities"].Find(id)!).Select(city => new Place(city.Id, city.Label, null, city.Broader, null, null, null));

    private static IElement Section(IDocument page) => page.QuerySelector("section[aria-labelledby=what-does-it-depend-on]")!;

    // Breaks stand between the verdict and the two sides.
    private static List<string> Rows(IElement section) =>
        [.. section.QuerySelectorAll("dl > div").Select(row => $"{row.QuerySelector("dt")!.TextContent}: {row.QuerySelector("dd")!.InnerHtml.Replace("<br>", " | ", StringComparison.Ordinal).Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal)}")];
}
