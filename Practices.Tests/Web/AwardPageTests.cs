using System.Net;
using System.Text.Json;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>Awards, their cycles and their own words, on pages and in the search.</summary>
public sealed class AwardPageTests(AwardPageTests.Corpus corpus) : IClassFixture<AwardPageTests.Corpus>
{
    private const string Award = "guangzhou-award";

    private readonly Site _site = corpus.Site;

    [Theory]
    [InlineData("award=guangzhou-award&cycle=2020&outcome=winner", "quito-eco-efficiency-ordinance")]
    [InlineData("outcome=winner&award=guangzhou-award/2020", "quito-eco-efficiency-ordinance")]
    [InlineData("award=guangzhou-award/2020&outcome=guangzhou-award/winner", "quito-eco-efficiency-ordinance")]
    [InlineData("award=guangzhou-award/2020/winner", "quito-eco-efficiency-ordinance")]
    [InlineData("award=guangzhou-award&outcome=winner", "often quito-eco-efficiency-ordinance")]
    [InlineData("outcome=guangzhou-award/winner", "often quito-eco-efficiency-ordinance")]
    [InlineData("award=stockholm-industry-water-award&outcome=winner", "durban-pro-poor-water often")]
    [InlineData("outcome=winner", "durban-pro-poor-water often quito-eco-efficiency-ordinance")]
    [InlineData("award=guangzhou-award&cycle=2020", "deserving often presented quito-eco-efficiency-ordinance")]
    [InlineData("award=guangzhou-award&cycle=2018&cycle=2020&outcome=winner", "often quito-eco-efficiency-ordinance")]
    [InlineData("cycle=2014", "durban-pro-poor-water often")]
    [InlineData("award=guangzhou-award/2020&outcome=stockholm-industry-water-award/winner", "often")]
    public async Task Awards_cycles_and_outcomes_are_asked_for_together(string query, string expected) =>
        Assert.Equal(expected.Split(' '), await FoundAsync(query));

    [Theory]
    [InlineData("award=guangzhou-award/2020", "outcome=guangzhou-award/winner", 1)]
    [InlineData("award=guangzhou-award/2018&award=guangzhou-award/2020", "outcome=guangzhou-award/winner", 2)]
    [InlineData("award=guangzhou-award/2020", "outcome=stockholm-industry-water-award/winner", 1)]
    [InlineData("outcome=guangzhou-award/winner", "award=guangzhou-award/2020", 1)]
    [InlineData("outcome=guangzhou-award/winner&outcome=guangzhou-award/shortlisted", "award=guangzhou-award/2020", 2)]
    [InlineData("award=guangzhou-award/2018", "outcome=guangzhou-award/shortlisted", 0)]
    public async Task A_count_beside_a_cycle_or_an_outcome_says_what_choosing_it_gives(string query, string value, int expected)
    {
        using var visitor = _site.Visitor();
        using var answer = JsonDocument.Parse(await visitor.GetStringAsync($"/api/v1/practices?{query}"));
        var counts = answer.RootElement.GetProperty("facets").EnumerateArray()
            .SelectMany(facet => facet.GetProperty("values").EnumerateArray().Select(one => ($"{facet.GetProperty("field").GetString()}={one.GetProperty("value").GetString()}", one.GetProperty("count").GetInt32())))
            .ToDictionary();
        Assert.Equal(expected, counts.GetValueOrDefault(value));
        Assert.Equal(expected, (await FoundAsync($"{query}&{value}")).Count);
    }

    [Theory]
    [InlineData("award=stockholm-industry-water-award&outcome=shortlisted", "No award that is asked for has such an outcome.")]
    [InlineData("award=stockholm-industry-water-award&cycle=2020", "No award that is asked for has such a cycle.")]
    [InlineData("outcome=guangzhou-award/gold", "No award that is asked for has such an outcome.")]
    public async Task A_word_that_is_not_the_awards_is_left_out_and_said(string query, string words) =>
        Assert.Contains(words, await _site.Read($"/practices?{query}"));

    [Fact]
    public async Task An_award_counts_each_of_its_words_and_leads_to_exactly_as_many()
    {
        var html = await _site.Read($"/awards/{Award}");
        var words = html.Find("<li><a href=\"/practices\\?(outcome=[^\"]+)\"><strong>").Zip(html.Find("</strong></a> <span class=\"n\">([0-9]+) here</span>")).ToList();
        Assert.Equal(["outcome=guangzhou-award/winner", "outcome=guangzhou-award/shortlisted", "outcome=guangzhou-award/deserving"], words.Select(word => word.First));
        foreach (var (query, count) in words) Assert.Equal(count, (await FoundAsync(query)).Count.ToString());
        Assert.Contains("Presented, outcome not known to us <span class=\"n\">2</span>", html);
    }

    [Fact]
    public async Task A_cycle_shows_every_entry_under_the_awards_words_in_its_order()
    {
        var html = await _site.Read($"/awards/{Award}/2020");
        var found = html.Find("<h3 class=\"outcome\"[^>]*>([^<]+) <span|<h3><a href=\"/practices/[^\"]+\"").ToList();
        string[] order = ["id=\"outcome-winner\"", "/practices/quito-eco-efficiency-ordinance", "id=\"outcome-shortlisted\"", "/practices/often", "id=\"outcome-deserving\"", "/practices/deserving", "id=\"no-outcome\"", "/practices/presented"];
        Assert.Equal(8, found.Count);
        Assert.Equal(order.Order(Comparer<string>.Create((a, b) => Place(a).CompareTo(Place(b)))), order);
        Assert.DoesNotContain("Stockholm Industry Water Award</h", html);
        int Place(string part) => html.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at ? at : throw new InvalidOperationException($"{part} is not there");
    }

