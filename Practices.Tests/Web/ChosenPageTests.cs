using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>Records that the address names: side by side, and as a list.</summary>
public sealed class ChosenPageTests(Site site) : IClassFixture<Site>
{
    private const string Two = "id=durban-landfill-gas&id=ahmedabad-womens-climate-action";

    [Fact]
    public async Task Practices_stand_side_by_side_in_the_order_of_the_address_and_every_question_has_an_answer_of_each()
    {
        var page = await site.Page($"/compare?{Two}&id=medellin-metrocable");
        Assert.Equal(
            ["/practices/durban-landfill-gas", "/practices/ahmedabad-womens-climate-action", "/practices/medellin-metrocable"],
            page.QuerySelectorAll(".compare thead a:first-of-type").Select(link => link.GetAttribute("href")));
        var rows = page.QuerySelectorAll(".compare tbody tr");
        Assert.All(rows, row => Assert.Equal(3, row.QuerySelectorAll("td").Length));
        Assert.All(rows.SelectMany(row => row.QuerySelectorAll("td")), cell => Assert.NotEmpty(cell.QuerySelector("p")!.TextContent.Trim()));
        foreach (var question in (string[])["Since when?", "For which goals?", "What changed?", "How is it known?", "What did it cost?", "What did not work?", "Who says so?"])
            Assert.Contains(question, rows.Select(row => row.QuerySelector("th")!.TextContent));
    }

    [Fact]
    public async Task What_is_not_known_is_said_and_what_is_known_is_that_of_the_record()
    {
        var page = await site.Page($"/compare?{Two}");
        var cells = Answers(page, "What did it cost?");
        var record = site.Catalog.Find("ahmedabad-womens-climate-action")!;
        Assert.Empty(record.Finance);
        Assert.Equal("No source says what it cost.", cells[1].QuerySelector(".unknown")!.TextContent);
        Assert.Equal(record.Failures.Length, Answers(page, "What did not work?")[1].QuerySelectorAll("p").Length);
        Assert.Equal(record.Sources.Length, Answers(page, "Who says so?")[1].QuerySelectorAll("p").Length);
    }

    [Theory]
    [InlineData("id=durban-landfill-gas&id=nowhere", "There is no such record.")]
    [InlineData("id=durban-landfill-gas&id=uclg", "is not a practice.")]
    [InlineData($"{Two}&id=medellin-metrocable&id=durban-pro-poor-water&id=kumasi-street-greening", "This is more than 4 records.")]
    public async Task What_cannot_be_compared_is_said(string query, string why) =>
        Assert.Contains(why, (await site.Page($"/compare?{query}")).QuerySelector(".note")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task One_practice_taken_twice_or_by_a_former_name_is_one()
    {
        var page = await site.Page("/shortlist?id=rio-cable-car&id=rio-alemao-cable-car&id=durban-landfill-gas");
        Assert.Equal(["/practices/rio-alemao-cable-car", "/practices/durban-landfill-gas"], page.QuerySelectorAll(".choose h3 a").Select(link => link.GetAttribute("href")));
        Assert.EndsWith("/shortlist?id=rio-alemao-cable-car&id=durban-landfill-gas", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_made_longer_and_shorter_by_links_alone()
    {
        var page = await site.Page("/shortlist?id=durban-landfill-gas&q=cable");
        var add = page.QuerySelectorAll(".more .act a").First(link => link.GetAttribute("href")!.Contains("medellin-metrocable", StringComparison.Ordinal));
        Assert.Equal("/shortlist?id=durban-landfill-gas&id=medellin-metrocable", add.GetAttribute("href"));
        var longer = await site.Page(add.GetAttribute("href")!);
        Assert.Equal(
            ["/shortlist?id=medellin-metrocable", "/shortlist?id=durban-landfill-gas"],
            longer.QuerySelectorAll(".choose .act a").Select(link => link.GetAttribute("href")));
        Assert.Equal("/compare?id=durban-landfill-gas&id=medellin-metrocable", longer.QuerySelector(".chosen a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_list_is_handed_on_as_its_address_and_as_plain_links()
    {
        var page = await site.Page($"/shortlist?{Two}&q=water");
        Assert.Equal($"http://localhost/shortlist?{Two}", page.QuerySelector("#address")!.GetAttribute("value"));
        Assert.Contains("http://localhost/practices/durban-landfill-gas", page.QuerySelectorAll(".links a").Select(link => link.TextContent));
        Assert.Contains("/api/v1/practices/durban-landfill-gas", page.QuerySelectorAll(".links a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_list_is_taken_away_in_every_format_in_its_own_order()
    {
        var page = await site.Page($"/shortlist?{Two}");
        var links = page.QuerySelectorAll(".takeaway a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(["/shortlist.ris", "/shortlist.bib", "/shortlist.csl.json", "/shortlist.csv"], links.Select(link => link.Split('?')[0]));
        using var visitor = site.Visitor();
        foreach (var link in links)
        {
            var text = await visitor.GetStringAsync(link);
            var places = Two.Split('&').Select(id => text.IndexOf(site.Catalog.Find(id[3..])!.Title.Split('\'')[0], StringComparison.Ordinal)).ToList();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        }

        Assert.NotEqual(await visitor.GetStringAsync("/shortlist.csv?id=durban-landfill-gas"), await visitor.GetStringAsync("/shortlist.csv?id=uclg"));
    }

    [Fact]
    public async Task The_longest_list_fits_and_more_is_left_out_and_said()
    {
        var ids = string.Join('&', Enumerable.Range(0, 60).Select(i => $"id=nowhere-{i}"));
        var page = await site.Page($"/shortlist?{ids}&id=durban-landfill-gas");
        Assert.Single(page.QuerySelectorAll(".choose .hit"));
        Assert.Equal(40, page.QuerySelectorAll(".note").Length);
    }

    [Fact]
    public async Task What_a_reader_typed_is_text()
    {
        using var visitor = site.Visitor();
        foreach (var address in (string[])["/shortlist?q=<script>alert(1)</script>", "/compare?id=<script>alert(1)</script>"])
            Assert.DoesNotContain("<script>", await visitor.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare", false)]
    [InlineData("/shortlist", false)]
    [InlineData($"/compare?{Two}", true)]
    [InlineData("/shortlist?id=uclg", true)]
    public async Task What_a_reader_chose_is_not_for_crawlers(string address, bool isHidden) =>
        Assert.Equal(isHidden, (await site.Page(address)).QuerySelector("meta[name=robots]") is not null);

    [Fact]
    public async Task Results_are_ticked_in_a_plain_form()
    {
        var page = await site.Page("/practices?q=durban");
        var form = page.QuerySelector<IHtmlFormElement>("form.choose")!;
        Assert.Equal("get", form.Method);
        Assert.Equal(page.QuerySelectorAll(".hits h3 a").Select(link => link.GetAttribute("href")!.Split('/')[^1]), form.QuerySelectorAll("input[name=id]").Select(box => box.GetAttribute("value")));
        Assert.Equal("/shortlist", form.QuerySelector("button[formaction]")!.GetAttribute("formaction"));
    }

    private static IElement[] Answers(IParentNode page, string question) =>
        [.. page.QuerySelectorAll(".compare tbody tr").Single(row => row.QuerySelector("th")!.TextContent == question).QuerySelectorAll("td")];
}
