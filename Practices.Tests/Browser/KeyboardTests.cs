using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>Everything can be done with the keyboard alone, and the reader always sees where they are.</summary>
public sealed class KeyboardTests : BrowserTest
{
    private const int MostStops = 600;

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task A_search_and_a_practice_are_reached_without_a_pointer(Screen screen)
    {
        var page = await OpenAsync("/", screen);
        await TabToAsync(page, page.Locator("#q"));
        await page.Keyboard.TypeAsync("heat slum women");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to results" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to results" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".hits a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(PageKinds.Full);
    }

    [BrowserTheory, InlineData(Screen.Phone), InlineData(Screen.Laptop)]
    public async Task Space_ticks_a_filter_and_Enter_applies_it(Screen screen)
    {
        var page = await OpenAsync("/practices", screen);
        if (screen == Screen.Phone)
        {
            await TabToAsync(page, page.Locator("#filters > summary"));
            await page.Keyboard.PressAsync("Enter");
        }

        var goal = page.Locator("input[name=sdg][value='13']");
        await TabToAsync(page, goal);
        await page.Keyboard.PressAsync("Space");
        await Expect(goal).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(goal).Not.ToBeCheckedAsync();
        await Expect(page).ToHaveURLAsync("/practices");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Climate action" })).ToBeVisibleAsync();
        Assert.Equal(Shelf.Titles(record => record.Sdgs.Any(sdg => sdg.Goal == 13)).Count, await page.CountAsync());

        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Climate action" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Climate action" })).ToHaveCountAsync(0);
    }

    [BrowserTheory]
    [InlineData("/", Screen.Phone)]
    [InlineData("/", Screen.Laptop)]
    [InlineData(PageKinds.Filtered, Screen.Phone)]
    [InlineData(PageKinds.Filtered, Screen.Laptop)]
    [InlineData(PageKinds.Nothing, Screen.Phone)]
    [InlineData(PageKinds.Full, Screen.Phone)]
    [InlineData(PageKinds.Full, Screen.Laptop)]
    [InlineData("/sdgs/13", Screen.Laptop)]
    [InlineData("/awards/guangzhou-award", Screen.Phone)]
    public async Task The_Tab_key_goes_through_the_page_in_its_order_and_every_stop_is_seen(string path, Screen screen)
    {
        var page = await OpenAsync(path, screen);
        await page.EvaluateAsync("document.getElementById('filters')?.setAttribute('open', '')");
        var faults = new List<string>();
        var stops = 0;
        for (; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<Stop>(LookAtFocus);
            if (stop.Name.Length == 0) break;
            if (!stop.IsSeen) faults.Add($"hidden: {stop.Name}");
            if (!stop.HasRing) faults.Add($"no ring: {stop.Name}");
            if (!stop.IsAfterTheLast) faults.Add($"out of order: {stop.Name}");
        }

        Assert.InRange(stops, 10, MostStops - 1);
        AssertNone(faults);
    }

    private sealed record Stop
    {
        public string Name { get; init; } = "";

        public bool IsSeen { get; init; }

        public bool HasRing { get; init; }

        public bool IsAfterTheLast { get; init; }
    }

    // Seen: some point of the element's box is in the window and nothing else lies over it (WCAG 2.4.11).
    private const string LookAtFocus =
        """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body || element === document.documentElement || element === window.firstStop) return { name: '' };
          window.firstStop ??= element;
          const style = getComputedStyle(element);
          const points = [...element.getClientRects()].flatMap(box => [.1, .5, .9].flatMap(x => [.2, .5, .8].map(y => [box.left + x * box.width, box.top + y * box.height])));
          const isSeen = points.some(([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return top && (element.contains(top) || top.contains(element));
          });
          const last = window.lastStop;
          const isAfterTheLast = !last || (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
          window.lastStop = element;
          return { name: element.outerHTML.slice(0, 120), isSeen, hasRing: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, isAfterTheLast };
        }
        """;

    private static async Task TabToAsync(IPage page, ILocator wanted)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement")) return;
        }

        Assert.Fail($"The Tab key never came to {wanted}.");
    }
}
