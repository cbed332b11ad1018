using System.Collections.Immutable;
using Practices.Search.Index;
using Practices.Search.Queries;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Searching;

public sealed class SpellingTests(SmallCorpus corpus) : IClassFixture<SmallCorpus>
{
    [Theory]
    [InlineData("watter", "water", "Nothing was found for \"watter\"; results for \"water\" are shown.")]
    [InlineData("Watter -pipes", "water -pipes", "Nothing was found for \"Watter\"; results for \"water\" are shown.")]
    [InlineData("fllods warnng", "floods warning", "Nothing was found for \"fllods\" and \"warnng\"; results for \"floods\" and \"warning\" are shown.")]
    [InlineData("bycicles", "bicycles", "Nothing was found for \"bycicles\"; results for \"bicycles\" are shown.")]
    [InlineData("rafraichisent", "rafraîchissent", "Nothing was found for \"rafraichisent\"; results for \"rafraîchissent\" are shown.")]
    [InlineData("theme:water sqares", "theme:water squares", "Nothing was found for \"sqares\"; results for \"squares\" are shown.")]
    public void A_word_that_nobody_spelt_so_is_corrected_and_the_reader_told(string text, string corrected, string note)
    {
        var result = corpus.Search(text);

        Assert.Equal(corpus.Find(corrected), result.Hits.Select(hit => hit.Id));
        Assert.NotEmpty(result.Hits);
        Assert.Equal(note, Assert.Single(result.Notes));
        Assert.Equal(corrected, result.Understood);
        Assert.Equal((corrected, true), (result.Suggestion!.Text, result.Suggestion.IsApplied));
    }

    [Fact]
    public void Corrected_words_that_no_document_holds_together_are_searched_for_one_by_one()
    {
        var result = corpus.Search("bycicles farmrs");

        Assert.Equal(["bogota", "sao-paulo"], result.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Equal("bicycles OR farmers", result.Understood);
        Assert.Equal(2, result.Notes.Length);
    }

    [Fact]
    public void Beside_words_that_find_something_a_correction_is_only_suggested()
    {
        var result = corpus.Search("the heat watter");

        Assert.Equal("heat OR watter", result.Understood);
        Assert.Equal("the heat water", result.Suggestion!.Text);
        Assert.Equal([new CorrectedWord("watter", "water")], result.Suggestion.Words.AsEnumerable());
        Assert.False(result.Suggestion.IsApplied);
    }

    [Fact]
    public void Who_wants_the_word_as_typed_finds_nothing_and_is_told_what_could_be_meant()
    {
        var result = corpus.Searcher.Search(new() { Text = "watter", Correct = false });

        Assert.Equal(0, result.Total);
        Assert.Equal(["Nothing was found for watter."], result.Notes.AsEnumerable());
        Assert.Equal(("water", false), (result.Suggestion!.Text, result.Suggestion.IsApplied));
        Assert.Null(corpus.Searcher.Search(new() { Text = "heat watter", Correct = false }).Suggestion);
    }

    [Theory]
    [InlineData("water")]
    [InlineData("flooding")]
    [InlineData("FRAICHEUR")]
    [InlineData("heat -watter")]
    [InlineData("xylophone")]
    [InlineData("\"watter\"")]
    [InlineData("watter*")]
    [InlineData("teh")]
    [InlineData("1001")]
    [InlineData("水洞")]
    [InlineData("")]
    public void Nothing_is_suggested_for_what_is_known_or_near_to_nothing(string text) => Assert.Null(corpus.Search(text).Suggestion);

    [Fact]
    public void A_rare_word_is_searched_for_and_its_frequent_neighbour_suggested()
    {
        using var rare = new Few([.. Enumerable.Repeat("market stalls", 20), "markat stalls"]);

        Assert.Equal(1, rare.Search("markat").Total);
        Assert.Equal("market", rare.Search("markat").Suggestion!.Text);
        Assert.Null(rare.Search("market").Suggestion);

        using var lessRare = new Few([.. Enumerable.Repeat("market stalls", 19), "markat stalls"]);
        Assert.Null(lessRare.Search("markat").Suggestion);
    }

    [Fact]
    public void The_nearest_word_is_meant_then_the_most_frequent_then_one_that_begins_alike()
    {
        using var words = new Few(["planter planner", "planner", "gardens bardens"]);

        Assert.Equal("planner", words.Search("planer").Suggestion!.Text);
        Assert.Equal("planter", words.Search("plantr").Suggestion!.Text);
        Assert.Equal("gardens", words.Search("gerdens").Suggestion!.Text);
    }

    [Fact]
    public void The_words_of_a_pasted_page_are_not_all_corrected()
    {
        var text = "heat " + string.Join(' ', Enumerable.Range(0, 20).Select(i => $"gard{(char)('f' + i)}ners"));

        Assert.Equal(8, corpus.Search(text).Suggestion!.Words.Length);
    }

    [Fact]
    public void What_is_suggested_is_a_word_of_the_documents_that_finds_something()
    {
        var random = new RandomCorpus(13);
        using var folder = new TemporaryFolder();
        IndexWriter.Write(folder.Path, RandomCorpus.Schema, random.Documents(120));
        using var searcher = new Searcher(IndexSnapshot.Open(folder.Path));
        var suggested = 0;
        for (var i = 0; i < 400; i++)
        {
            var text = random.NextMisspelt();
            if (searcher.Search(new() { Text = text }) is not { Suggestion: { } suggestion } result) continue;
            suggested++;
            Assert.True(EditDistance.Between(text, suggestion.Text) is 1 or 2, $"{text}: {suggestion.Text}");
            Assert.Contains(suggestion.Text, RandomCorpus.Words);
            Assert.True(result.Total > 0 && suggestion.IsApplied);
            Assert.Equal(searcher.Search(new() { Text = suggestion.Text }).Total, result.Total);
        }

        Assert.True(suggested > 100);
    }

    // Documents of a text each.
    private sealed class Few : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly Searcher _searcher;

        public Few(ImmutableArray<string> texts)
        {
            var documents = texts.Select((text, i) => new Document { Id = $"d{i}", Texts = [new("body", text)] });
            IndexWriter.Write(_folder.Path, new([new("body")], []), documents);
            _searcher = new(IndexSnapshot.Open(_folder.Path));
        }

        public SearchResult Search(string text) => _searcher.Search(new() { Text = text });

        public void Dispose()
        {
            _searcher.Dispose();
            _folder.Dispose();
        }
    }
}
