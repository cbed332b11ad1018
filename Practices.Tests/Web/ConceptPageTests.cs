using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Practices.Indexer.Vocabularies;
using Practices.Web.Presentation;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>The page of a goal, a target, a place, a theme, a way of learning or a rung of the ladder.</summary>
public sealed class ConceptPageTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Folders => [.. ConceptFolder.All.Select(folder => folder.Folder)];

    public static TheoryData<string> Concepts =>
    [
        "/sdgs/13", "/sdgs/6", "/regions/africa", "/regions/europe", "/countries/ZA", "/cities/durban", "/themes/water",
        "/learning/formats/master-class", "/explore/evidence/self-reported",
    ];

    [Theory, MemberData(nameof(Folders))]
    public async Task Every_concept_has_a_page_that_names_it_says_what_is_missing_and_leads_on(string name)
    {
        var folder = ConceptFolder.Find(name)!;
        var wrong = new List<string>();
        using var visitor = site.Visitor();
        foreach (var concept in site.Catalog.Vocabularies[folder.Vocabulary].Concepts)
        {
            using var answer = await visitor.GetAsync(folder.UrlOf(concept.Id));
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            if (answer.StatusCode != HttpStatusCode.OK || !page.QuerySelector("h1")!.TextContent.Contains(concept.Label, StringComparison.Ordinal)) wrong.Add($"{concept.Id}: no page");
            if (page.QuerySelector(".missing a[href^='/about#']") is null) wrong.Add($"{concept.Id}: nothing is missing");
            if (page.QuerySelector("#related, .crumbs li:nth-child(2)") is null) wrong.Add($"{concept.Id}: leads nowhere");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(Concepts))]
    public async Task Every_number_leads_to_a_search_that_finds_as_many(string address)
    {
        var page = await site.Page(address);
        var numbers = page.QuerySelectorAll("header a[href^='/practices?kind='], header .go, .results .go").Select(link => (Link: link, Count: NumberIn(link.TextContent)))
            .Concat(page.QuerySelectorAll("#recognised + ul li").Select(line => (Link: line.QuerySelector("a")!, Count: NumberIn(line.QuerySelector(".n")!.TextContent))))
            .ToList();
        Assert.NotEmpty(numbers);
        foreach (var (link, count) in numbers) Assert.Equal($"{link.GetAttribute("href")} {count}", $"{link.GetAttribute("href")} {await Found(link.GetAttribute("href")!)}");
    }

    [Theory, MemberData(nameof(Concepts))]
    public async Task Of_what_is_said_to_be_missing_there_is_none(string address)
    {
        var page = await site.Page(address);
        var own = ParameterOf(address);
        var kind = address.Contains("/formats/", StringComparison.Ordinal) ? "learning" : "practice";
        foreach (var link in page.QuerySelectorAll(".missing ul a:not(.ask-for)").Select(link => link.GetAttribute("href")!))
        {
            // Values of one facet widen each other: a part of the concept stands alone.
            var (field, value) = ParameterOf(link);
            var search = field == own.Field ? $"/practices?kind={kind}&{field}={value}" : $"/practices?kind={kind}&{field}={value}&{own.Field}={own.Value}";
            Assert.Equal($"{search} 0", $"{search} {await Found(search)}");
        }
    }

    [Fact]
    public async Task A_goal_names_its_targets_without_a_practice_and_not_the_others()
    {
        var missing = (await site.Page("/sdgs/6")).QuerySelector(".missing")!;
        var held = site.Catalog.Records("practice").SelectMany(record => record.Sdgs).Select(claim => claim.Target).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var targets = site.Catalog.Vocabularies["sdgs"].Narrower("6").Select(target => target.Id).ToList();
        Assert.Contains(targets, held.Contains);
        Assert.Equal(
            targets.Where(target => !held.Contains(target)).Select(target => $"/sdgs/{target}"),
            missing.QuerySelectorAll("a[href^='/sdgs/6.']").Select(link => link.GetAttribute("href")));
        Assert.Contains($"of its {targets.Count} targets", missing.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_names_every_country_in_it_and_none_elsewhere()
    {
        var page = await site.Page("/regions/africa");
        var regions = site.Catalog.Vocabularies["regions"];
        bool IsAfrican(Concept country) => regions.PathTo(country.Broader ?? "").Any(region => region.Id == "africa");
        Assert.Equal(
            site.Catalog.Vocabularies["countries"].Concepts.Where(IsAfrican).Select(country => $"/countries/{country.Id}").Order(StringComparer.Ordinal),
            page.QuerySelectorAll("main a[href^='/countries/']").Select(link => link.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_place_without_a_record_leads_to_the_nearest_that_we_hold()
    {
        var page = await site.Page("/countries/ZW");
        Assert.Contains("We hold no practice from Zimbabwe yet.", page.QuerySelector(".missing")!.TextContent, StringComparison.Ordinal);
        var nearest = page.QuerySelectorAll("#related ~ ul a[href^='/practices?']").Select(link => (Count: NumberIn(link.TextContent), Url: link.GetAttribute("href")!)).ToList();
        Assert.Contains(nearest, link => link.Url == "/practices?kind=practice&region=sub-saharan-africa");
        foreach (var (count, url) in nearest) Assert.Equal(count, await Found(url));
    }

    [Fact]
    public async Task A_theme_and_the_targets_that_it_serves_lead_to_each_other()
    {
        var target = site.Catalog.Vocabularies["themes"].Find("drinking-water")!.Related[0];
        Assert.NotNull((await site.Page("/themes/drinking-water")).QuerySelector($"a[href='/sdgs/{target}']"));
        Assert.NotNull((await site.Page($"/sdgs/{target}")).QuerySelector("a[href='/themes/drinking-water']"));
    }

    [Fact]
    public async Task A_goal_and_a_target_lead_to_their_pages_at_the_United_Nations()
    {
        Assert.NotNull((await site.Page("/sdgs/13")).QuerySelector("a[href='http://metadata.un.org/sdg/13'][rel=external]"));
        Assert.NotNull((await site.Page("/sdgs/13.1")).QuerySelector("a[href='http://metadata.un.org/sdg/13.1'][rel=external]"));
    }

    [Fact]
    public async Task A_rung_of_the_ladder_says_how_results_on_it_were_measured()
    {
        var measured = RunningSite.Shared.Library.Current.Find("medellin-metrocable")!.Results.First(result => result.Method is not null);
        using var visitor = RunningSite.Shared.PlainClient();
        var page = new HtmlParser().ParseDocument(await visitor.GetStringAsync("/explore/evidence/evaluated"));
        Assert.Contains(measured.Method!, page.QuerySelector("#measured + ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_of_learning_has_its_offers_and_an_offer_leads_to_its_way()
    {
        const string Offer = "/learning/mile-master-class-water-sanitation", Way = "/learning/formats/master-class";
        Assert.NotNull((await site.Page(Way)).QuerySelector($".results a[href='{Offer}']"));
        Assert.NotNull((await site.Page(Offer)).QuerySelector($"a[href='{Way}']"));
        Assert.NotNull((await site.Page("/learning")).QuerySelector($"h2 a[href='{Way}']"));
    }

    [Fact]
    public async Task A_network_and_an_award_say_what_we_do_not_know_and_ask()
    {
        Assert.NotNull((await site.Page("/networks/uclg")).QuerySelector(".missing a[href^='/about#']"));
        var award = await site.Page("/awards/guangzhou-award");
        Assert.NotNull(award.QuerySelector(".missing a[href='/about#send']"));
        Assert.NotNull(award.QuerySelector("svg.map"));
    }

    private static (string Field, string Value) ParameterOf(string address)
    {
        var parts = address.Split('/');
        return (ConceptFolder.Find(parts[^2])!.Facet, parts[^1]);
    }

    private static int NumberIn(string text) => int.Parse(string.Concat(text.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit)) is { Length: > 0 } number ? number : "1");

    private async Task<int> Found(string search)
    {
        var headline = (await site.Page(search)).QuerySelector("h1")!.TextContent;
        return headline.StartsWith("No ", StringComparison.Ordinal) ? 0 : NumberIn(headline);
    }
}
