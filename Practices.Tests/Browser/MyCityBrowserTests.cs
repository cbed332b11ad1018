using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>Who looks for practices in places like their own.</summary>
public class MyCityBrowserTests : BrowserTest
{
    /// <summary>Whether the browser runs script.</summary>
    protected virtual bool Script => true;

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Naming_a_city_gives_practices_from_places_like_it(Screen screen)
    {
        var page = await OpenAsync("/my-city", screen, Script);
        await page.GetByLabel("Your city").FillAsync("Cape Town");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show practices" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Practices in places like Cape Town");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Elsewhere in South Africa" }).GetByText("is like your city: the same country").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_city_is_described_with_the_keyboard_alone()
    {
        var page = await OpenAsync("/my-city", Screen.Laptop, Script);
        await page.GetByLabel("How large it is").FocusAsync();
        await page.Keyboard.TypeAsync("1 to 5");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Where it lies")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Afr");
        for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show practices" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cities of your size in Africa" })).ToBeVisibleAsync();
        Assert.Contains("size=large&region=africa", page.Url, StringComparison.Ordinal);
    }
}

/// <summary>The same in a browser that runs no script.</summary>
public sealed class MyCityWithoutScriptTests : MyCityBrowserTests
{
    /// <inheritdoc/>
    protected override bool Script => false;
}
