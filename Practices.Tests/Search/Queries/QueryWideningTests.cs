using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Queries;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Queries;

/// <summary>Over the small corpus, with a vocabulary of a few names.</summary>
public sealed class QueryWideningTests(SmallCorpus corpus) : IClassFixture<SmallCorpus>
{
    private static readonly Names Vocabulary = new(new()
    {
        ["вода"] = [Theme("water", "ru")],
        ["水"] = [Theme("water", "zh")],
        ["市场"] = [Theme("markets", "zh")],
        ["water"] = [Theme("water", "en")],
        ["trees"] = [Theme("nature", "en")],
        ["agua"] = [Theme("water", "es")],
        ["agua potable"] = [Theme("health", "es")],
        ["GP"] = [Theme("nature", "en") with { LongForm = "connect parks" }],
        ["rain water"] = [Theme("nature", "en")],
        ["moon"] = [Theme("moon", "en")],
        ["family farms"] = [Theme("health", "en") with { Weight = 0 }],
        ["farms"] = [Theme("nature", "en")],
    });

    [Fact]
    public void A_word_also_finds_what_carries_the_value_that_it_names()
    {
        var result = Search("вода");
        Assert.Equal(["durban", "lima", "paris", "rotterdam", "surat"], result.Hits.Select(hit => hit.Id).Order());
        Assert.Equal(new("вода", "theme", FacetPath.Of("water"), "Water"), Assert.Single(result.Widened));
        Assert.Equal("вода", result.Understood);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void What_holds_the_word_stands_before_what_only_carries_the_value()
    {
        var ids = Search("water").Hits.Select(hit => hit.Id).ToList();
        Assert.Equal(["lima", "rotterdam"], ids.Take(2).Order());
        Assert.Equal(["durban", "paris", "surat"], ids.Skip(2).Order());
    }

    [Fact]
    public void Other_words_must_still_be_held() => Assert.Equal(["surat"], Find("вода women's warning"));

    [Theory]
    [InlineData("\"water\"")]
    [InlineData("wate*")]
    [InlineData("title:water")]
    public void What_means_what_it_says_is_not_widened(string text)
    {
        Assert.Empty(Search(text).Widened);
        Assert.Equal(corpus.Find(text), Find(text));
    }

    [Fact]
    public void A_word_under_a_minus_is_not_widened() => Assert.Equal(["durban", "freetown", "guangzhou", "medellin"], Find("trees -water").Order());

    [Fact]
    public void The_longest_name_is_taken()
    {
        var result = Search("agua potable");
        Assert.Equal(["agua potable"], result.Widened.Select(words => words.Words));
        Assert.Equal(["ahmedabad", "sao-paulo", "surat"], result.Hits.Select(hit => hit.Id).Order());
    }

    [Fact]
    public void The_words_of_a_longer_name_are_scored_each_as_itself()
    {
        var hits = Search("rain water").Hits;
        Assert.Equal("rotterdam", hits[0].Id);
        Assert.Equal(corpus.Search("rain water").Hits[0].Score, hits[0].Score);
        Assert.Equal(["durban", "freetown", "guangzhou", "medellin"], hits.Skip(1).Select(hit => hit.Id).Order());
    }

    [Fact]
    public void A_stop_word_of_the_names_language_asks_for_nothing() => Assert.Equal(["rotterdam"], Find("agua en squares"));

    [Fact]
    public void A_name_is_found_in_text_without_spaces() =>
        Assert.Equal([("市场", "markets")], Search("城市市场").Widened.Select(words => (words.Words, words.Path.Leaf)));

    [Fact]
    public void What_an_abbreviation_stands_for_is_looked_for_too()
    {
        Assert.Equal("guangzhou", Find("GP")[0]);
        Assert.Contains("durban", Find("GP"));
    }

    [Fact]
    public void A_value_that_no_document_carries_widens_nothing()
    {
        var result = Search("moon");
        Assert.Empty(result.Widened);
        Assert.Equal("Nothing was found for moon.", Assert.Single(result.Notes));
    }

    [Fact]
    public void The_parts_of_a_name_that_the_index_holds_are_no_names() => Assert.Equal(["sao-paulo"], Find("family farms"));

    [Fact]
    public void Widening_can_be_turned_off()
    {
        var result = corpus.Searcher.Search(new() { Text = "вода", Vocabulary = Vocabulary, Widen = false });
        Assert.Equal((0, 0), (result.Total, result.Widened.Length));
    }

    [Theory]
    [InlineData("water")]
    [InlineData("вода")]
    [InlineData("trees вода")]
    [InlineData("agua potable")]
    [InlineData("GP")]
    public void Every_number_of_a_score_is_explained(string text)
    {
        foreach (var hit in Search(text).Hits)
        {
            var explanation = corpus.Searcher.Explain(new() { Text = text, Vocabulary = Vocabulary }, hit.Id)!;
            Assert.Equal(hit.Score, explanation.Value, 12);
            Assert.Equal(explanation.Value, explanation.Details.Sum(word => word.Value), 12);
            foreach (var word in explanation.Details)
            {
                Assert.Equal(word.Value, word.Details[0].Value * word.Details[1].Value, 12);
                var frequency = word.Details[1].Details[0];
                if (frequency.Details.Length > 0) Assert.Equal(frequency.Value, frequency.Details.Sum(part => part.Value), 12);
            }
        }
    }

    private SearchResult Search(string text) => corpus.Searcher.Search(new() { Text = text, Vocabulary = Vocabulary });

    private string[] Find(string text) => [.. Search(text).Hits.Select(hit => hit.Id)];

    private static ConceptSynonym Theme(string id, string language) =>
        new("theme", FacetPath.Of(id), char.ToUpperInvariant(id[0]) + id[1..], 0.5) { Languages = [language] };

    private sealed class Names(Dictionary<string, ImmutableArray<ConceptSynonym>> names) : IQueryVocabulary
    {
        public FacetPath? PathOf(string field, string value) => null;

        public ImmutableArray<ConceptSynonym> SynonymsOf(ReadOnlySpan<string> words) => names.GetValueOrDefault(string.Join(' ', words!), []);
    }
}
