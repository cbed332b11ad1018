using Practices.Indexer.Indexing;
using Xunit;

namespace Practices.Tests.Indexer.Indexing;

public sealed class PracticeSuggesterTests(PracticeSuggesterTests.Small small) : IClassFixture<PracticeSuggesterTests.Small>
{
    private PracticeCatalog Catalog => small.Library.Current;

    private static TemporaryContent Content() => new TemporaryContent()
        .WithPractice(
            "durban-water", "Durban gives poor families water free of charge",
            "sdgs: [{ goal: 6, target: \"6.1\", by: editor }]\nthemes: [drinking-water]\nrecognition: [{ award: guangzhou-award, cycle: \"2018\", outcome: winner }]")
        .WithPractice("durban-mile", "Durban teaches other cities", "aliases: [Municipal Institute of Learning, MILE]")
        .WithPractice("durban-gas", "Durban turns landfill gas into power")
        .WithPractice("durban-trees", "Durban reforests Buffelsdraai")
        .WithPractice("sao-paulo-farms", "São Paulo buys from family farms", "places: [{ city: São Paulo, country: BR }]\nthemes: [public-transport]")
        .With("awards/guangzhou-award.md", Award("Guangzhou International Award for Urban Innovation"))
        .With("awards/lonely-award.md", Award("The Lonely Prize"));

    [Theory]
    [InlineData("fam wat", SuggestionGroup.Practice, "Durban gives poor families water free of charge", null)]
    [InlineData("municipal inst", SuggestionGroup.Practice, "Durban teaches other cities", "Municipal Institute of Learning")]
    [InlineData("durb", SuggestionGroup.City, "Durban, South Africa", null)]
    [InlineData("ethekwini", SuggestionGroup.City, "Durban, South Africa", "eThekwini")]
    [InlineData("德班", SuggestionGroup.City, "Durban, South Africa", "德班")]
    [InlineData("durban s", SuggestionGroup.City, "Durban, South Africa", null)]
    [InlineData("sao pau", SuggestionGroup.City, "São Paulo, Brazil", null)]
    [InlineData("afrique du s", SuggestionGroup.Country, "South Africa", "Afrique du Sud")]
    [InlineData("южн", SuggestionGroup.Region, "Southern Africa", "Южная часть Африки")]
    [InlineData("clean water", SuggestionGroup.Goal, "Clean water and sanitation", null)]
    [InlineData("agua limpia", SuggestionGroup.Goal, "Clean water and sanitation", "Agua limpia y saneamiento")]
    [InlineData("sdg 6", SuggestionGroup.Goal, "Clean water and sanitation", "SDG 6")]
    [InlineData("agua y", SuggestionGroup.Theme, "Water and sanitation", "Agua y saneamiento")]
    [InlineData("brt", SuggestionGroup.Theme, "Public transport", "BRT")]
    [InlineData("guang", SuggestionGroup.Award, "Guangzhou International Award for Urban Innovation", null)]
    [InlineData("lonely", SuggestionGroup.Award, "The Lonely Prize", null)]
    public void A_thing_is_suggested_by_any_of_its_names(string typed, SuggestionGroup group, string text, string? matched)
    {
        var suggestion = Catalog.Suggester.Suggest(typed).First(s => s.Group == group);
        Assert.Equal((text, matched), (suggestion.Text, suggestion.Matched));
        Assert.NotEmpty(suggestion.Marks);
    }

    [Fact]
    public void A_concept_leads_to_the_records_that_carry_it_and_says_how_many()
    {
        foreach (var typed in new[] { "durban", "clean water", "drinking", "south africa", "africa", "guangzhou" })
        {
            var target = Catalog.Suggester.Suggest(typed).Select(s => s.Target).OfType<FacetTarget>().First();
            var found = Catalog.Search(new() { Filters = Practices.Search.Facets.FacetSelection.Empty.With(target.Field, target.Path) });
            Assert.Equal(found.Total, target.Count);
            Assert.True(target.Count > 0);
        }
    }

