using Microsoft.Playwright;
using Practices.Indexer.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>What a practitioner does with a finger or a mouse, on a phone and on a laptop.</summary>
public class PractitionerTests : BrowserTest
{
    /// <summary>Whether the browser runs script.</summary>
    protected virtual bool Script => true;

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Typing_heat_slum_women_on_the_front_page_leads_to_the_practice_of_Ahmedabad(Screen screen)
    {
        var page = await VisitAsync("/", screen);
        await page.Locator("#q").FillAsync("heat slum women");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Women in Ahmedabad" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(PageKinds.Full);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Ahmedabad");
        foreach (var question in (string[])["What changed?", "How is it known?", "What did not work?", "Who says so?"])
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = question })).ToBeVisibleAsync();
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Choosing_goal_13_and_Africa_shows_exactly_the_records_that_carry_both(Screen screen)
    {
        var page = await VisitAsync("/practices", screen);
        await OpenFiltersAsync(page, screen);
        await page.ChooseAsync("sdg", "13");
        await page.ChooseAsync("region", "africa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();

        var expected = Shelf.Titles(record => record.Sdgs.Any(sdg => sdg.Goal == 13) && Shelf.IsIn(record, "africa"));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, (await page.HitTitlesAsync()).Order(StringComparer.Ordinal));
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"{expected.Count} records");
        Assert.Contains("sdg=13", page.Url, StringComparison.Ordinal);
        Assert.Contains("region=africa", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("input[name=sdg][value='13']")).ToBeCheckedAsync();
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task The_winners_of_a_cycle_in_one_region_are_found_from_the_award(Screen screen)
    {
        var page = await VisitAsync("/awards", screen);
        await page.GetByRole(AriaRole.Link, new() { Name = "Guangzhou International Award" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2020", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/awards/guangzhou-award/2020");
        await page.GetByRole(AriaRole.Link, new() { Name = "Africa", Exact = true }).ClickAsync();
        await OpenFiltersAsync(page, screen);
        await page.ChooseAsync("outcome", "guangzhou-award/winner");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();

        var expected = Shelf.Titles(record =>
            Shelf.IsIn(record, "africa") && record.Recognition.Any(word => word is { Award: "guangzhou-award", Cycle: "2020", Outcome: "winner" }));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, (await page.HitTitlesAsync()).Order(StringComparer.Ordinal));
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_practice_leads_to_the_master_class_that_shows_it_and_back(Screen screen)
    {
        var page = await VisitAsync("/practices/durban-pro-poor-water", screen);
        await page.GetByRole(AriaRole.Link, new() { Name = "Master class: water and sanitation in Durban" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/learning/mile-master-class-water-sanitation");
        await Expect(page.GetByText("3 consecutive days")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "What it shows" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices/durban-pro-poor-water");
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_chip_says_what_it_removes_and_removes_it(Screen screen)
    {
        var page = await VisitAsync(PageKinds.Filtered, screen);
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Climate action" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?region=africa");
        Assert.Equal(
            Shelf.Titles(record => Shelf.IsIn(record, "africa")).Count,
            await page.CountAsync());
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Page_after_page_shows_every_record_once(Screen screen)
    {
        var page = await VisitAsync("/practices?kind=practice", screen);
        var seen = new List<string>(await page.HitTitlesAsync());
        var next = page.GetByRole(AriaRole.Link, new() { Name = "Next" });
        for (var number = 2; await next.CountAsync() > 0; number++)
        {
            await next.ClickAsync();
            await Expect(page.GetByText($"Page {number} of")).ToBeVisibleAsync();
            seen.AddRange(await page.HitTitlesAsync());
        }

        Assert.Equal(Shelf.Titles(record => record.Kind == RecordKind.Practice), seen.Order(StringComparer.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Sorting_by_title_keeps_the_search_and_says_that_it_is_sorted(Screen screen)
    {
        var page = await VisitAsync("/practices?sdg=13", screen);
        await page.GetByRole(AriaRole.Link, new() { Name = "Title", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?sdg=13&sort=title");
        await Expect(page.Locator("#sort [aria-current]")).ToHaveTextAsync("Title");
        var titles = await page.HitTitlesAsync();
        Assert.Equal(titles.Order(StringComparer.OrdinalIgnoreCase), titles);
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_practice_leads_to_its_goal_country_city_theme_and_award(Screen screen)
    {
        (string Link, string Leads)[] ways =
        [
            ("13 Climate action", "/sdgs/13"), ("India", "/countries/IN"), ("Ahmedabad", "/cities/ahmedabad"), ("Urban heat", "/themes/urban-heat"),
            ("WRI Ross Center Prize for Cities, 2020-2021", "/awards/prize-for-cities/2020-2021"),
        ];
        var page = await VisitAsync(PageKinds.Full, screen);
        foreach (var (link, leads) in ways)
        {
            await page.Locator("article").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
            await Expect(page).ToHaveURLAsync(leads);
            await Expect(page.Locator($"a[href='{PageKinds.Full}']").First).ToBeVisibleAsync();
            await page.GoBackAsync();
        }
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_goal_on_the_front_page_and_a_region_lead_to_their_records(Screen screen)
    {
        var page = await VisitAsync("/", screen);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Climate action" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/sdgs/13");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Site" }).GetByRole(AriaRole.Link, new() { Name = "Regions" }).ClickAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Africa", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/regions/africa");
        await page.GetByRole(AriaRole.Link, new() { Name = "Search within these" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?region=africa");
        Assert.Equal(Shelf.Titles(record => Shelf.IsIn(record, "africa")).Count, await page.CountAsync());
    }

    [BrowserFact]
    public async Task On_a_phone_the_filters_open_from_a_button_above_the_first_result()
    {
        var page = await VisitAsync("/practices", Screen.Phone);
        var button = page.Locator("#filters > summary");
        var first = page.Locator(".hits li").First;
        await Expect(page.Locator("input[name=region]").First).ToBeHiddenAsync();
        Assert.True((await button.BoundingBoxAsync())!.Y < (await first.BoundingBoxAsync())!.Y);
        await button.ClickAsync();
        await Expect(page.Locator("input[name=kind]").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" })).ToBeInViewportAsync();
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Where_nothing_is_found_the_page_offers_what_to_drop_with_the_counts_it_gives(Screen screen)
    {
        var page = await VisitAsync(PageKinds.Nothing, screen);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("No records");
        var way = page.GetByRole(AriaRole.Link, new() { Name = "Without the words" });
        var promised = (await way.InnerTextAsync()).Split(' ').Select(word => int.TryParse(word, out var number) ? number : 0).Max();
        await way.ClickAsync();
        await Expect(page).ToHaveURLAsync(PageKinds.Filtered);
        Assert.Equal(promised, await page.CountAsync());
    }

    [BrowserTheory]
    [InlineData("/practices?colour=blue", "colour=blue", "There is no filter of this name.")]
    [InlineData("/practices?sdg=99", "sdg=99", "has no such value")]
    [InlineData("/practices?page=-1", "page=-1", "Pages are counted from 1")]
    [InlineData("/practices?page=900", "page=900", "This is the last")]
    [InlineData("/practices?sort=stars", "sort=stars", "There is no such order")]
    public async Task What_an_address_says_and_nobody_understands_is_said_and_the_rest_is_shown(string address, string left, string why)
    {
        var page = await VisitAsync(address, Screen.Phone);
        await Expect(page.GetByText(left)).ToBeVisibleAsync();
        await Expect(page.GetByText(why)).ToBeVisibleAsync();
        Assert.NotEmpty(await page.HitTitlesAsync());
    }

    [BrowserFact]
    public async Task A_question_of_ten_thousand_characters_is_answered()
    {
        var page = await VisitAsync("/practices?q=" + string.Join('+', Enumerable.Repeat("water", 1_667)), Screen.Phone);
        await Expect(page.GetByText("the rest was not searched for")).ToBeVisibleAsync();
        Assert.NotEmpty(await page.HitTitlesAsync());
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_misspelt_address_leads_to_the_record_that_was_meant(Screen screen)
    {
        var page = await VisitAsync("/practices/ahmedabad-womens-climat", screen);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is no such page");
        await page.GetByRole(AriaRole.Link, new() { Name = "Women in Ahmedabad" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(PageKinds.Full);
    }

    private static async Task OpenFiltersAsync(IPage page, Screen screen)
    {
        if (screen == Screen.Phone) await page.Locator("#filters > summary").ClickAsync();
    }

    private Task<IPage> VisitAsync(string path, Screen screen) => OpenAsync(path, screen, Script);
}
