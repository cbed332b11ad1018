using System.Net;
using AngleSharp.Dom;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>The same results as a list, a map, a matrix, a timeline and a drawing of who took over from whom.</summary>
public sealed class ResultViewTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Searches => ["?", "?q=durban", "?region=africa", "?sdg=6&region=africa", "?country=ZA", "?theme=water", "?year=2004", "?q=water+OR+heat&sdg=13&sdg=6"];

    [Theory, MemberData(nameof(Searches))]
    public async Task Whichever_way_results_are_shown_the_headline_and_the_filters_are_the_same(string search)
    {
        var list = await site.Page($"/practices{search}");
        foreach (var view in (string[])["map", "matrix", "timeline", "lineage"])
        {
            var page = await site.Page($"/practices{search}&view={view}");
            Assert.Equal(Headline(list), Headline(page));
            Assert.Equal(
                list.QuerySelectorAll(".facet fieldset > ul label").Select(label => label.TextContent),
                page.QuerySelectorAll(".facet fieldset > ul label").Select(label => label.TextContent));
        }
    }

    [Theory, MemberData(nameof(Searches))]
    public async Task Every_number_is_what_the_search_that_it_leads_to_finds(string search)
    {
        foreach (var view in (string[])["map", "matrix", "timeline"])
        {
            var page = await site.Page($"/practices{search}&view={view}");
            var numbers = page.QuerySelectorAll(".counts tr, .matrix td")
                .Select(part => (Link: part.QuerySelector("a[href^='/practices?']")?.GetAttribute("href"), Count: part.LocalName == "tr" ? part.QuerySelector("td")?.TextContent : part.TextContent.Trim()))
                .Where(number => number.Link is not null)
                .ToList();
            Assert.True(numbers.Count > 0 || page.QuerySelector(".unknown") is not null, view);
            foreach (var (link, count) in numbers)
            {
                Assert.DoesNotContain("view=", link!, StringComparison.Ordinal);
                Assert.Equal($"{view} {link} {count}", $"{view} {link} {Headline(await site.Page(link!)).Split(' ')[0]}");
            }
        }
    }

    [Theory]
    [InlineData("map", "svg.map a")]
    [InlineData("timeline", ".timeline svg a")]
    public async Task Each_part_of_a_picture_is_a_line_of_the_table_behind_it(string view, string parts)
    {
        var page = await site.Page($"/practices?region=africa&view={view}");
        Assert.Equal(Links(page, ".counts a"), Links(page, parts));
        var picture = page.QuerySelector($"{parts.Split(' ')[0]}, {parts.Split(' ')[0]} svg")!.Closest("figure")!.QuerySelector("svg")!;
        Assert.NotEmpty(picture.QuerySelector("title")!.TextContent);
        Assert.NotEmpty(picture.QuerySelector("desc")!.TextContent);
    }

    [Fact]
    public async Task An_empty_cell_asks_for_a_practice_and_says_how_to_send_one()
    {
        var page = await site.Page("/practices?view=matrix");
        var empty = page.QuerySelectorAll(".matrix a[title='No practice yet: know one?']");
        Assert.NotEmpty(empty);
        Assert.All(empty, cell => Assert.Equal("/about#send", cell.GetAttribute("href")));
        Assert.NotNull((await site.Page("/about")).GetElementById("send"));
    }

    [Fact]
    public async Task A_matrix_of_a_region_has_its_parts_and_one_of_a_theme_what_lies_below_it()
    {
        var africa = await site.Page("/practices?region=africa&view=matrix");
        Assert.Equal(["Northern Africa", "Sub-Saharan Africa", "All"], africa.QuerySelectorAll(".matrix")[0].QuerySelectorAll("thead th").Select(head => head.TextContent));
        var water = await site.Page("/practices?theme=water&view=matrix");
        var rows = water.QuerySelectorAll(".matrix")[^1].QuerySelectorAll("tbody th").Select(head => head.TextContent.Trim()).ToList();
        Assert.Contains("Drinking water supply", rows);
        Assert.DoesNotContain("Culture and heritage", rows);
    }

    [Fact]
    public async Task A_region_comes_closer_and_the_world_is_one_step_away()
    {
        var world = await site.Page("/practices?q=durban&view=map");
        Assert.Contains("/practices?q=durban&region=africa&view=map", Links(world, ".zooms a"));
        var africa = await site.Page("/practices?q=durban&region=africa&view=map");
        Assert.NotEqual(Box(world), Box(africa));
        Assert.Contains("/practices?q=durban&view=map", Links(africa, ".zooms a"));
    }

    [Fact]
    public async Task Filters_sort_and_words_stay_when_the_view_changes_and_the_view_when_they_do()
    {
        var page = await site.Page("/practices?q=durban&region=africa&sort=title&widen=off&view=map");
        Assert.Equal(
            ["/practices?q=durban&region=africa&sort=title&widen=off", "/practices?q=durban&region=africa&sort=title&widen=off&view=lineage", "/practices?q=durban&region=africa&sort=title&widen=off&view=map",
                "/practices?q=durban&region=africa&sort=title&widen=off&view=matrix", "/practices?q=durban&region=africa&sort=title&widen=off&view=timeline"],
            Links(page, "#views a"));
        Assert.Equal("Map", page.QuerySelector("#views [aria-current]")!.TextContent);
        Assert.Equal("map", page.QuerySelector("form.finder input[name=view]")!.GetAttribute("value"));
        Assert.Equal(["/practices?q=durban&sort=title&widen=off&view=map"], Links(page, ".chips a"));
    }

    [Theory]
    [InlineData("/practices?view=globe", "Results are shown as list, map, matrix, timeline or lineage.")]
    [InlineData("/api/v1/practices?view=map", "There is no filter of this name.")]
    public async Task A_view_that_there_is_not_is_said(string address, string why) => Assert.Contains(why, await site.Read(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/practices?view=map")]
    [InlineData("/explore")]
    public async Task A_view_is_kept_and_who_has_it_is_told_so(string address)
    {
        using var visitor = site.Visitor();
        using var first = await visitor.GetAsync(address);
        using var second = await visitor.GetAsync(address);
        Assert.NotNull(second.Headers.Age);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await visitor.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task What_started_in_no_known_year_is_counted_apart()
    {
        var page = await site.Page("/practices?view=timeline");
        var dated = page.QuerySelectorAll(".counts td").Sum(cell => int.Parse(cell.TextContent));
        var undated = int.Parse(page.QuerySelector(".timeline .small")!.TextContent.Trim().Split(' ')[0]);
        Assert.Equal(int.Parse(Headline(page).Split(' ')[0]), dated + undated);
    }

    private static string Headline(IParentNode page) => page.QuerySelector("h1")!.TextContent;

    private static string? Box(IParentNode page) => page.QuerySelector("svg.map")!.GetAttribute("viewBox");

    private static IEnumerable<string> Links(IParentNode page, string selector) =>
        [.. page.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal)];
}
