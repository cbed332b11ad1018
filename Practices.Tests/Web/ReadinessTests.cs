using System.Net;
using Xunit;

namespace Practices.Tests.Web;

public sealed class ReadinessTests
{
    [Fact]
    public async Task A_site_that_can_no_longer_follow_its_content_is_ready_and_says_why()
    {
        using var site = new Site();
        using var visitor = site.Visitor();
        Assert.DoesNotContain("not up to date", await visitor.GetStringAsync("/readyz"));

        var away = site.Content + "-away";
        Directory.Move(site.Content, away);
        var told = await ReadUntil(visitor, text => text.Contains("not up to date: "));
        Assert.StartsWith("ready: 12 records", told);
        Assert.Contains("not up to date: ", told);
        Assert.Contains(site.Content, told);
        using var page = await visitor.GetAsync("/practices/durban-landfill-gas");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        Directory.Move(away, site.Content);
        Assert.DoesNotContain("not up to date", await ReadUntil(visitor, text => !text.Contains("not up to date")));
    }

    // A failed look at the content is repeated every few seconds; a busy machine may take longer.
    private static async Task<string> ReadUntil(HttpClient visitor, Func<string, bool> isThere)
    {
        var until = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            var text = await visitor.GetStringAsync("/readyz");
            if (isThere(text) || DateTime.UtcNow > until) return text;
            await Task.Delay(100);
        }
    }
}
