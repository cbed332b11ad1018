using Practices.Tests.Corpus;
using Practices.Tests.Indexer;
using Practices.Tests.Web;
using Xunit;

namespace Practices.Tests.Browser;

/// <summary>Pictures on a phone: the smallest file that is enough, and nothing that moves when it comes.</summary>
public sealed class PictureBrowserTests : IDisposable
{
    private readonly TemporaryContent _content = new TemporaryContent()
        .WithPractice("roofs/index", "White roofs", "media: [{ file: roof.png, alt: A white roof, credit: The city, licence: CC-BY-4.0 }, { file: far.png, alt: Far below, credit: The city, licence: CC-BY-4.0 }]", string.Concat(Enumerable.Repeat("They began.\n\n", 200)))
        .With("practices/roofs/roof.png", SamplePicture.Png(1600, 900))
        .With("practices/roofs/roof-640.png", SamplePicture.Png(640, 360))
        .With("practices/roofs/far.png", SamplePicture.Png(400, 300));

    public void Dispose() => _content.Dispose();

    [BrowserFact]
    public async Task A_phone_takes_the_small_picture_leaves_the_far_one_and_nothing_moves()
    {
        using var site = RunningSite.Start(_content.Root);
        await using var context = await (await Chromium.Browser).NewContextAsync(new() { BaseURL = site.Origin, ViewportSize = Screen.Phone.Size() });
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync("/practices/roofs", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });
        Assert.Equal(["/practices/roofs/roof-640.png"], asked.Where(path => path.EndsWith(".png", StringComparison.Ordinal)));
        Assert.Equal(0, await page.EvaluateAsync<double>(
            "new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, shift) => sum + shift.value, 0))).observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => done(0), 300))"));
        var shown = await page.EvaluateAsync<double[]>("(({ width, height }) => [width, height])(document.querySelector('.record-head img').getBoundingClientRect())");
        Assert.Equal(16.0 / 9, shown[0] / shown[1], 2);
        Assert.InRange(shown[0], 300, 360);
    }
}
