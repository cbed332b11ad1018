using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>Suggestions under the search boxes: a combobox where script runs, the box as it always was where it does not.</summary>
public sealed class SuggestionTests : BrowserTest
{
    private const string Asked = "**/api/v1/suggest?*";

    [BrowserTheory]
    [InlineData("/", Screen.Phone)]
    [InlineData("/", Screen.Laptop)]
    [InlineData("/practices", Screen.Narrow)]
    [InlineData("/practices", Screen.Laptop)]
    [InlineData("/there-is-no-such-page", Screen.Phone)]
    public async Task Typing_shows_what_may_be_meant_and_says_how_many(string path, Screen screen)
    {
        var page = await OpenAsync(path, screen);
        var box = page.GetByRole(AriaRole.Combobox);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await box.FillAsync("durb");
        await Expect(Options(page).First).ToHaveTextAsync($"Durban, South Africa City · {Shelf.Titles(record => record.Places.Any(place => place.CityId == "durban")).Count}");
        await Expect(Options(page).First.Locator("b")).ToHaveTextAsync("Durb");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator("[aria-live]")).ToHaveTextAsync($"{await Options(page).CountAsync()} suggestions");
    }

    [BrowserFact]
    public async Task Another_name_that_was_typed_stands_beside_the_one_that_is_shown()
    {
        var page = await TypeAsync("/", "agua l");
        await Expect(Options(page).First).ToContainTextAsync("Clean water and sanitation");
        await Expect(Options(page).First.Locator("i")).ToHaveTextAsync("Agua limpia y saneamiento");
    }

    [BrowserTheory, InlineData("/"), InlineData("/practices?sdg=13")]
    public async Task An_arrow_and_Enter_follow_a_suggestion(string path)
    {
        var page = await TypeAsync(path, "durban");
        await Box(page).PressAsync("ArrowDown");
        await Expect(Box(page)).ToHaveAttributeAsync("aria-activedescendant", await Options(page).First.GetAttributeAsync("id") ?? "");
        await Box(page).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/practices?city=durban");
    }

    [BrowserFact]
    public async Task The_arrows_go_round_through_the_box_and_other_keys_go_back_to_it()
    {
        var page = await TypeAsync("/", "durban");
        var chosen = page.Locator("[aria-selected=true]");
        await Box(page).PressAsync("ArrowUp");
        await Expect(Options(page).Last).ToHaveAttributeAsync("aria-selected", "true");
        await Box(page).PressAsync("ArrowDown");
        await Expect(chosen).ToHaveCountAsync(0);
        await Box(page).PressAsync("ArrowDown");
        await Expect(Options(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await Box(page).PressAsync("Home");
        await Expect(chosen).ToHaveCountAsync(0);
        Assert.Null(await Box(page).GetAttributeAsync("aria-activedescendant"));
        Assert.Equal(0, await Box(page).EvaluateAsync<int>("box => box.selectionStart"));
    }

    [BrowserFact]
    public async Task Enter_without_a_choice_searches_for_what_was_typed()
    {
        var page = await TypeAsync("/", "durban water");
        await Box(page).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/practices?q=durban+water");
        await Expect(Options(page)).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Escape_closes_the_list_and_then_empties_the_box()
    {
        var page = await TypeAsync("/", "durban");
        await Box(page).PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Expect(Box(page)).ToHaveValueAsync("durban");
        await Box(page).PressAsync("ArrowDown");
        await Expect(Options(page).First).ToBeVisibleAsync();
        await Box(page).PressAsync("Escape");
        await Box(page).PressAsync("Escape");
        await Expect(Box(page)).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task Leaving_the_box_closes_the_list_and_a_click_on_a_suggestion_follows_it()
    {
        var page = await TypeAsync("/", "durban");
        await Box(page).PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Search" })).ToBeFocusedAsync();
        await Box(page).FillAsync("durban ");
        await Options(page).First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/practices?city=durban");
    }

    [BrowserFact]
    public async Task Nothing_on_the_page_moves()
    {
        var page = await OpenAsync("/", Screen.Phone);
        var before = await page.Locator("#goals").BoundingBoxAsync();
        await Box(page).FillAsync("durban");
        await Options(page).First.WaitForAsync();
        var after = await page.Locator("#goals").BoundingBoxAsync();
        Assert.Equal((before!.X, before.Y), (after!.X, after.Y));
    }

    [BrowserTheory, InlineData("/"), InlineData("/practices")]
    public async Task The_list_fits_a_window_of_320_pixels_in_both_directions(string path)
    {
        var page = await OpenAsync(path, Screen.Narrow);
        foreach (var direction in (string[])["ltr", "rtl"])
        {
            await page.EvaluateAsync("direction => document.documentElement.dir = direction", direction);
            await Box(page).FillAsync("water");
            await Options(page).First.WaitForAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), direction);
            var list = (await page.GetByRole(AriaRole.Listbox).BoundingBoxAsync())!;
            Assert.InRange(list.X, 0, 320 - list.Width);
            await Box(page).PressAsync("Escape");
        }
    }

    [BrowserFact]
    public async Task With_the_readers_own_colours_the_choice_is_told_apart()
    {
        var page = await OpenAsync("/", forced: ForcedColors.Active);
        await Box(page).FillAsync("durban");
        await Options(page).First.WaitForAsync();
        await Box(page).PressAsync("ArrowDown");
        Assert.Equal(
            await page.EvaluateAsync<string>("() => { document.body.style.cssText = 'background: Highlight; forced-color-adjust: none'; return getComputedStyle(document.body).backgroundColor; }"),
            await Options(page).First.EvaluateAsync<string>("option => getComputedStyle(option).backgroundColor"));
    }

    [BrowserFact]
    public async Task Without_script_the_box_is_a_search_box()
    {
        var page = await OpenAsync("/", script: false);
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("durban water");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/practices?q=durban+water");
    }

    [BrowserTheory, InlineData(503, ""), InlineData(200, "<html>"), InlineData(200, "{}")]
    public async Task Where_no_answer_can_be_had_the_box_still_searches(int status, string body)
    {
        Expected = "status of 503";
        var page = await OpenAsync("/");
        await page.RouteAsync(Asked, route => route.FulfillAsync(new() { Status = status, Body = body }));
        var answered = page.WaitForResponseAsync(Asked);
        await Box(page).FillAsync("durban water");
        await answered;
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Box(page).PressAsync("ArrowDown");
        await Box(page).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/practices?q=durban+water");
        await page.UnrouteAllAsync();
    }

    [BrowserFact]
    public async Task A_slow_answer_holds_nothing_up_and_a_late_one_is_not_shown()
    {
        var page = await OpenAsync("/");
        var late = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/suggest?q=durban", async route =>
        {
            await late.Task;
            await route.FulfillAsync(new() { Json = Answer("Too late") });
        });
        var asked = page.WaitForRequestAsync(Asked);
        await Box(page).FillAsync("durban");
        await asked;
        await Box(page).FillAsync("durban water");
        await Expect(Options(page).First).ToContainTextAsync("water");
        late.SetResult();
        await Expect(page.GetByText("Too late")).ToHaveCountAsync(0);
        await Box(page).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/practices?q=durban+water");
        await page.UnrouteAllAsync();
    }

    [BrowserFact]
    public async Task What_a_title_holds_is_text()
    {
        const string Title = "<img src=x onerror=alert(1)><b>durban</b>";
        var page = await OpenAsync("/");
        await page.RouteAsync(Asked, route => route.FulfillAsync(new() { Json = Answer(Title) }));
        await Box(page).FillAsync("durban");
        await Expect(Options(page).First.Locator("bdi")).ToHaveTextAsync(Title);
        await Expect(page.Locator("#suggestions img")).ToHaveCountAsync(0);
        await page.UnrouteAllAsync();
    }

    private async Task<IPage> TypeAsync(string path, string text)
    {
        var page = await OpenAsync(path);
        await Box(page).FillAsync(text);
        await Options(page).First.WaitForAsync();
        return page;
    }

    private static JsonElement Answer(string text) => JsonSerializer.SerializeToElement(
        new { query = "durban", suggestions = new[] { new { text, group = "Practice", url = "/practices", marks = new[] { new[] { 0, 3 } } } } });

    private static ILocator Box(IPage page) => page.Locator("#q");

    private static ILocator Options(IPage page) => page.GetByRole(AriaRole.Option);
}
