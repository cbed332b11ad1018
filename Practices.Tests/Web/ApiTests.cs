using System.Net;
using System.Text.Json;
using Xunit;

namespace Practices.Tests.Web;

public sealed class ApiTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_search_answers_in_the_shape_that_is_promised()
    {
        var answer = await Get("/api/v1/practices?q=durban&sdg=6&pageSize=1");
        Assert.Equal(
            ["total", "page", "pageSize", "hits", "facets", "corrections", "understood", "widened"],
            answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        var hit = Assert.Single(answer.GetProperty("hits").EnumerateArray());
        Assert.Equal(
            ["id", "title", "summary", "url", "kind", "cities", "countries", "sdgs", "score", "highlights"],
            hit.EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Number, hit.GetProperty("sdgs")[0].ValueKind);
        Assert.Equal("ZA", hit.GetProperty("countries")[0].GetString());
        Assert.Contains("<mark>", hit.GetProperty("highlights")[0].GetString());
    }

    [Fact]
    public async Task Goal_13_in_Africa_is_exactly_what_carries_both()
    {
        var answer = await Get("/api/v1/practices?sdg=13&region=africa");
        Assert.Equal(
            ["durban-landfill-gas", "kumasi-street-greening"],
            answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("id").GetString()!).Order());

        // Drill-sideways, counted by hand: goal 13 by region; Africa by goal.
        Assert.Equal([("africa", 2), ("americas", 1), ("asia", 1)], Values(answer, "region").Where(v => v.Item1 is "africa" or "americas" or "asia"));
        Assert.Equal([("6", 2), ("13", 2), ("17", 1)], Values(answer, "sdg").Where(v => v.Item1 is "6" or "13" or "17").OrderBy(v => int.Parse(v.Item1)));
    }

    [Fact]
    public async Task A_facets_value_leads_to_the_search_with_it_and_back()
    {
        var answer = await Get("/api/v1/practices?sdg=13");
        var values = Facet(answer, "sdg").GetProperty("values").EnumerateArray().ToList();
        var chosen = values.Single(v => v.GetProperty("value").GetString() == "13");
        Assert.True(chosen.GetProperty("selected").GetBoolean());
        Assert.Equal("/api/v1/practices", chosen.GetProperty("url").GetString());
        var other = values.Single(v => v.GetProperty("value").GetString() == "5");
        var followed = await Get(other.GetProperty("url").GetString()!);
        Assert.Equal(2, Values(followed, "sdg").Count(v => v.Item1 is "5" or "13"));
    }

    [Theory]
    [InlineData("pageSize=101")]
    [InlineData("pageSize=-1")]
    [InlineData("colour=red")]
    public async Task What_was_left_out_is_among_the_corrections(string query)
    {
        var answer = await Get($"/api/v1/practices?{query}");
        Assert.Contains(query, answer.GetProperty("corrections")[0].GetString());
        Assert.Equal(20, answer.GetProperty("pageSize").GetInt32());
    }

    [Fact]
    public async Task What_was_probably_meant_is_suggested_or_searched_for_and_said()
    {
        Assert.Equal("durban metrocable", (await Get("/api/v1/practices?q=durban+metrocabel")).GetProperty("suggestion").GetString());

        var corrected = await Get("/api/v1/practices?q=metrocabel");
        Assert.Contains("results for \"metrocable\" are shown", corrected.GetProperty("corrections")[0].GetString());
        Assert.Equal("metrocable", corrected.GetProperty("understood").GetString());
        Assert.False(corrected.TryGetProperty("suggestion", out _));

        var exact = await Get("/api/v1/practices?q=metrocabel&exact=1");
        Assert.Equal(0, exact.GetProperty("total").GetInt32());
        Assert.Equal("metrocable", exact.GetProperty("suggestion").GetString());
    }

    [Fact]
    public async Task A_record_is_there_whole()
    {
        var record = await Get("/api/v1/practices/durban-landfill-gas");
        Assert.Equal("durban-landfill-gas", record.GetProperty("id").GetString());
        Assert.Equal(2004.ToString(), record.GetProperty("period").GetProperty("start").GetString());
        Assert.Equal("The La Mercy site was shut down in June 2009.", record.GetProperty("failures")[0].GetProperty("what").GetString());
    }

    [Fact]
    public async Task A_record_is_published_in_the_words_of_the_content_with_its_address()
    {
        var record = await Get("/api/v1/practices/guangzhou-award");
        Assert.Equal("/awards/guangzhou-award", record.GetProperty("url").GetString());
        Assert.Equal("award", record.GetProperty("kind").GetString());
        Assert.Equal("published", record.GetProperty("status").GetString());
        Assert.False(record.TryGetProperty("bodyText", out _));
        Assert.False(record.TryGetProperty("file", out _));

        var directions = new List<string?>();
        foreach (var id in site.Catalog.Ids)
        {
            var one = await Get($"/api/v1/practices/{id}");
            directions.AddRange(one.GetProperty("lineage").EnumerateArray().Select(step => step.GetProperty("direction").GetString()));
        }

        Assert.NotEmpty(directions);
        Assert.All(directions, direction => Assert.Contains(direction, new[] { "to", "from" }));
    }

    [Fact]
    public async Task A_missing_record_is_a_problem_document_that_any_site_may_read()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync("/api/v1/practices/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["cross-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task A_search_says_what_its_words_were_taken_for()
    {
        var widened = (await Get("/api/v1/practices?q=agua")).GetProperty("widened").EnumerateArray().ToList();
        Assert.Equal(["sdg 6", "theme water"], widened.Select(w => $"{w.GetProperty("field")} {w.GetProperty("value")}"));
        Assert.All(widened, w => Assert.Equal("agua", w.GetProperty("words").GetString()));
        Assert.Equal("Clean water and sanitation", widened[0].GetProperty("label").GetString());
        Assert.Empty((await Get("/api/v1/practices?q=agua&widen=off")).GetProperty("widened").EnumerateArray());
    }

    [Fact]
    public async Task A_score_is_explained_in_numbers_that_add_up()
    {
        var hit = (await Get("/api/v1/practices?q=agua+durban")).GetProperty("hits")[0];
        var explanation = await Get($"/api/v1/practices/{hit.GetProperty("id").GetString()}/explain?q=agua+durban");
        Assert.Equal(hit.GetProperty("score").GetDouble(), explanation.GetProperty("value").GetDouble(), 12);
        Assert.Equal(explanation.GetProperty("value").GetDouble(), explanation.GetProperty("details").EnumerateArray().Sum(word => word.GetProperty("value").GetDouble()), 12);
        Assert.Contains("the value water of the facet theme", explanation.GetRawText());
    }

    [Theory]
    [InlineData("?q=cable", "does not match “cable”")]
    [InlineData("?q=agua&widen=off", "does not match “agua”")]
    [InlineData("", "nothing was asked")]
    public async Task That_there_is_no_score_is_an_explanation_too(string query, string words)
    {
        var explanation = await Get($"/api/v1/practices/durban-pro-poor-water/explain{query}");
        Assert.Equal(0, explanation.GetProperty("value").GetDouble());
        Assert.Contains(words, explanation.GetProperty("description").GetString());
        Assert.Empty(explanation.GetProperty("details").EnumerateArray());
    }

    [Fact]
    public async Task Similar_practices_come_with_what_they_share()
    {
        var hits = (await Get("/api/v1/practices/rio-alemao-cable-car/similar")).GetProperty("hits");
        var first = hits[0];
        Assert.Equal("medellin-metrocable", first.GetProperty("id").GetString());
        Assert.Equal("/practices/medellin-metrocable", first.GetProperty("url").GetString());
        Assert.Contains("Public transport", first.GetProperty("shared").EnumerateArray().Select(s => s.GetProperty("label").GetString()));
        Assert.All(hits.EnumerateArray(), hit => Assert.NotEmpty(hit.GetProperty("shared").EnumerateArray()));
    }

    [Theory]
    [InlineData("similar")]
    [InlineData("explain?q=cable")]
    public async Task Nothing_is_told_of_a_record_that_is_not_there(string what)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync($"/api/v1/practices/nowhere/{what}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<JsonElement> Get(string address)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    private static JsonElement Facet(JsonElement answer, string field) =>
        answer.GetProperty("facets").EnumerateArray().Single(f => f.GetProperty("field").GetString() == field);

    private static IEnumerable<(string, int)> Values(JsonElement answer, string field) =>
        Facet(answer, field).GetProperty("values").EnumerateArray().Select(v => (v.GetProperty("value").GetString()!, v.GetProperty("count").GetInt32()));
}
