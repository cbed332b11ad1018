using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>Who picks practices out, puts them side by side and keeps them.</summary>
public class ChooserTests : BrowserTest
{
    /// <summary>Whether the browser runs script.</summary>
    protected virtual bool Script => true;

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Two_results_that_are_ticked_are_compared(Screen screen)
    {
        var page = await VisitAsync("/practices?kind=practice&q=durban", screen);
        var titles = (await page.HitTitlesAsync()).Take(2).ToList();
        foreach (var title in titles) await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Choose {title}" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare chosen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("2 practices side by side");
        foreach (var title in titles) await Expect(page.Locator(".compare thead").GetByRole(AriaRole.Link, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "What did not work?" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Remove {titles[0]}" }).ClickAsync();
        await Expect(page.GetByText($"“{titles[1]}” is chosen.")).ToBeVisibleAsync();
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Results_become_a_shortlist_that_grows_shrinks_and_is_compared(Screen screen)
    {
        var page = await VisitAsync("/practices?q=durban+landfill", screen);
        await page.Locator("input[name=id][value=durban-landfill-gas]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put on a shortlist" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/shortlist?id=durban-landfill-gas");
        await page.Locator("#q").FillAsync("heat slum women");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Put on the list “Women in Ahmedabad" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/shortlist?id=durban-landfill-gas&id=ahmedabad-womens-climate-action");
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare all 2" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Keep them as a shortlist" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Take off the list" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync("/shortlist?id=ahmedabad-womens-climate-action");
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_comparison_is_made_with_the_keyboard_alone(Screen screen)
    {
        var page = await VisitAsync("/practices?kind=practice&q=durban", screen);
        var boxes = page.Locator(".choose input[name=id]");
        foreach (var number in (int[])[0, 1])
        {
            await boxes.Nth(number).FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await Expect(boxes.Nth(number)).ToBeCheckedAsync();
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("2 practices side by side");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_practice_leads_to_a_shortlist_with_it()
    {
        var page = await VisitAsync(PageKinds.Full, Screen.Phone);
        await page.GetByRole(AriaRole.Link, new() { Name = "Put on my shortlist" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/shortlist?id=ahmedabad-womens-climate-action");
    }

    [BrowserFact]
    public async Task On_a_phone_the_answers_of_a_comparison_stand_under_their_question_each_with_its_place()
    {
        var page = await VisitAsync(PageKinds.Compared, Screen.Phone);
        var cells = page.Locator(".compare tbody tr").First.Locator("td");
        var tops = new List<float>();
        for (var i = 0; i < 4; i++)
        {
            await Expect(cells.Nth(i).Locator(".of")).ToBeVisibleAsync();
            tops.Add((await cells.Nth(i).BoundingBoxAsync())!.Y);
        }

        Assert.Equal(tops.Order(), tops);
        Assert.Equal(4, tops.Distinct().Count());
    }

    private protected Task<IPage> VisitAsync(string path, Screen screen) => OpenAsync(path, screen, Script);
}

/// <summary>The same in a browser that runs no script.</summary>
public sealed class ChooserWithoutScriptTests : ChooserTests
{
    /// <inheritdoc/>
    protected override bool Script => false;
}

/// <summary>What the browser keeps for who asks it to.</summary>
public sealed class KeeperTests : BrowserTest
{
    [BrowserFact]
    public async Task A_list_is_kept_found_again_grown_from_a_practice_and_forgotten()
    {
        var page = await OpenAsync("/shortlist?id=durban-landfill-gas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this list in this browser" }).ClickAsync();
        await Expect(page.GetByText("Kept in this browser")).ToBeVisibleAsync();

        await page.GotoAsync(PageKinds.Full);
        await page.GetByRole(AriaRole.Link, new() { Name = "Put on my shortlist" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/shortlist?id=durban-landfill-gas&id=ahmedabad-womens-climate-action#keep");

        await page.GotoAsync("/shortlist");
        await page.GetByRole(AriaRole.Link, new() { Name = "The list that you keep" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/shortlist?id=durban-landfill-gas&id=ahmedabad-womens-climate-action");
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget it" }).ClickAsync();
        await page.GotoAsync("/shortlist");
        await Expect(page.Locator(".keeper")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_list_that_somebody_sent_does_not_take_the_place_of_the_kept_one_unasked()
    {
        var page = await OpenAsync("/shortlist?id=durban-landfill-gas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this list in this browser" }).ClickAsync();
        await page.GotoAsync("/shortlist?id=medellin-metrocable");
        await page.GetByRole(AriaRole.Link, new() { Name = "The list that you keep" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/shortlist?id=durban-landfill-gas");
    }

    [BrowserFact]
    public async Task A_city_is_chosen_once_and_found_again()
    {
        var page = await OpenAsync("/my-city?city=durban");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this city in this browser" }).ClickAsync();
        await page.GotoAsync("/my-city");
        await page.GetByRole(AriaRole.Link, new() { Name = "The city that you keep" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/my-city?city=durban");
    }

    [BrowserFact]
    public async Task A_city_that_is_kept_is_offered_on_every_practice_and_one_that_is_named_there_can_be_kept()
    {
        var page = await OpenAsync(PageKinds.Full);
        await Expect(page.Locator(".keeper")).ToBeHiddenAsync();
        await page.GotoAsync("/my-city?city=durban");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this city in this browser" }).ClickAsync();

        await page.GotoAsync(PageKinds.Full);
        await page.GetByRole(AriaRole.Link, new() { Name = "Set against Durban" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{PageKinds.Against}#what-does-it-depend-on");

        await page.GotoAsync($"{PageKinds.Full}?city=dakar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this city in this browser" }).ClickAsync();
        await page.GotoAsync(PageKinds.Short);
        await page.GetByRole(AriaRole.Link, new() { Name = "Set against Dakar" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Set against Dakar" })).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget it" }).ClickAsync();
        await page.GotoAsync(PageKinds.Full);
        await Expect(page.Locator(".keeper")).ToBeHiddenAsync();
    }
}
