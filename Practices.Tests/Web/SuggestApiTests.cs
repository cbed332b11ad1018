using System.Net;
using System.Text.Json;
using Xunit;

namespace Practices.Tests.Web;

public sealed class SuggestApiTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_title_leads_to_its_page_with_the_typed_words_marked()
    {
        var suggestion = (await Suggestions("gas land")).Single();
        Assert.Equal("Durban turns gas from its landfills into electricity", suggestion.GetProperty("text").GetString());
        Assert.Equal("Practice", suggestion.GetProperty("group").GetString());
        Assert.Equal("/practices/durban-landfill-gas", suggestion.GetProperty("url").GetString());
        Assert.Equal("[[13,16],[26,30]]", suggestion.GetProperty("marks").GetRawText());
        Assert.False(suggestion.TryGetProperty("count", out _));
        Assert.False(suggestion.TryGetProperty("matched", out _));
    }

    [Fact]
    public async Task A_city_leads_to_its_records_under_any_of_its_names()
    {
        var suggestion = (await Suggestions("ethek"))[0];
        Assert.Equal("Durban, South Africa", suggestion.GetProperty("text").GetString());
        Assert.Equal("eThekwini", suggestion.GetProperty("matched").GetString());
        Assert.Equal("City", suggestion.GetProperty("group").GetString());
        Assert.Equal("/practices?city=durban", suggestion.GetProperty("url").GetString());
        Assert.Equal("[[0,5]]", suggestion.GetProperty("marks").GetRawText());
        Assert.Contains($"{suggestion.GetProperty("count").GetInt32()} records", await site.Read("/practices?city=durban"));
    }

    [Theory]
    [InlineData("guangzhou", "/practices?award=guangzhou-award", "Award")]
    [InlineData("goal 13", "/practices?sdg=13", "Goal")]
    [InlineData("urban heat", "/practices?theme=urban-heat", "Theme")]
    [InlineData("afrique du sud", "/practices?country=ZA", "Country")]
    [InlineData("sub-saharan", "/practices?region=sub-saharan-africa", "Region")]
    [InlineData("united cities", "/networks/uclg", "Network")]
    [InlineData("master class", "/learning/mile-master-class-water-sanitation", "Learning offer")]
    public async Task The_first_suggestion_leads_where_it_says(string typed, string url, string group)
    {
        var first = (await Suggestions(typed))[0];
        Assert.Equal((url, group), (first.GetProperty("url").GetString(), first.GetProperty("group").GetString()));
        await site.Read(url);
    }

    [Theory]
    [InlineData("/api/v1/suggest", "")]
    [InlineData("/api/v1/suggest?q=", "")]
    [InlineData("/api/v1/suggest?q=+%21+", "!")]
    [InlineData("/api/v1/suggest?q=zeppelin", "zeppelin")]
    public async Task Where_nothing_fits_the_list_is_empty(string address, string query)
    {
        var answer = await Get(address);
        Assert.Equal(query, answer.GetProperty("query").GetString());
        Assert.Empty(answer.GetProperty("suggestions").EnumerateArray());
    }

    [Fact]
    public async Task A_pasted_page_is_answered_and_its_beginning_is_read()
    {
        var answer = await Get("/api/v1/suggest?q=" + Uri.EscapeDataString("durban " + string.Concat(Enumerable.Repeat("𠮷", 2000))));
        Assert.Equal(99, answer.GetProperty("query").GetString()!.Length);
    }

    [Fact]
    public async Task There_are_never_more_than_eight()
    {
        foreach (var letter in "abcdefghijklmnopqrstuvwxyz") Assert.InRange((await Suggestions(letter.ToString())).Count, 0, 8);
        Assert.Equal(8, (await Suggestions("s")).Count);
    }

    private async Task<List<JsonElement>> Suggestions(string typed) =>
        [.. (await Get($"/api/v1/suggest?q={Uri.EscapeDataString(typed)}")).GetProperty("suggestions").EnumerateArray()];

    private async Task<JsonElement> Get(string address)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
