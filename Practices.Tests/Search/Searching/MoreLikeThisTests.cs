using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Queries;
using Xunit;

namespace Practices.Tests.Search.Searching;

public sealed class MoreLikeThisTests(SmallCorpus corpus) : IClassFixture<SmallCorpus>
{
    private static readonly ImmutableArray<string> Texts = ["title", "body"];

    [Fact]
    public void The_most_alike_in_words_comes_first() =>
        Assert.Equal("medellin", corpus.Searcher.Similar("bogota", new() { Texts = Texts })[0].Id);

    [Fact]
    public void Shared_values_count_beside_words()
    {
        var byWords = corpus.Searcher.Similar("lima", new() { Texts = Texts, Count = 12 }).Select(hit => hit.Id).ToList();
        var withTheme = corpus.Searcher.Similar("lima", new() { Texts = Texts, Facets = [new("theme", FacetPath.Of("water"), 3)], Count = 12 }).Select(hit => hit.Id).ToList();
        Assert.DoesNotContain("durban", byWords);
        Assert.Contains("durban", withTheme);
        Assert.Equal("rotterdam", withTheme[0]);
    }

    [Fact]
    public void A_document_is_not_like_itself() =>
        Assert.All(corpus.Searcher.Ids, id => Assert.DoesNotContain(id, corpus.Searcher.Similar(id, new() { Texts = Texts, Count = 50 }).Select(hit => hit.Id)));

    [Fact]
    public void Only_what_carries_the_filters_is_offered() => Assert.Equal(
        ["freetown"],
        corpus.Searcher.Similar("medellin", new() { Texts = Texts, Filters = FacetSelection.Empty.With("place", FacetPath.Of("africa", "western-africa")) }).Select(hit => hit.Id));

    [Fact]
    public void No_more_are_given_than_were_asked_for() => Assert.Single(corpus.Searcher.Similar("medellin", new() { Texts = Texts, Count = 1 }));

    [Fact]
    public void Nothing_is_like_a_document_that_is_not_there_or_shares_nothing()
    {
        Assert.Empty(corpus.Searcher.Similar("nowhere", new() { Texts = Texts }));
        Assert.Empty(corpus.Searcher.Similar("lima", new()));
    }
}
