using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Practices.Tests.Browser;

/// <summary>The machine's own Chromium, started once for the whole run. Nothing is ever downloaded.</summary>
internal static class Chromium
{
    // Milliseconds: a machine that builds beside the tests is slow, not wrong.
    private const int Patience = 20_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // The last two let it reach this machine alone, so that a page that asks for anything else is seen to fail, wherever the tests run.
    // Without a zygote, a machine under load is waited for; with one, a renderer that starts slowly brings the whole browser down.
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-zygote", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private static readonly Lazy<Task<IBrowser>> Running = new(StartAsync);
    private static readonly ConcurrentBag<IPage> IdleWithScript = [];
    private static readonly ConcurrentBag<IPage> IdleWithoutScript = [];

    /// <summary>The program, or nothing where none is installed. The environment's <c>CHROMIUM</c> goes first.</summary>
    public static string? Executable { get; } = Find();

    /// <summary>The browser.</summary>
    public static Task<IBrowser> Browser => Running.Value;

    /// <summary>
    /// An empty window. Opening one costs more than most tests do, so they are handed on from test to test;
    /// the site sets no cookie, and what a test kept in the browser is thrown away, so there is nothing to hand on with them.
    /// </summary>
    /// <param name="origin">The site that its addresses are of.</param>
    /// <param name="script">Whether it runs script.</param>
    public static async Task<IPage> BorrowAsync(string origin, bool script)
    {
        if (Idle(script).TryTake(out var idle)) return idle;
        var context = await (await Browser).NewContextAsync(new() { BaseURL = origin, JavaScriptEnabled = script });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Takes a window back for the next test.</summary>
    public static async Task ReturnAsync(IPage page, bool script)
    {
        await page.EvaluateAsync("() => { try { localStorage.clear() } catch { } }");
        await page.GotoAsync("about:blank");
        Idle(script).Add(page);
    }

    private static ConcurrentBag<IPage> Idle(bool script) => script ? IdleWithScript : IdleWithoutScript;

    private static async Task<IBrowser> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Flags });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return browser;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named) return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
