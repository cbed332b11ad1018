using Xunit;

namespace Practices.Tests.Web;

public sealed class RecordPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_practice_answers_the_questions_in_order()
    {
        var html = await site.Read("/practices/ahmedabad-womens-climate-action");
        string[] questions =
        [
            "What changed?</h2>", "How is it known?</h2>", "Who says so?</h3>", "Goals, and who claims them</h3>", "How was it done?</h2>", "What they did</h3>", "What did not work?</h2>",
            "What does it depend on?</h2>", "Set against your city</h3>", "Where has it travelled?</h2>", "Can I go and see it?</h2>", "Who recognised it?</h2>", "Similar practices</h2>", "Cite, print, share</h2>",
        ];
        var places = questions.Select(q => html.IndexOf($">{q}", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Similar_practices_say_what_they_share()
    {
        var html = await site.Read("/practices/rio-alemao-cable-car");
        var similar = html[html.IndexOf("Similar practices</h2>", StringComparison.Ordinal)..];
        Assert.Contains("Medellín links hillside neighbourhoods", similar);
        Assert.Contains("Shares public transport; goal 11", similar);
    }

    [Fact]
    public async Task What_failed_is_pointed_to_beside_what_changed()
    {
        var html = await site.Read("/practices/ahmedabad-womens-climate-action");
        Assert.InRange(html.IndexOf("Read beside it what did not work", StringComparison.Ordinal), html.IndexOf(">What changed?</h2>", StringComparison.Ordinal), html.IndexOf(">How is it known?</h2>", StringComparison.Ordinal));
        Assert.DoesNotContain("Read beside it what did not work", await site.Read("/practices/kumasi-street-greening"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dated_is_told_year_by_year_where_there_are_several_years()
    {
        Assert.Matches("<dt>2016</dt><dd>It began</dd></div>\\s*<div><dt>20..</dt><dd>Winner, Guangzhou International Award for Urban Innovation 2020</dd>", await site.Read("/practices/quito-eco-efficiency-ordinance"));

        // Beginning and end alone are among the facts above.
        Assert.DoesNotContain("Year by year", await site.Read("/practices/rio-alemao-cable-car"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/practices/durban-landfill-gas", "Durban turns gas from its landfills into electricity")]
    [InlineData("/networks/uclg", "United Cities and Local Governments")]
    public async Task A_record_gives_its_page_a_title_and_an_address(string address, string title)
    {
        var html = await site.Read(address);
        Assert.Contains($"<title>{title} · Practices</title>", html);
        Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost{address}\">", html);
        Assert.Contains("<meta name=\"description\"", html);
    }

    [Fact]
    public async Task A_result_stands_beside_what_was_before_with_its_source()
    {
        var html = await site.Read("/practices/ahmedabad-womens-climate-action");
        Assert.Contains("more than 125,000 people", html);
        Assert.Contains("Before: 26%", html);
        Assert.Contains("href=\"#source-1\"", html);
        Assert.Contains("id=\"source-1\"", html);
        Assert.Contains(", p. 11", html);
    }

    [Fact]
    public async Task What_no_source_gives_is_said()
    {
        var html = await site.Read("/practices/kumasi-street-greening");
        Assert.Contains("No source gives a measured result.", html);
        Assert.Contains("No source says what did not work.", html);
        Assert.Contains("No source says what it cost", html);
        Assert.Contains("No source offers a visit. None names an office to ask.", html);
        Assert.Contains("No source names an award or a label for it.", html);
    }

    [Theory]
    [InlineData("/practices/medellin-metrocable", "To", "/practices/rio-alemao-cable-car")]
    [InlineData("/practices/rio-alemao-cable-car", "From", "/practices/medellin-metrocable")]
    public async Task A_journey_is_told_at_both_ends(string address, string direction, string other)
    {
        var html = await site.Read(address);
        Assert.Matches($"<span class=\"k\">{direction}</span>\\s*<a href=\"{other}\">", html);
    }

    [Fact]
    public async Task Learning_that_shows_a_practice_is_found_from_it() =>
        Assert.Contains("href=\"/learning/mile-master-class-water-sanitation\"", await site.Read("/practices/durban-pro-poor-water"));

    [Fact]
    public async Task An_award_shows_what_it_recognised_in_its_own_words_and_order()
    {
        var html = await site.Read("/awards/guangzhou-award");
        Assert.InRange(html.IndexOf("<strong>Winner", StringComparison.Ordinal), 0, html.IndexOf("<strong>Deserving", StringComparison.Ordinal));
        Assert.Contains("href=\"/practices/quito-eco-efficiency-ordinance\"", html);
        Assert.Contains("Presented, outcome not known to us", html);
        Assert.Contains("href=\"/networks/uclg\"", html);
    }

    [Fact]
    public async Task A_cycle_shows_its_own_records_only()
    {
        var html = await site.Read("/awards/guangzhou-award/2020");
        Assert.Contains("href=\"/practices/quito-eco-efficiency-ordinance\"", html);
        Assert.DoesNotContain("ahmedabad", html);
    }
}
