using Xunit;

namespace Practices.Tests.Web;

public sealed class WideningPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_search_says_what_its_words_were_taken_for()
    {
        var html = await site.Read("/practices?q=agua");
        Assert.Contains(
            "Also found: records about <i>Clean water and sanitation</i> (goal 6) and <i>Water and sanitation</i> (theme), named by “<bdi>agua</bdi>”.",
            html);
        Assert.Contains("Durban gives poor families a basic amount of water", html);
    }

    [Fact]
    public async Task Widening_is_turned_off_by_a_link_and_back_on()
    {
        var off = await site.Read("/practices?q=agua&sort=title&widen=off");
        Assert.Contains("No records with “agua”", off);
        Assert.Contains("<a href=\"/practices?q=agua&sort=title\" rel=\"nofollow\">Also what they name</a>", off);
        Assert.Contains("<input type=\"hidden\" name=\"widen\" value=\"off\">", off);
        var on = await site.Read("/practices?q=agua&sort=title");
        Assert.Contains("<a href=\"/practices?q=agua&sort=title&widen=off\" rel=\"nofollow\">Only the words themselves</a>", on);
    }

    [Fact]
    public async Task Every_link_but_the_way_back_keeps_widening_off()
    {
        var links = (await site.Read("/practices?q=water&region=africa&widen=off")).Find("href=\"(/practices\\?q=[^\"]*)\"").ToList();
        Assert.Equal("/practices?q=water&region=africa", Assert.Single(links, link => !link.Contains("widen=off")));
        Assert.True(links.Count > 3);
    }

    [Fact]
    public async Task Another_value_is_left_out_and_said() =>
        Assert.Contains("widen is on or off.", await site.Read("/practices?q=agua&widen=perhaps"));
}
