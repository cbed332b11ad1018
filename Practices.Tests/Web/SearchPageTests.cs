using System.Net;
using Xunit;

namespace Practices.Tests.Web;

public sealed class SearchPageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/practices", "12 records")]
    [InlineData("/practices?kind=practice", "8 practices")]
    [InlineData("/practices?kind=practice&region=africa", "4 practices in Africa")]
    [InlineData("/practices?theme=public-transport", "2 practices about public transport")]
    [InlineData("/practices?q=cable", "2 practices with “cable”")]
    [InlineData("/practices?kind=network&region=oceania", "No networks in Oceania")]
    public async Task The_count_is_a_sentence(string address, string sentence) => Assert.Equal(sentence, Headline(await site.Read(address)));

    [Theory]
    [InlineData("colour=red", "colour=red", "There is no filter of this name.")]
    [InlineData("sdg=99", "sdg=99", "has no such value")]
    [InlineData("sort=best", "sort=best", "There is no such order.")]
    [InlineData("page=-1", "page=-1", "Pages are counted from 1.")]
    [InlineData("page=many", "page=many", "Pages are counted from 1.")]
    [InlineData("page=999999", "page=999999", "There is only this page.")]
    [InlineData("page=99999999999", "page=10000000", "There is only this page.")]
    public async Task What_is_not_understood_is_left_out_and_said(string query, string part, string reason)
    {
        var html = await site.Read($"/practices?{query}");
        Assert.Contains($"<code>{part}</code>", html);
        Assert.Contains(reason, html);
        Assert.Equal("12 records", Headline(html));
    }

    [Fact]
    public async Task A_very_long_question_is_cut_and_answered()
    {
        var html = await site.Read("/practices?q=" + string.Concat(Enumerable.Repeat("cable+", 2_000)));
        Assert.Contains("the rest was not searched for", html);
        Assert.StartsWith("2 practices", Headline(html));
        Assert.True(html.Length < 100_000);
    }

    [Fact]
    public async Task A_long_question_is_cut_between_two_words()
    {
        // The 512th character is in the middle of a word that begins with an ordinary one.
        var html = await site.Read("/practices?q=" + string.Concat(Enumerable.Repeat("cable+", 85)) + "carriage");
        Assert.Contains("value=\"" + string.Join(' ', Enumerable.Repeat("cable", 85)) + "\"", html);
        Assert.StartsWith("2 practices", Headline(html));

        var unbroken = await site.Read("/practices?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("水", 600))));
        Assert.Contains("value=\"" + string.Concat(Enumerable.Repeat("水", 512)) + "\"", unbroken);
    }

    [Fact]
    public async Task A_facet_is_not_shrunk_by_its_own_choice()
    {
        var html = await site.Read("/practices?kind=practice&sdg=13&region=africa");
        Assert.Equal("2 practices for Climate action in Africa", Headline(html));

        // Practices on goal 13 elsewhere, and practices in Africa on other goals.
        Assert.Equal("1", Count(html, "region", "asia"));
        Assert.Equal("2", Count(html, "region", "africa"));
        Assert.Equal("1", Count(html, "sdg", "6"));
    }

    [Fact]
    public async Task Children_show_once_their_parent_is_chosen()
    {
        Assert.Null(Count(await site.Read("/practices"), "region", "sub-saharan-africa"));
        var below = await site.Read("/practices?region=africa");
        Assert.Equal("5", Count(below, "region", "sub-saharan-africa"));
        Assert.Null(Count(below, "region", "southern-africa"));
        Assert.Equal("4", Count(await site.Read("/practices?region=sub-saharan-africa"), "region", "southern-africa"));
    }

    [Fact]
    public async Task A_chosen_value_stays_in_sight_at_nothing()
    {
        var html = await site.Read("/practices?sdg=14&region=africa");
        Assert.Equal("0", Count(html, "sdg", "14"));
        Assert.Matches("name=\"sdg\" value=\"14\"[^>]* checked", html);
    }

    [Fact]
    public async Task Each_filter_can_be_removed_by_a_link_that_says_so()
    {
        var html = await site.Read("/practices?q=durban&sdg=6&region=africa");
        Assert.Matches("href=\"/practices\\?q=durban&region=africa\" rel=\"nofollow\"><span class=\"vh\">Remove filter </span>Clean water and sanitation", html);
        Assert.Contains("Remove all filters", html);
    }

    [Fact]
    public async Task Nothing_found_offers_what_to_drop_with_what_it_gives()
    {
        var html = await site.Read("/practices?q=cable&sdg=13&region=africa");
        Assert.Contains("<h2>What you could drop</h2>", html);
        Assert.Contains("Without any filter: 2 records", html);
        Assert.Contains("Without the words: 2 records", html);
        Assert.Contains("value=\"cable\"", html);
    }

    [Fact]
    public async Task Matched_words_are_marked_and_everything_else_is_encoded()
    {
        using var visitor = site.Visitor();
        var html = await visitor.GetStringAsync("/practices?q=cable+<script>");
        Assert.Contains("<mark>cable</mark>", html);
        Assert.DoesNotContain("<script>", html);
    }

    [Fact]
    public async Task The_count_is_a_status_and_there_are_ways_past_the_menu()
    {
        var html = await site.Read("/practices");
        Assert.Contains("<div role=\"status\" id=\"count\">", html);
        Assert.Contains("href=\"#results\">Skip to results", html);
        Assert.Contains("href=\"#filters\">Skip to filters", html);
        Assert.Equal(html.Split("<fieldset").Length, html.Split("<legend").Length);
    }

    [Theory]
    [InlineData("/practices", false)]
    [InlineData("/practices?sdg=13", false)]
    [InlineData("/practices?sdg=13&region=africa", true)]
    [InlineData("/practices?q=water", true)]
    public async Task Crawlers_are_not_asked_to_keep_combinations(string address, bool noindex) =>
        Assert.Equal(noindex, (await site.Read(address)).Contains("name=\"robots\" content=\"noindex\""));

    [Fact]
    public async Task The_same_question_in_another_order_has_one_canonical_address()
    {
        const string canonical = "<link rel=\"canonical\" href=\"http://localhost/practices?q=durban&sdg=6&region=africa\">";
        Assert.Contains(canonical, await site.Read("/practices?region=africa&sdg=6&q=durban"));
        Assert.Contains(canonical, await site.Read("/practices?q=+durban+&sdg=6&sdg=6&region=africa&page=1&sort=relevance"));
    }

    [Fact]
    public async Task A_form_can_be_sent_without_script()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.PostAsync("/practices", content: null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("<form class=\"finder\" action=\"/practices\" method=\"get\"", await site.Read("/practices"));
    }

    private static string Headline(string html) => html.Find("<h1>(.*?)</h1>").Single().Text();

    private static string? Count(string html, string field, string value) =>
        html.Find($"name=\"{field}\" value=\"{value}\".*?<i>([0-9,]+)</i>").FirstOrDefault();
}