    [Fact]
    public async Task A_cycle_is_narrowed_by_goal_theme_region_and_country_within_itself()
    {
        var html = await _site.Read($"/awards/{Award}/2020");
        Assert.Equal(["deserving", "presented"], await FoundAsync(LinkWith(html, "country=KE")));
        Assert.Equal(["deserving", "often", "presented"], await FoundAsync(LinkWith(html, "region=africa")));
        Assert.Contains("award=guangzhou-award/2020", LinkWith(html, "sdg=11"));
        Assert.Contains("<summary>3 countries as a list</summary>", html);
    }

    [Theory]
    [InlineData("/awards")]
    [InlineData("/awards/guangzhou-award")]
    [InlineData("/awards/guangzhou-award/2020")]
    [InlineData("/practices?award=guangzhou-award/2020/winner")]
    [InlineData("/api/v1/practices?outcome=winner")]
    public async Task What_is_withdrawn_or_not_announced_appears_nowhere(string address)
    {
        var html = await _site.Read(address);
        Assert.DoesNotContain("Taken back", html);
        Assert.DoesNotContain("Not yet announced", html);
        Assert.DoesNotContain("France", html);
    }

    [Fact]
    public async Task An_award_that_is_withdrawn_takes_its_cycles_and_its_words_along()
    {
        using var own = new Corpus();
        var file = Path.Combine(own.Site.Content, "awards", $"{Award}.md");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("status: published", "status: withdrawn", StringComparison.Ordinal));
        using var visitor = own.Site.Visitor();
        using var cycle = await visitor.GetAsync($"/awards/{Award}/2020");
        Assert.Equal(HttpStatusCode.NotFound, cycle.StatusCode);
        var practice = await own.Site.Read("/practices/often");
        Assert.DoesNotContain("Guangzhou", practice);
        Assert.Contains("Stockholm Industry Water Award", practice);
        Assert.DoesNotContain("Guangzhou", await own.Site.Read("/practices?outcome=winner"));
    }

    [Fact]
    public async Task A_practice_tells_its_whole_recognition_in_order_of_time()
    {
        var html = await _site.Read("/practices/often");
        var items = html[html.IndexOf("<ul class=\"recognition\">", StringComparison.Ordinal)..].Split("<li>")[1..4];
        Assert.Contains("href=\"/practices?award=stockholm-industry-water-award%2F2014%2Fwinner\">Winner</a>", items[0]);
        Assert.Contains("Announced 7 December 2018. Number GZ-17. One of five", items[1]);
        Assert.Contains("href=\"/awards/guangzhou-award/2018\"", items[1]);
        Assert.Contains("href=\"https://records.test/often\"", items[1]);
        Assert.Contains(">Shortlisted</a>", items[2]);
    }

    [Theory]
    [InlineData("/awards/guangzhou-award/1999", "href=\"/awards/guangzhou-award\">Guangzhou International Award")]
    [InlineData("/awards/no-such-award/2020", "href=\"/awards\">All awards")]
    [InlineData("/awards/no-such-award", "href=\"/awards\">All awards")]
    public async Task An_unknown_award_or_cycle_leads_on(string address, string way)
    {
        using var visitor = _site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(way, await answer.Content.ReadAsStringAsync());
    }

    private static string LinkWith(string html, string filter) =>
        html.Find("href=\"/practices\\?([^\"]+)\"").First(query => query.Split('&').Contains(filter) && query.Contains("award=", StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> FoundAsync(string query)
    {
        using var visitor = _site.Visitor();
        using var answer = JsonDocument.Parse(await visitor.GetStringAsync($"/api/v1/practices?{query}"));
        Assert.Equal(0, answer.RootElement.GetProperty("corrections").GetArrayLength());
        return [.. answer.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];
    }

    /// <summary>The small corpus with records that several awards and cycles have recognised.</summary>
    public sealed class Corpus : IDisposable
    {
        public Site Site { get; } = new();

        public Corpus()
        {
            Write("often", "Often recognised", "SN", $$"""
                - { award: {{Award}}, cycle: "2020", outcome: shortlisted }
                  - { award: {{Award}}, cycle: "2018", outcome: winner, announced: "2018-12-07", external-id: GZ-17, url: "https://records.test/often", note: One of five. }
                  - { award: stockholm-industry-water-award, cycle: "2014", outcome: winner }
                """);
            Write("deserving", "Found deserving", "KE", $$"""- { award: {{Award}}, cycle: "2020", outcome: deserving }""");
            Write("presented", "Only presented", "KE", $$"""- { award: {{Award}}, cycle: "2020" }""");
            Write("withdrawn", "Taken back", "FR", $$"""- { award: {{Award}}, cycle: "2020", outcome: winner }""", "withdrawn");
            Write("secret", "Not yet announced", "FR", $$"""- { award: {{Award}}, cycle: "2020", outcome: winner }""", "published\npublish-at: 2099-01-01T00:00:00Z");
        }

        public void Dispose() => Site.Dispose();

        private void Write(string id, string title, string country, string recognition, string status = "published") => File.WriteAllText(
            Path.Combine(Site.Content, "practices", $"{id}.md"),
            $$"""
            ---
            title: {{title}}
            summary: What was done, in a sentence.
            places: [{ country: {{country}} }]
            sdgs: [{ goal: 11, by: award }]
            recognition:
              {{recognition}}
            sources: [{ id: 1, title: A report, year: 2020 }]
            status: {{status}}
            ---

            """);
    }
}
