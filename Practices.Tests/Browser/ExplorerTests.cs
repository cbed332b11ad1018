using System.Globalization;
using Microsoft.Playwright;
using Practices.Indexer.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>Who looks at the results on a map, in a matrix, over time and from place to place.</summary>
public class ExplorerTests : BrowserTest
{
    /// <summary>Whether the browser runs script.</summary>
    protected virtual bool Script => true;

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_search_is_shown_on_the_map_and_a_country_of_it_lists_its_records(Screen screen)
    {
        var page = await VisitAsync("/practices?sdg=13", screen);
        var found = await page.CountAsync();
        await Show(page, "Map").ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?sdg=13&view=map");
        Assert.Equal(found, await page.CountAsync());
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "South Africa" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?sdg=13&country=ZA");
        Assert.Equal(
            Shelf.Titles(record => record.Sdgs.Any(sdg => sdg.Goal == 13) && record.Places.Any(place => place.Country == "ZA")),
            (await page.HitTitlesAsync()).Order(StringComparer.Ordinal));
    }

    [BrowserFact]
    public async Task The_dots_of_a_country_lead_to_its_records()
    {
        var page = await VisitAsync("/explore", Screen.Laptop);
        await page.Locator("svg.map a[href$='country=BR'] path").ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?country=BR");
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_cell_of_the_matrix_lists_the_records_of_its_goal_and_region(Screen screen)
    {
        var page = await VisitAsync("/practices?kind=practice", screen);
        await Show(page, "Matrix").ClickAsync();
        var cell = page.GetByRole(AriaRole.Region, new() { Name = "Goals by region" }).Locator("a[href*='sdg=13&region=africa']");
        var promised = int.Parse(await cell.InnerTextAsync(), CultureInfo.InvariantCulture);
        await cell.ClickAsync();
        var expected = Shelf.Titles(record => record.Kind == RecordKind.Practice && record.Sdgs.Any(sdg => sdg.Goal == 13) && Shelf.IsIn(record, "africa"));
        Assert.Equal(expected.Count, promised);
        Assert.Equal(expected, (await page.HitTitlesAsync()).Order(StringComparer.Ordinal));
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_year_of_the_timeline_lists_what_started_in_it(Screen screen)
    {
        var page = await VisitAsync("/practices", screen);
        await Show(page, "Timeline").ClickAsync();
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "2014" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?year=2014");
        Assert.Equal(Shelf.Titles(record => record.Period.StartYear == 2014), (await page.HitTitlesAsync()).Order(StringComparer.Ordinal));
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Filters_apply_to_the_map_that_is_shown(Screen screen)
    {
        var page = await VisitAsync("/practices?view=map", screen);
        if (screen == Screen.Phone) await page.Locator("#filters > summary").ClickAsync();
        await page.ChooseAsync("region", "africa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Expect(page.Locator("#views [aria-current]")).ToHaveTextAsync("Map");
        Assert.Equal(Shelf.Titles(record => Shelf.IsIn(record, "africa")).Count, await page.CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "The whole world" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?view=map");
    }

    [BrowserFact]
    public async Task Whoever_took_over_is_reached_from_the_drawing_and_from_the_table()
    {
        var page = await VisitAsync("/explore", Screen.Laptop);
        await page.Locator("svg.lineage a[href='/practices/rio-alemao-cable-car'] text").First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices/rio-alemao-cable-car");
        await page.GoBackAsync();
        await page.Locator(".behind > summary").ClickAsync();
        await page.Locator(".steps-table a[href='/practices/rio-alemao-cable-car']").First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices/rio-alemao-cable-car");
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task With_the_keyboard_a_search_is_shown_by_who_took_over_from_whom_and_a_step_of_it_is_followed(Screen screen)
    {
        var page = await VisitAsync("/practices?region=americas", screen);
        var found = await page.CountAsync();
        await Show(page, "Lineage").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/practices?region=americas&view=lineage");
        Assert.Equal(found, await page.CountAsync());
        var words = await page.Locator("#travelled").InnerTextAsync();
        await page.Locator(".behind > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".steps-table")).ToBeVisibleAsync();
        Assert.StartsWith($"{Shelf.Titles(record => Shelf.IsIn(record, "americas") && Shelf.HasTravelled(record)).Count} records", words, StringComparison.Ordinal);
        await page.Locator(".steps-table a[href='/practices/rio-alemao-cable-car']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/practices/rio-alemao-cable-car");
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task What_is_missing_on_a_goal_leads_to_how_to_send_a_practice_and_to_the_target(Screen screen)
    {
        var page = await VisitAsync("/sdgs/13", screen);
        var missing = page.GetByRole(AriaRole.Region, new() { Name = "What is missing" });
        await missing.GetByRole(AriaRole.Link, new() { Name = "Know one?" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/about#send");
        await page.GoBackAsync();
        await missing.Locator("a[href='/sdgs/13.b']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Target 13.b");
        await page.Locator("#related ~ ul a[href^='/practices?kind=practice']").First.ClickAsync();
        Assert.Equal(
            Shelf.Titles(record => record.Kind == RecordKind.Practice && record.Sdgs.Any(sdg => sdg.Goal == 13)).Count,
            await page.CountAsync());
    }

    private static ILocator Show(IPage page, string view) => page.Locator("#views").GetByRole(AriaRole.Link, new() { Name = view, Exact = true });

    private Task<IPage> VisitAsync(string path, Screen screen) => OpenAsync(path, screen, Script);
}

/// <summary>The same in a browser that runs no script.</summary>
public sealed class ExplorerWithoutScriptTests : ExplorerTests
{
    /// <inheritdoc/>
    protected override bool Script => false;
}
