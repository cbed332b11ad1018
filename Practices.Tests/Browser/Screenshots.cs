using Microsoft.Playwright;
using Xunit;

namespace Practices.Tests.Browser;

/// <summary>
/// The pictures in <c>docs/screenshots</c>, taken from the running site: <c>PRACTICES_SCREENSHOTS=1 dotnet test --filter Screenshots</c>.
/// Each is cut at 2,000 pixels, or higher up where it would weigh more than 300 KB.
/// </summary>
public sealed class Screenshots : BrowserTest
{
    private const int Highest = 2_000;
    private const int Heaviest = 300_000;
    private const int Step = 100;

    public static TheoryData<string, string, bool> Pages => new()
    {
        { "front", "/", true },
        { "search", "/practices?q=heat+slum+women", false },
        { "filtered", PageKinds.Filtered, true },
        { "practice", PageKinds.Full, true },
        { "practice-short", PageKinds.Short, false },
        { "award-cycle", "/awards/prize-for-cities/2020-2021", false },
        { "goal", "/sdgs/13", false },
        { "learning", "/learning", false },
        { "network", "/networks/uclg", false },
        { "explore", "/explore", false },
        { "map", "/practices?region=africa&view=map", false },
        { "lineage", "/practices?region=americas&view=lineage", false },
        { "timeline", "/practices?sdg=13&view=timeline", false },
        { "matrix", "/practices?view=matrix", false },
        { "theme", "/themes/urban-heat", false },
        { "against-city", PageKinds.Full + "?city=durban#what-does-it-depend-on", false },
        { "shortlist", "/shortlist?id=durban-landfill-gas&id=ahmedabad-womens-climate-action&id=uclg&q=water", false },
        { "offline", "/offline?sdg=13", false },
        { "brief", PageKinds.Brief, false },
        { "compare", "/compare?id=durban-landfill-gas&id=ahmedabad-womens-climate-action&id=medellin-metrocable", false },
        { "my-city", "/my-city?city=dakar", false },
    };

    [ScreenshotTheory, MemberData(nameof(Pages))]
    public async Task A_page_is_pictured_on_a_phone_and_on_a_laptop(string name, string path, bool alsoDark)
    {
        foreach (var scheme in alsoDark ? (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark] : [ColorScheme.Light])
        {
            foreach (var screen in (Screen[])[Screen.Phone, Screen.Laptop])
            {
                var page = await OpenAsync(path, screen, colours: scheme);
                var picture = await TakeAsync(page, screen.Size());
                var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screenshots"));
                var dark = scheme == ColorScheme.Dark ? "-dark" : "";
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}-{screen.Size().Width}{dark}.png"), picture);
            }
        }
    }

    private static async Task<byte[]> TakeAsync(IPage page, ViewportSize size)
    {
        var height = Math.Clamp(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), size.Height, Highest);
        await page.SetViewportSizeAsync(size.Width, height);
        while (true)
        {
            var picture = await page.ScreenshotAsync(new() { Clip = new() { Width = size.Width, Height = height } });
            if (picture.Length < Heaviest) return picture;
            height -= Step;
        }
    }

    /// <summary>A test that writes pictures, and does so only when it is asked to.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ScreenshotTheoryAttribute : TheoryAttribute
    {
        public ScreenshotTheoryAttribute() =>
            Skip = Environment.GetEnvironmentVariable("PRACTICES_SCREENSHOTS") == "1" ? new BrowserFactAttribute().Skip : "Pictures are taken with PRACTICES_SCREENSHOTS=1.";
    }
}