    [Fact]
    public void A_title_leads_to_its_record()
    {
        var suggestion = Assert.Single(Catalog.Suggester.Suggest("buffels"));
        Assert.Equal(new RecordTarget(Practices.Indexer.Content.RecordKind.Practice, "durban-trees"), suggestion.Target);
    }

    [Theory]
    [InlineData("metrocable")]
    [InlineData("nairobi")]
    [InlineData("climate action")]
    [InlineData("urban heat")]
    public void What_no_record_carries_is_not_suggested(string typed)
    {
        Assert.Empty(Catalog.Suggester.Suggest(typed));
    }

    [Fact]
    public void An_award_that_records_carry_is_suggested_once()
    {
        Assert.Equal(
            ["Guangzhou International Award for Urban Innovation", "Guangzhou International Award for Urban Innovation, 2018"],
            Catalog.Suggester.Suggest("guangzhou award").Select(s => s.Text));
    }

    [Fact]
    public void Titles_hide_no_city()
    {
        var suggestions = Catalog.Suggester.Suggest("durban");
        Assert.Equal((SuggestionGroup.City, "Durban, South Africa"), (suggestions[0].Group, suggestions[0].Text));
        Assert.Equal(4, suggestions.Count(s => s.Group == SuggestionGroup.Practice));
    }

    [Theory]
    [InlineData("status: staged")]
    [InlineData("status: withdrawn")]
    [InlineData("publish-at: 2099-01-01T09:00:00+08:00")]
    public void What_is_not_public_gives_nothing_away(string state)
    {
        const string Secret = "places: [{ city: Zanzibar, country: TZ }]\nthemes: [urban-heat]\naliases: [Ujamaa]";
        using var content = Content().WithPractice("secret", "Zanzibar wins everything", $"{Secret}\n{state}");
        using var library = Open(content);
        string[] all = ["zanzibar", "wins everything", "ujamaa", "tanzania", "urban heat", "eastern afr"];
        Assert.All(all, typed => Assert.Empty(library.Current.Suggester.Suggest(typed)));
        content.WithPractice("secret", "Zanzibar wins everything", Secret);
        library.Refresh();
        Assert.All(all, typed => Assert.NotEmpty(library.Current.Suggester.Suggest(typed)));
    }

    [Fact]
    public void A_catalog_that_is_replaced_takes_its_suggestions_with_it()
    {
        using var content = Content();
        using var library = Open(content);
        var before = library.Current;
        Assert.Empty(before.Suggester.Suggest("zanzibar"));
        content.WithPractice("zanzibar", "Zanzibar plants mangroves", "places: [{ city: Zanzibar, country: TZ }]").Delete("practices/durban-trees.md");
        library.Refresh();
        Assert.NotEmpty(library.Current.Suggester.Suggest("zanzibar"));
        Assert.Empty(library.Current.Suggester.Suggest("buffels"));
        Assert.NotEmpty(before.Suggester.Suggest("buffels"));
    }

    private static PracticeLibrary Open(TemporaryContent content)
    {
        var library = new PracticeLibrary(content.Root, content.Index);
        library.Refresh();
        return library;
    }

    private static string Award(string title) =>
        $$"""
        ---
        kind: award
        title: {{title}}
        summary: It recognises innovation.
        places: [{ city: Guangzhou, country: CN }]
        sdgs: [{ goal: 11, by: editor }]
        award:
          organisers: [City of Guangzhou]
          outcomes: [{ id: winner, label: Winner }]
          cycles: [{ id: "2018", year: 2018 }]
        sources: [{ id: 1, title: A page, publisher: The award }]
        status: published
        ---
        ## What it is for

        Innovation.

        """;

    /// <summary>The content, read once.</summary>
    public sealed class Small : IDisposable
    {
        private readonly TemporaryContent _content = Content();

        public Small() => Library = Open(_content);

        public PracticeLibrary Library { get; }

        public void Dispose()
        {
            Library.Dispose();
            _content.Dispose();
        }
    }
}
