using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>Who asks on a practice's page whether their own city is like it.</summary>
public class AgainstCityBrowserTests : BrowserTest
{
    /// <summary>Whether the browser runs script.</summary>
    protected virtual bool Script => true;

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Naming_a_city_on_a_practice_says_there_what_is_alike_and_leads_to_places_like_it(Screen screen)
    {
        var page = await OpenAsync(PageKinds.Full, screen, Script);
        await page.GetByLabel("Your city").FillAsync("eThekwini");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync($"{PageKinds.Full}?city=eThekwini#what-does-it-depend-on");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Set against Durban" })).ToBeInViewportAsync();
        await Expect(page.GetByText("Durban: South Africa, in Southern Africa")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Practices in places like Durban" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/my-city?city=durban");
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_city_that_nobody_knows_is_described_by_its_size_and_region(Screen screen)
    {
        var page = await OpenAsync($"{PageKinds.Full}?city=Atlantis#what-does-it-depend-on", screen, Script);
        await Expect(page.GetByText("We have no data on this city.")).ToBeInViewportAsync();
        await page.GetByLabel("How large it is").SelectOptionAsync(["large"]);
        await page.GetByLabel("Where it lies").SelectOptionAsync(["africa"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Set against your city" })).ToBeInViewportAsync();
        await Expect(page.GetByText("your city: 1 to 5 million people")).ToBeVisibleAsync();
    }
}

/// <summary>The same in a browser that runs no script.</summary>
public sealed class AgainstCityWithoutScriptTests : AgainstCityBrowserTests
{
    /// <inheritdoc/>
    protected override bool Script => false;
}
