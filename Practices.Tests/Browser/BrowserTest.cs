using System.Collections.Concurrent;
using Microsoft.Playwright;
using Practices.Tests.Web;
using Xunit;

namespace Practices.Tests.Browser;

/// <summary>
/// A test that opens pages. Whatever else it asserts, it fails where a page logged an error, threw, broke its own content policy
/// or asked another host for anything.
/// </summary>
public abstract class BrowserTest : IAsyncLifetime
{
    private readonly ConcurrentBag<(IPage Page, bool Script)> _pages = [];
    private readonly ConcurrentBag<string> _problems = [];

    /// <summary>Part of the errors in the browser's log that a test brings about itself; none where it is empty.</summary>
    private protected string Expected { get; set; } = "";

    private protected static string Origin => RunningSite.Shared.Origin;

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var (page, script) in _pages)
        {
            Unwatch(page);
            await Chromium.ReturnAsync(page, script);
        }

        AssertNone(_problems.Order(StringComparer.Ordinal));
    }

    /// <summary>Opens a page of the site.</summary>
    /// <param name="path">The address on the site.</param>
    /// <param name="screen">The window's size.</param>
    /// <param name="script">Whether the browser runs script.</param>
    /// <param name="colours">The reader's scheme of colours.</param>
    /// <param name="forced">Whether the reader's own colours take the place of the page's.</param>
    private protected async Task<IPage> OpenAsync(
        string path, Screen screen = Screen.Laptop, bool script = true, ColorScheme colours = ColorScheme.Light, ForcedColors forced = ForcedColors.None)
    {
        var page = await Chromium.BorrowAsync(Origin, script);
        _pages.Add((page, script));
        Watch(page);
        await page.SetViewportSizeAsync(screen.Size().Width, screen.Size().Height);

        // Without motion, so that what is looked at stands still.
        await page.EmulateMediaAsync(new() { ColorScheme = colours, ForcedColors = forced, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Fails with every fault in full where there is one.</summary>
    private protected static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>Opens all that is folded away, so that it is looked at, too.</summary>
    private protected static async Task UnfoldAsync(IPage page) =>
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(fold => fold.open = true)");

    private void Watch(IPage page)
    {
        page.PageError += NoteError;
        page.Console += NoteMessage;
        page.Request += NoteRequest;
    }

    private void Unwatch(IPage page)
    {
        page.PageError -= NoteError;
        page.Console -= NoteMessage;
        page.Request -= NoteRequest;
    }

    private void NoteError(object? sender, string error) => _problems.Add($"script error: {error}");

    private void NoteMessage(object? sender, IConsoleMessage message)
    {
        if (Expected.Length > 0 && message.Text.Contains(Expected, StringComparison.Ordinal)) return;
        if (message.Type == "error" && !IsTheMissingPageItself(message)) _problems.Add($"{message.Location}: {message.Text}");
    }

    private void NoteRequest(object? sender, IRequest request)
    {
        if (IsElsewhere(request.Url)) _problems.Add($"asked {request.Url}");
    }

    private static bool IsElsewhere(string url) =>
        !url.StartsWith(Origin + "/", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && url != "about:blank";

    // Chromium logs a page that answers 404 as a failed resource; where a test asks for such a page, that is what it asked for.
    private static bool IsTheMissingPageItself(IConsoleMessage message) =>
        message.Text.Contains("status of 404", StringComparison.Ordinal) && message.Page is { } page && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
}
