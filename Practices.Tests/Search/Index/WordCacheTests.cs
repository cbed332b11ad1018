using Practices.Search.Analysis;
using Practices.Search.Index;
using Practices.Search.Postings;
using Xunit;

namespace Practices.Tests.Search.Index;

public sealed class WordCacheTests
{
    private readonly Analyzer _analyzer = Analyzers.For("en");
    private readonly TermIndexBuilder _terms = new(1);
    private readonly WordListBuilder _written = new();
    private readonly WordCache _words;

    public WordCacheTests() => _words = new(_analyzer, _terms, _written);

    [Fact]
    public void A_word_that_was_met_before_is_what_it_was_then()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 30_000).Select(_ => Word(random)).ToArray();
        foreach (var text in texts.Concat(texts.Reverse())) AssertRead(text);
    }

    // Their hashes differ, but all want one slot of a table that is still small.
    [Fact]
    public void Words_that_were_chosen_to_crowd_one_place_are_told_apart()
    {
        var random = new Random(8);
        var crowd = new List<string>();
        while (crowd.Count < 100)
        {
            var text = Word(random);
            if (text.Length < 20 && (WordCache.HashOf(text) & 0xFFF) == 0x123) crowd.Add(text);
        }

        foreach (var text in crowd.Concat(crowd)) AssertRead(text);
        for (var i = 0; i < 10_000; i++) AssertRead(Word(random));
        foreach (var text in crowd) AssertRead(text);
    }

    [Theory]
    [InlineData("waters")]
    [InlineData("the")]
    [InlineData("a")]
    [InlineData("Straßenbahnhaltestelle")]
    [InlineData("antidisestablishmentarianism")]
    [InlineData("水")]
    public void A_word_of_any_length_is_read(string text)
    {
        AssertRead(text);
        AssertRead(text);
    }

    private void AssertRead(string text)
    {
        var word = _words.Read(text);
        foreach (var token in _analyzer.Analyze(text))
        {
            Assert.Equal(_terms.NumberOf(token.Term), word.First);
            Assert.Equal(token.IsStopWord, word.IsStopWord);
            Assert.Equal(TermHash.Of(token.Term), word.FirstHash);
            Assert.Equal(_written.NumberOf(text), word.Written);
            return;
        }

        Assert.Fail($"{text} is no word.");
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 27)).Select(_ => (char)('a' + random.Next(26))));
}
