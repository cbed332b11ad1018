using System.Collections.Concurrent;
using Practices.Web.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Browser;

/// <summary>
/// The payloads of DOMPurify's tests and of OWASP's filter evasion list as a practice's story, title and summary: none runs.
/// The sanitizer and the encoding hold without the content policy, and the content policy holds without them.
/// </summary>
public sealed class ScriptInjectionTests(Payloads payloads, ITestOutputHelper output) : IClassFixture<Payloads>
{
    private const int AtOnce = 3;
    private const string NoPolicy = "upgrade-insecure-requests";

    [InjectionFact]
    public async Task No_payload_runs_on_a_page_as_it_is_served() => await NothingFiresAsync(withPolicy: true);

    [InjectionFact]
    public async Task No_payload_runs_where_a_browser_ignores_the_content_policy() => await NothingFiresAsync(withPolicy: false);

    [InjectionFact]
    public async Task No_payload_runs_as_a_suggestion_even_where_a_browser_ignores_the_content_policy()
    {
        await using var wire = await Tripwire.OpenAsync(payloads.Site.Origin, withPolicy: false);
        foreach (var words in (string[])["script", "img", "svg", "onerror", "javascript", "alert", "a", "style"])
        {
            Assert.Empty(await wire.VisitAsync("/"));
            Assert.Empty(await wire.TypeAsync(words));
        }
    }

    [InjectionFact]
    public async Task Nearly_every_payload_is_shown_and_not_refused()
    {
        output.WriteLine($"{payloads.All.Count} payloads, {payloads.RefusedAsTitle} refused as a title or a summary, {payloads.RefusedAltogether.Count} refused as a story");
        Assert.True(payloads.All.Count > 300);
        Assert.True(payloads.RefusedAltogether.Count < 10, string.Join('\n', payloads.RefusedAltogether));
        await Task.CompletedTask;
    }

    [BrowserTheory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<script>confirm(1)</script>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<p onmouseover='prompt(1)'>x</p>")]
    [InlineData("<input onfocus=print()>")]
    [InlineData("<iframe src='javascript:parent.alert(1)'></iframe>")]
    [InlineData("<img src=x onerror=\"window.name='taken'\">")]
    [InlineData("<script src='https://practices.invalid/x.js'></script>")]
    [InlineData("<meta http-equiv=refresh content='0;url=/elsewhere'>")]
    public async Task The_tripwire_notices_a_payload_that_nothing_washed(string payload)
    {
        await using var wire = await Tripwire.OpenAsync(Web.RunningSite.Shared.Origin, withPolicy: true);
        Assert.NotEmpty(await wire.VisitRawAsync(payload, NoPolicy));
    }

    [BrowserFact]
    public async Task The_content_policy_alone_stops_script_and_ignoring_it_lets_it_run()
    {
        const string Payload = "<img src=x onerror=alert(1)><script>confirm(1)</script><a href='javascript:alert(1)' onclick='prompt(1)'>x</a>";
        await using var obedient = await Tripwire.OpenAsync(Web.RunningSite.Shared.Origin, withPolicy: true);
        Assert.Empty(await obedient.VisitRawAsync(Payload, SecurityHeaders.ContentSecurityPolicy));
        await using var heedless = await Tripwire.OpenAsync(Web.RunningSite.Shared.Origin, withPolicy: false);
        Assert.NotEmpty(await heedless.VisitRawAsync(Payload, SecurityHeaders.ContentSecurityPolicy));
    }

    private async Task NothingFiresAsync(bool withPolicy)
    {
        var fired = new ConcurrentBag<string>();
        var pages = new ConcurrentQueue<string>(payloads.Pages);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            await using var wire = await Tripwire.OpenAsync(payloads.Site.Origin, withPolicy);
            while (pages.TryDequeue(out var path))
            {
                foreach (var what in await wire.VisitAsync(path)) fired.Add(what);
            }
        }));
        Assert.True(fired.IsEmpty, string.Join('\n', fired.Order(StringComparer.Ordinal)));
    }

    /// <summary>A test that needs the vectors and a browser.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class InjectionFactAttribute : FactAttribute
    {
        public InjectionFactAttribute() => Skip = new SharedFactAttribute().Skip ?? new BrowserFactAttribute().Skip;
    }
}
