using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Practices.Tests.Browser;

/// <summary>axe finds nothing on any kind of page: every rule of WCAG 2.0 to 2.2 at A and AA, the best practices, and targets of 24 pixels.</summary>
public sealed class AccessibilityTests : BrowserTest
{
    // axe leaves target-size out unless it is asked.
    private const string Everything =
        """
        { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }
        """;

    // The only rule whose answer depends on the scheme of colours.
    private const string Colours = "{ runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] }";

    // Put into the page as it is: the package's own way opens an empty window for every answer, which takes longer than the check.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [BrowserTheory, MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_light_or_dark_on_a_phone_or_a_laptop(string path)
    {
        var page = await OpenAsync(path, Screen.Phone);
        await UnfoldAsync(page);
        await page.EvaluateAsync(Axe);
        foreach (var screen in (Screen[])[Screen.Phone, Screen.Laptop])
        {
            await ShowWholeAsync(page, screen);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            AssertNone(await ViolationsAsync(page, Everything));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            AssertNone(await ViolationsAsync(page, Colours));
        }
    }

    [BrowserTheory, InlineData("/"), InlineData("/practices")]
    public async Task Axe_finds_nothing_while_suggestions_are_shown_and_one_is_chosen(string path)
    {
        var page = await OpenAsync(path, Screen.Phone);
        await page.EvaluateAsync(Axe);
        await page.Locator("#q").FillAsync("wa");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Locator("#q").PressAsync("ArrowDown");
        foreach (var screen in (Screen[])[Screen.Phone, Screen.Laptop])
        {
            await ShowWholeAsync(page, screen);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                AssertNone(await ViolationsAsync(page, Everything));
            }
        }

        await Assertions.Expect(page.Locator("[role=option][aria-selected=true]")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task The_check_can_fail()
    {
        var page = await OpenAsync("/about");
        await page.SetContentAsync(
            """
            <html><body><h1>One</h1><h4>Four</h4><p><font color="#999999">Grey on white</font></p><input type="text"><div role="buton">?</div><a href="/"></a>
            <button>a</button><input type="checkbox" aria-label="b"><input type="checkbox" aria-label="c"></body></html>
            """);
        await page.EvaluateAsync(Axe);
        var found = await ViolationsAsync(page, Everything);
        foreach (var rule in (string[])["color-contrast", "label", "link-name", "html-has-lang", "heading-order", "target-size", "aria-roles", "region"])
            Assert.Contains(found, violation => violation.StartsWith($"{rule},", StringComparison.Ordinal));
    }

    // As high as the page, so that nothing lies under the button that keeps to the foot of the window.
    private static async Task ShowWholeAsync(IPage page, Screen screen)
    {
        await page.SetViewportSizeAsync(screen.Size().Width, screen.Size().Height);
        await page.SetViewportSizeAsync(screen.Size().Width, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
    }

    private static async Task<string[]> ViolationsAsync(IPage page, string options) => await page.EvaluateAsync<string[]>(
        $$"""
        async () => {
          const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
          const answer = await axe.run(document, {{options}});
          return answer.violations.flatMap(violation => violation.nodes.map(node => `${violation.id}, ${scheme}, ${innerWidth} pixels: ${violation.help}: ${node.html}`));
        }
        """);
}
