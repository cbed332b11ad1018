using System.Net;
using Xunit;

namespace Practices.Tests.Web;

public sealed class CacheTests
{
    [Fact]
    public async Task A_saved_practice_shows_at_once_on_pages_that_were_cached()
    {
        using var site = new Site();
        using var visitor = site.Visitor();
        Assert.Contains("12 records", await visitor.GetStringAsync("/practices"));
        Assert.Contains("12 records", await visitor.GetStringAsync("/practices"));
        using var before = await visitor.GetAsync("/practices");
        Assert.NotNull(before.Headers.Age);

        await File.WriteAllTextAsync(
            Path.Combine(site.Content, "practices", "bogota-sunday-streets.md"),
            """
            ---
            kind: practice
            title: Bogotá closes main streets to cars on Sundays
            summary: Bogotá gives main streets to people who walk and cycle on Sundays.
            places: [{ city: Bogotá, country: CO }]
            sdgs: [{ goal: 11, by: editor }]
            themes: [walking-cycling]
            sources: [{ id: 1, title: C2C City to City, year: 2016 }]
            status: published
            ---
            ## What they did

            Streets are open to people.

            """);

        var until = DateTime.UtcNow.AddSeconds(10);
        string html;
        do
        {
            await Task.Delay(50);
            html = await visitor.GetStringAsync("/practices");
        }
        while (!html.Contains("13 records") && DateTime.UtcNow < until);

        Assert.Contains("13 records", html);
        using var page = await visitor.GetAsync("/practices/bogota-sunday-streets");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var after = await visitor.GetAsync("/practices");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task Answers_that_say_what_was_left_out_are_not_kept()
    {
        using var site = new Site();
        using var visitor = site.Visitor();
        using var first = await visitor.GetAsync("/practices?colour=red");
        using var second = await visitor.GetAsync("/practices?colour=red");
        Assert.Null(second.Headers.Age);
    }

    [Theory]
    [InlineData("/practices?q=water%26sdg=6", "/practices?q=water&sdg=6")]
    [InlineData("/practices?q=city+water", "/practices?q=water&q=city")]
    [InlineData("/practices?q=water&q=city", "/practices?q=city&q=water")]
    [InlineData("/practices", "/practices?colour=red")]
    [InlineData("/practices?colour=red", "/practices?colour=blue")]
    [InlineData("/practices/medellin-metrocable", "/practices/medellin-metrocable?city=durban")]
    [InlineData("/practices/medellin-metrocable?city=durban", "/practices/medellin-metrocable?city=dakar")]
    [InlineData("/practices/medellin-metrocable?city=durban", "/practices/medellin-metrocable?city=durban&size=small")]
    [InlineData("/practices/medellin-metrocable?city=Atlantis", "/practices/medellin-metrocable?city=Eldorado")]
    [InlineData("/practices", "/practices?view=map")]
    [InlineData("/practices?view=map", "/practices?view=matrix")]
    [InlineData("/compare?id=durban-landfill-gas&id=medellin-metrocable", "/compare?id=durban-landfill-gas")]
    [InlineData("/compare?id=durban-landfill-gas&id=nowhere", "/compare?id=durban-landfill-gas&id=elsewhere")]
    [InlineData("/shortlist?id=durban-landfill-gas", "/shortlist?id=durban-landfill-gas&q=water")]
    [InlineData("/shortlist?id=durban-landfill-gas&id=uclg", "/shortlist?id=uclg&id=durban-landfill-gas")]
    [InlineData("/api/v1/practices", "/api/v1/practices?pageSize=3")]
    [InlineData("/api/v1/practices?page=1&page=2", "/api/v1/practices?page=2&page=1")]
    public async Task One_question_is_never_answered_with_the_page_of_another(string before, string address)
    {
        using var busy = new Site();
        await busy.Read(before);
        using var quiet = new Site();
        Assert.Equal(await quiet.Read(address), await busy.Read(address));
    }

    [Fact]
    public async Task Two_addresses_of_one_question_share_a_page()
    {
        using var site = new Site();
        await site.Read("/practices?sdg=6&q=water");
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync("/practices?q=+water&sdg=6&sdg=6");
        Assert.NotNull(answer.Headers.Age);
    }

    [Fact]
    public async Task A_new_label_of_a_vocabulary_is_another_page_under_another_tag()
    {
        using var site = new Site();
        using var visitor = site.Visitor();
        using var before = await visitor.GetAsync("/practices");
        var version = site.Catalog.Version;

        var file = Path.Combine(site.Content, "vocabularies", "evidence.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("No result reported yet", "Nobody has told a result"));
        var until = DateTime.UtcNow.AddSeconds(10);
        while (!(await visitor.GetStringAsync("/practices")).Contains("Nobody has told a result") && DateTime.UtcNow < until) await Task.Delay(50);

        Assert.Equal(version, site.Catalog.Version);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/practices");
        again.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await visitor.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Nobody has told a result", await after.Content.ReadAsStringAsync());
    }
}
