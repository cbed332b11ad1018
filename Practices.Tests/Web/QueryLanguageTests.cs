using Xunit;

namespace Practices.Tests.Web;

/// <summary>What the search box reads, over the small corpus and the vocabularies of the content.</summary>
public sealed class QueryLanguageTests(Site site) : IClassFixture<Site>
{
    private const string InDurban = "durban-institute-of-learning durban-landfill-gas durban-pro-poor-water mile-master-class-water-sanitation";

    [Theory]
    [InlineData("city:durban", InDurban)]
    [InlineData("city:Medellin", "medellin-metrocable")]
    [InlineData("country:\"South Africa\" -city:durban", "")]
    [InlineData("country:za", InDurban)]
    [InlineData("country:Sudáfrica", InDurban)]
    [InlineData("country:\"Afrique du Sud\" year:2009..", "durban-institute-of-learning")]
    [InlineData("region:africa -country:ZA", "kumasi-street-greening")]
    [InlineData("year:2004..2011", "durban-institute-of-learning durban-landfill-gas medellin-metrocable rio-alemao-cable-car")]
    [InlineData("year:..2004 sdg:13", "durban-landfill-gas")]
    [InlineData("near:-29.6,30.4", "")]
    [InlineData("near:-29.6,30.4,100", InDurban)]
    [InlineData("near:6.3,-75.5,900 cable", "medellin-metrocable")]
    [InlineData("metrocabel~", "medellin-metrocable")]
    [InlineData("kind:network OR city:quito", "quito-eco-efficiency-ordinance uclg")]
    public void The_search_box_reads_values_years_and_places(string text, string ids)
    {
        var result = site.Catalog.Search(new() { Text = text });

        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), result.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void A_value_that_nobody_knows_is_searched_for_as_words()
    {
        var result = site.Catalog.Search(new() { Text = "city:landfill" });

        Assert.Contains("durban-landfill-gas", result.Hits.Select(hit => hit.Id));
        Assert.Equal("There is no city called \"landfill\"; it was searched for as words.", Assert.Single(result.Notes));
    }

    [Fact]
    public void A_score_is_explained_by_the_words_as_the_search_reads_them()
    {
        Assert.NotNull(site.Catalog.Explain(new() { Text = "city:durban landfill" }, "durban-landfill-gas"));
        Assert.Null(site.Catalog.Explain(new() { Text = "city:quito landfill" }, "durban-landfill-gas"));
    }

    [Fact]
    public async Task Where_nothing_is_found_the_corrected_words_are_searched_for_and_the_page_leads_back()
    {
        var html = await site.Read("/practices?q=metrocabel");
        Assert.Contains("Nothing was found for \"metrocabel\"; results for \"metrocable\" are shown.", html);
        Assert.Contains("<a href=\"/practices?q=metrocabel&exact=1\" rel=\"nofollow\">Search for exactly “metrocabel” instead</a>", html);
        Assert.Contains("medellin-metrocable", html);

        var exact = await site.Read("/practices?q=metrocabel&exact=1");
        Assert.Contains("No records with “metrocabel”", exact);
        Assert.Contains("Did you mean <a href=\"/practices?q=metrocable\" rel=\"nofollow\">metrocable</a>?", exact);
    }

    [Fact]
    public async Task Beside_words_that_find_something_a_correction_is_offered()
    {
        var html = await site.Read("/practices?q=durban+metrocabel&region=africa");
        Assert.Contains("Did you mean <a href=\"/practices?q=durban+metrocable&region=africa\" rel=\"nofollow\">durban metrocable</a>?", html);
    }

    [Fact]
    public async Task What_exact_cannot_be_is_said() =>
        Assert.Contains("<code>exact=maybe</code>. This can be 1", await site.Read("/practices?q=durban&exact=maybe"));

    [Fact]
    public async Task What_was_typed_is_encoded_in_what_is_suggested()
    {
        using var visitor = site.Visitor();
        var html = await visitor.GetStringAsync("/practices?q=metrocabel+-%22<script>%22");
        Assert.Contains("exact=1", html);
        Assert.DoesNotContain("<script>", html);
    }
}
