using Microsoft.Playwright;
using Practices.Tests.Web;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Browser;

/// <summary>
/// What a reader waits for on a line of 400 kbit/s with 400 ms there and back: <c>PRACTICES_SLOW_LINE=1 dotnet test --filter SlowLine --logger "console;verbosity=detailed"</c>.
/// A measurement, not a test: it asserts that the page came, and prints how long it took,
/// without the line, too, so that it is seen how much of it is the machine's. The line is the browser's own emulation, which counts the answer's bytes and one wait for each request,
/// but neither the name's look-up nor the hands that are shaken before: one for TCP and, with TLS 1.3, one more, 800 ms on this line.
/// </summary>
public sealed class SlowLine(ITestOutputHelper output)
{
    private const int BytesASecond = 400_000 / 8;
    private const int LatencyMilliseconds = 400;
    private const int Rounds = 5;

    // First paint, first result painted (results are in the page itself, so it is the paint after they were read), and all that the page asks for.
    private const string Times =
        """
        async () => {
          const page = performance.getEntriesByType('navigation')[0];
          const paint = await new Promise(found => new PerformanceObserver(list => {
            for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') found(entry);
          }).observe({ type: 'paint', buffered: true }));
          const bytes = [page, ...performance.getEntriesByType('resource')].reduce((sum, part) => sum + part.transferSize, 0);
          return [page.responseStart, paint.startTime, page.domContentLoadedEventEnd, page.loadEventEnd, bytes].map(Math.round);
        }
        """;

    [SlowLineTheory]
    [InlineData("/practices?q=water")]
    [InlineData("/practices?sdg=6&region=africa")]
    [InlineData("/practices?view=map")]
    [InlineData(PageKinds.Full)]
    [InlineData("/")]
    public async Task A_page_is_opened_for_the_first_time_on_a_slow_line(string path)
    {
        await MeasureAsync(path, isSlow: false);
        await MeasureAsync(path, isSlow: true);
    }

    private async Task MeasureAsync(string path, bool isSlow)
    {
        var rounds = new List<int[]>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var context = await (await Chromium.Browser).NewContextAsync(new() { BaseURL = RunningSite.Shared.Origin, ViewportSize = Screen.Phone.Size() });
            var page = await context.NewPageAsync();
            var line = await context.NewCDPSessionAsync(page);
            await line.SendAsync("Network.enable");
            if (isSlow) await line.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = LatencyMilliseconds,
                ["downloadThroughput"] = BytesASecond,
                ["uploadThroughput"] = BytesASecond,
            });
            var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
            Assert.True(answer!.Ok);
            rounds.Add(await page.EvaluateAsync<int[]>(Times));
        }

        var median = rounds.OrderBy(times => times[1]).ElementAt(Rounds / 2);
        output.WriteLine($"{path}, {(isSlow ? "slow line" : "no line")}: first byte {median[0]} ms, first paint {median[1]} ms, page read {median[2]} ms, everything {median[3]} ms, {median[4]} bytes");
    }

    /// <summary>A measurement that is made only when it is asked for.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SlowLineTheoryAttribute : TheoryAttribute
    {
        public SlowLineTheoryAttribute() =>
            Skip = Environment.GetEnvironmentVariable("PRACTICES_SLOW_LINE") == "1" ? new BrowserFactAttribute().Skip : "The line is slowed with PRACTICES_SLOW_LINE=1.";
    }
}
