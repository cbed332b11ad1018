using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>The results of a search by who took over from whom, mostly over the content that is shipped.</summary>
public sealed class ResultLineageTests(Site site) : IClassFixture<Site>
{
    private static readonly PracticeCatalog Catalog = RunningSite.Shared.Library.Current;
    private static readonly IReadOnlyList<Practice> Records = [.. Catalog.Ids.Select(id => Catalog.Find(id)!)];

    public static TheoryData<string> Searches =>
        ["?kind=practice", "?kind=learning", "?region=africa", "?region=americas", "?q=cable+car", "?city=durban", "?sdg=11&region=africa", "?q=budget&kind=practice", "?country=MZ&country=BR", "?failures=yes&theme=governance"];

    [Theory, MemberData(nameof(Searches))]
    public async Task Its_numbers_are_those_of_the_steps_in_which_a_found_record_has_a_part(string search)
    {
        var page = await Read($"/practices{search}&view=lineage");
        var found = await Found(search);
        var steps = Steps(found);
        Assert.NotEmpty(steps);
        var part = steps.SelectMany(step => (string[])[step.From, step.To]).Where(found.Contains).Distinct().Count();
        var drawn = page.QuerySelectorAll(".steps-table tbody tr").Length;
        var undrawn = page.GetElementById("undrawn") is { } note ? NumbersIn(note)[0] : 0;
        Assert.Equal([part, steps.Count], NumbersIn(page.GetElementById("travelled")!));
        Assert.Equal(steps.Count, drawn + undrawn);
        Assert.Equal(found.Count - part, page.GetElementById("untravelled") is { } others ? NumbersIn(others)[0] : 0);
    }

    [Theory, MemberData(nameof(Searches))]
    public async Task A_full_dot_is_a_record_of_the_search_a_pale_one_is_outside_and_said_to_be(string search)
    {
        var page = await Read($"/practices{search}&view=lineage");
        var found = await Found(search);
        foreach (var place in page.QuerySelectorAll("svg.lineage a"))
        {
            var isFound = found.Contains(place.GetAttribute("href")!.Split('/')[^1]);
            if (place.QuerySelector(".held") is not null) Assert.True(isFound, place.TextContent);
            if (place.QuerySelector(".outside") is not null) Assert.False(isFound, place.TextContent);
        }

        Assert.Equal(page.QuerySelectorAll("svg.lineage .outside").Length, string.Join(' ', page.QuerySelectorAll("svg.lineage .how").Select(line => line.TextContent)).Split("outside this search").Length - 1);
        Assert.NotEmpty(page.QuerySelectorAll("svg.lineage .held"));
        Assert.All(page.QuerySelectorAll("svg.lineage"), drawing => Assert.True(drawing.QuerySelector("title")!.TextContent.Length > 0 && drawing.QuerySelector("desc")!.TextContent.Length > 0));
    }

    [Fact]
    public async Task A_step_that_only_a_record_outside_the_search_tells_is_drawn_too()
    {
        var page = new HtmlParser().ParseDocument(await site.Read("/practices?country=BR&view=lineage"));
        Assert.Empty(site.Catalog.Find("rio-alemao-cable-car")!.Lineage);
        Assert.NotNull(page.QuerySelector("svg.lineage a[href='/practices/rio-alemao-cable-car'] .held"));
        Assert.NotNull(page.QuerySelector("svg.lineage a[href='/practices/medellin-metrocable'] .outside"));
    }

    [Fact]
    public async Task What_does_not_fit_is_said_and_everything_is_one_link_away()
    {
        var page = await Read("/practices?view=lineage");
        Assert.Equal(Steps([.. Catalog.Ids]).Count, page.QuerySelectorAll(".steps-table tbody tr").Length + NumbersIn(page.GetElementById("undrawn")!)[0]);
        Assert.NotNull(page.QuerySelector("#undrawn a[href='/explore#travels']"));
    }

    [Fact]
    public async Task Where_nothing_travelled_it_says_so()
    {
        var page = await Read("/practices?kind=award&view=lineage");
        Assert.Null(page.QuerySelector("svg.lineage"));
        Assert.NotNull(page.QuerySelector(".results .unknown a[href='/explore#travels']"));
    }

    // Read off the records, as the drawing must not ask itself.
    private static List<(string From, string To)> Steps(HashSet<string> found) =>
    [
        .. (from record in Records
            from link in record.Lineage
            let isRecord = link.Record is { } id && Catalog.Find(id) is not null
            let there = isRecord ? link.Record! : $"{record.Id} {link.Direction} {link.Place}"
            where found.Contains(record.Id) || found.Contains(there)
            select link.Direction == LineageDirection.From ? (From: there, To: record.Id) : (From: record.Id, To: there)).Distinct(),
    ];

    private static async Task<HashSet<string>> Found(string search)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; ; page++)
        {
            var before = found.Count;
            var list = await Read($"/practices{search}&page={page}");
            found.UnionWith(list.QuerySelectorAll(".hits h3 a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
            if (found.Count == before) return found;
        }
    }

    private static int[] NumbersIn(IElement text) => [.. text.TextContent.Split(' ', '\n').Where(word => word.Length > 0 && word.All(char.IsAsciiDigit)).Select(int.Parse)];

    private static async Task<IHtmlDocument> Read(string address)
    {
        using var visitor = RunningSite.Shared.PlainClient();
        return new HtmlParser().ParseDocument(await visitor.GetStringAsync(address));
    }
}
