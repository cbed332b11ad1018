using System.Text;
using Practices.Search.Facets;
using Practices.Search.Queries;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Searching;

public sealed class SearcherTests(SmallCorpus corpus) : IClassFixture<SmallCorpus>
{
    [Theory]
    [InlineData("heat women", "ahmedabad")]
    [InlineData("flooding", "durban surat")]
    [InlineData("SAO PAULO", "sao-paulo")]
    [InlineData("são paulo", "sao-paulo")]
    [InlineData("ciclovia", "bogota")]
    [InlineData("eau", "paris")]
    [InlineData("FRAICHEUR", "paris")]
    [InlineData("水道", "guangzhou")]
    [InlineData("绿道连接", "guangzhou")]
    [InlineData("水", "guangzhou")]
    [InlineData("1,000", "lima")]
    [InlineData("2.5", "lima")]
    [InlineData("low-income", "kampala")]
    [InlineData("the who", "kampala")]
    [InlineData("woman's", "ahmedabad durban surat")]
    [InlineData("theme:water -place:africa", "lima paris rotterdam surat")]
    [InlineData("theme:WATER city", "surat")]
    [InlineData("place:in OR place:\"western africa\"", "ahmedabad surat")]
    [InlineData("place:(in OR western-africa)", "ahmedabad freetown surat")]
    [InlineData("theme:a..heat trees", "freetown medellin")]
    [InlineData("gardenes~", "medellin")]
    [InlineData("body:wtaer~1", "lima rotterdam")]
    [InlineData("women's", "ahmedabad durban surat")]
    [InlineData("trees -heat", "durban medellin")]
    [InlineData("-heat -water -trees", "bogota guangzhou kampala paris sao-paulo surat")]
    [InlineData("farms OR squares", "rotterdam sao-paulo")]
    [InlineData("plant (landslides OR floods)", "durban freetown")]
    [InlineData("mill*", "freetown")]
    [InlineData("title:water", "rotterdam")]
    [InlineData("body:squares title:\"water squares\"", "rotterdam")]
    [InlineData("\"drinking water\"", "lima")]
    [InlineData("\"water drinking\"", "")]
    [InlineData("\"streets degrees\"~2", "medellin")]
    [InlineData("\"streets degrees\"~1", "")]
    [InlineData("\"early warning of floods\"", "surat")]
    public void A_text_finds_the_practices_that_speak_of_it(string text, string ids) =>
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), corpus.Find(text).Order(StringComparer.Ordinal));

    [Fact]
    public void A_word_in_the_title_ranks_before_the_same_word_in_the_body() => Assert.Equal("rotterdam", corpus.Find("water")[0]);

    [Fact]
    public void Without_a_text_everything_is_shown_the_newest_first()
    {
        var result = corpus.Search("");

        Assert.Equal(12, result.Total);
        Assert.Equal(["freetown", "paris", "kampala"], result.Hits.Take(3).Select(hit => hit.Id));
        Assert.All(result.Hits, hit => Assert.Equal(0, hit.Score));
        Assert.Empty(result.Understood);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void A_nearly_spelt_word_is_marked_as_it_is_written()
    {
        var snippets = corpus.Search("gardners~").Hits.Single().Snippets;

        Assert.Equal(["gardeners"], snippets.SelectMany(snippet => snippet.Fragments).Where(fragment => fragment.IsMatch).Select(fragment => fragment.Text));
    }

    [Fact]
    public void Filters_add_nothing_to_a_score()
    {
        var plain = corpus.Search("water").Hits.ToDictionary(hit => hit.Id, hit => hit.Score);
        var filtered = corpus.Search("water theme:water theme:a..z -place:africa").Hits;

        Assert.NotEmpty(filtered);
        Assert.All(filtered, hit => Assert.Equal(plain[hit.Id], hit.Score));
    }

    [Fact]
    public void Sorting_by_title_is_blind_to_case_and_accents()
    {
        var result = corpus.Searcher.Search(new() { Sort = SortOrder.Title });

        Assert.Equal(["lima", "bogota", "durban", "surat"], result.Hits.Take(4).Select(hit => hit.Id));
    }

    [Fact]
    public void Words_that_no_document_holds_together_are_searched_for_one_by_one_and_the_page_says_so()
    {
        var result = corpus.Search("bicycles farmers");

        Assert.Equal(["bogota", "sao-paulo"], result.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Equal("bicycles OR farmers", result.Understood);
        Assert.Contains(result.Notes, note => note.Contains("a part of it", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_nobody_used_is_named()
    {
        var result = corpus.Search("heat xylophone");

        Assert.Contains("ahmedabad", result.Hits.Select(hit => hit.Id));
        Assert.Contains("Nothing was found for xylophone.", result.Notes);
    }

    [Fact]
    public void A_caller_may_ask_for_any_of_the_words() =>
        Assert.Equal(2, corpus.Searcher.Search(new() { Text = "bicycles farmers", Match = MatchWords.Any }).Total);

    [Fact]
    public void Stop_words_beside_other_words_ask_for_nothing()
    {
        var result = corpus.Search("the heat of the slum");

        Assert.Equal(["ahmedabad"], result.Hits.Select(hit => hit.Id));
        Assert.Equal("heat slum", result.Understood);
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("-")]
    [InlineData("\"")]
    public void A_text_without_words_shows_everything_and_says_why(string text)
    {
        var result = corpus.Search(text);

        Assert.Equal(12, result.Total);
        Assert.NotEmpty(result.Notes);
    }

    [Fact]
    public void A_facets_choice_does_not_shrink_its_own_counts()
    {
        var africa = FacetPath.Of("africa");
        var result = corpus.Searcher.Search(new() { Text = "trees", Filters = FacetSelection.Empty.With("place", africa) });

        Assert.Equal(["durban", "freetown"], result.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["africa 2", "africa/southern-africa 1", "africa/southern-africa/ZA 1", "africa/western-africa 1", "africa/western-africa/SL 1",
             "americas 1", "americas/south-america 1", "americas/south-america/CO 1"],
            result.Facets[0].Values.Select(value => $"{value.Path} {value.Count}"));
        Assert.Equal(["heat 1", "nature 2", "water 1"], result.Facets[1].Values.Select(value => $"{value.Path} {value.Count}"));
    }

    [Fact]
    public void A_chosen_value_stays_at_0_even_if_nobody_has_it()
    {
        var filters = FacetSelection.Empty.With("place", FacetPath.Of("africa")).With("place", FacetPath.Of("antarctica")).With("theme", FacetPath.Of("markets"));
        var result = corpus.Searcher.Search(new() { Text = "floods", Filters = filters });

        Assert.Equal(0, result.Total);
        Assert.Equal(["africa 0", "antarctica 0"], result.Facets[0].Values.Select(value => $"{value.Path} {value.Count}"));
        Assert.Contains(result.Facets[1].Values, value => value is { Path.Leaf: "markets", Count: 0 });
    }

    [Theory]
    [InlineData(0, 5, 5)]
    [InlineData(2, 5, 5)]
    [InlineData(3, 5, 2)]
    [InlineData(4, 5, 0)]
    [InlineData(int.MaxValue, 100, 0)]
    [InlineData(-1, 500, 12)]
    [InlineData(1, 0, 0)]
    public void A_page_beyond_the_last_is_empty(int page, int size, int hits)
    {
        var result = corpus.Searcher.Search(new() { Page = page, PageSize = size });

        Assert.Equal(12, result.Total);
        Assert.Equal(Math.Max(1, page), result.Page);
        Assert.Equal(hits, result.Hits.Length);
    }

    [Fact]
    public void Pages_follow_one_another_without_gap_or_repetition()
    {
        var all = corpus.Searcher.Search(new() { Text = "trees OR water OR heat", PageSize = 100 }).Hits.Select(hit => hit.Id);
        var paged = Enumerable.Range(1, 5).SelectMany(page => corpus.Searcher.Search(new() { Text = "trees OR water OR heat", PageSize = 3, Page = page }).Hits);

        Assert.Equal(all, paged.Select(hit => hit.Id));
    }

    [Fact]
    public void The_explanation_is_of_the_score_itself()
    {
        foreach (var hit in corpus.Search("trees \"cool the streets\" OR heat").Hits)
        {
            var explanation = corpus.Explain("trees \"cool the streets\" OR heat", hit.Id)!;

            Assert.Equal(hit.Score, explanation.Value);
            Assert.Equal(hit.Score, explanation.Details.Sum(word => word.Details[0].Value * word.Details[1].Value), 1e-12);
        }
    }

    [Fact]
    public void What_does_not_match_is_not_explained()
    {
        Assert.Null(corpus.Explain("heat", "lima"));
        Assert.Null(corpus.Explain("heat", "nowhere"));
    }

    [Fact]
    public void Cards_and_stored_documents_come_back_as_they_were_given()
    {
        Assert.Equal("card of lima", Encoding.UTF8.GetString(corpus.Search("drinking").Hits[0].Card.Span));
        Assert.True(corpus.Searcher.TryGetStored("lima", out var stored));
        Assert.Equal("all of lima", Encoding.UTF8.GetString(stored.Span));
        Assert.False(corpus.Searcher.TryGetStored("Lima", out _));
    }

    [Fact]
    public void Ids_are_in_ordinal_order() => Assert.Equal(SmallCorpus.Documents.Select(document => document.Id), corpus.Searcher.Ids);

    [SharedFact]
    public void Naughty_strings_are_searched_for_like_any_others()
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(SharedFactAttribute.File("vectors", "naughty-strings-blns.json")));
        var strings = json.RootElement.EnumerateArray().Select(element => element.ToString()).ToList();

        Assert.NotEmpty(strings);
        foreach (var text in strings.Append(string.Concat(strings))) Assert.True(corpus.Search(text).Total >= 0);
    }

    [Fact]
    public void A_closed_searcher_says_so()
    {
        using var own = new SmallCorpus();
        own.Searcher.Dispose();

        Assert.Throws<ObjectDisposedException>(() => own.Search("heat"));
    }
}
