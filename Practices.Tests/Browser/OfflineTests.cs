using Microsoft.Playwright;
using Practices.Tests.Corpus;
using Practices.Tests.Indexer;
using Practices.Tests.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Practices.Tests.Browser;

/// <summary>Who keeps practices to read them where there is no connection. The connection is lost by stopping the site.</summary>
public sealed class OfflineTests : IAsyncLifetime
{
    private const string Copy = "#copy";

    private readonly TemporaryContent _content = new TemporaryContent()
        .WithPractice("roofs/index", "White roofs", "media: [{ file: roof.png, alt: A white roof, credit: The city, licence: CC-BY-4.0 }]")
        .With("practices/roofs/roof.png", SamplePicture.Png(1600, 900))
        .With("practices/roofs/roof-320.png", SamplePicture.Png(320, 180))
        .WithPractice("drains", "Drains")
        .WithPractice("trees", "Trees", "places: [{ city: Kumasi, country: GH }]");

    private RunningSite _site = null!;
    private IBrowserContext _context = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Executable is null) return;
        _site = RunningSite.Start(_content.Root);
        _context = await (await Chromium.Browser).NewContextAsync(new() { BaseURL = _site.Origin, ViewportSize = Screen.Phone.Size() });
        _page = await _context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_context is not null) await _context.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
        _content.Dispose();
    }

    [BrowserFact]
    public async Task A_copy_is_read_without_a_connection_with_its_style_and_its_pictures()
    {
        await KeepAsync("/offline?region=southern-africa", "Keep 2 pages on this device");
        await Expect(_page.Locator(Copy)).ToContainTextAsync("all pages of this list");
        await _site.DisposeAsync();

        await _page.GotoAsync("/practices/roofs");
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("White roofs");
        await Expect(_page.Locator(".record-head img")).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await _page.EvaluateAsync<int>("document.querySelector('.record-head img').naturalWidth"));
        Assert.NotEqual("", await _page.EvaluateAsync<string>("getComputedStyle(document.body).getPropertyValue('--paper')"));
    }

    [BrowserFact]
    public async Task A_page_that_is_not_in_the_copy_leads_to_what_is()
    {
        await KeepAsync("/offline?region=southern-africa", "Keep 2 pages on this device");
        await _site.DisposeAsync();

        await _page.GotoAsync("/practices/trees");
        await Expect(_page.GetByText("the page that you asked for is not in your copy")).ToBeVisibleAsync();
        await _page.GetByRole(AriaRole.Link, new() { Name = "Drains" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Drains");
    }

    [BrowserFact]
    public async Task A_page_that_is_opened_with_a_connection_is_brought_up_to_date()
    {
        await KeepAsync("/offline", "Keep 3 pages on this device");
        _content.WithPractice("drains", "Drains, mended");
        _site.Library.Refresh();
        await _page.GotoAsync("/practices/drains");
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Drains, mended");
        await _page.WaitForFunctionAsync("async () => (await (await caches.match('/practices/drains')).text()).includes('mended')");
        await _site.DisposeAsync();
        await _page.ReloadAsync();
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Drains, mended");
    }

    [BrowserFact]
    public async Task Nothing_is_kept_before_it_is_asked_for_and_nothing_is_left_after()
    {
        await _page.GotoAsync("/offline");
        await Expect(_page.Locator(Copy)).ToHaveTextAsync("Nothing is kept in this browser.");
        Assert.Equal("0 copies, 0 workers", await TracesAsync());
        await KeepAsync("/offline", "Keep 3 pages on this device");
        Assert.Equal("1 copies, 1 workers", await TracesAsync());
        await _page.GetByRole(AriaRole.Button, new() { Name = "Take the copy away" }).ClickAsync();
        await Expect(_page.Locator(Copy)).ToHaveTextAsync("Nothing is kept in this browser.");
        Assert.Equal("0 copies, 0 workers", await TracesAsync());
    }

    [BrowserFact]
    public async Task A_copy_that_cannot_be_made_whole_is_said_and_nothing_is_left_of_it()
    {
        await _page.GotoAsync("/offline");
        await Expect(_page.GetByRole(AriaRole.Button, new() { Name = "Keep 3 pages on this device" })).ToBeVisibleAsync();
        await _site.DisposeAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Keep 3 pages on this device" }).ClickAsync();
        await Expect(_page.Locator(Copy)).ToContainTextAsync("Nothing was kept.");
        Assert.Equal("0 copies, 0 workers", await TracesAsync());
    }

    private async Task KeepAsync(string address, string button)
    {
        await _page.GotoAsync(address);
        await _page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(_page.Locator(Copy)).ToContainTextAsync("A copy of");
    }

    // How many stores and workers the site has in this browser.
    private async Task<string> TracesAsync() =>
        await _page.EvaluateAsync<string>("async () => `${(await caches.keys()).length} copies, ${(await navigator.serviceWorker.getRegistrations()).length} workers`");
}

/// <summary>The list of the copy in the project's own content.</summary>
public sealed class OfflineListTests : BrowserTest
{
    [BrowserFact]
    public async Task The_list_is_searched_in_the_browser_accents_or_none()
    {
        var page = await OpenAsync("/offline", Screen.Phone);
        await page.GetByLabel("Find in this list").FillAsync("medellin");
        await Expect(page.Locator(".more .hits > li:visible").First).ToContainTextAsync("Medell");
        var shown = await page.Locator(".more .hits > li:visible").CountAsync();
        Assert.InRange(shown, 1, await page.Locator(".more .hits > li").CountAsync() - 1);
    }

    [BrowserFact]
    public async Task Without_script_the_page_says_what_to_do()
    {
        var page = await OpenAsync("/practices?sdg=13", Screen.Phone, script: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Read offline" }).First.ClickAsync();
        await Expect(page.GetByText("A browser that runs script keeps the copy.")).ToBeVisibleAsync();
        Assert.EndsWith("/offline?sdg=13", page.Url, StringComparison.Ordinal);
    }
}
