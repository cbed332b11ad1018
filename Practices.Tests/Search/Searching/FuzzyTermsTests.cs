using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Searching;

public class FuzzyTermsTests
{
    [Theory]
    [InlineData("ab", 2, 0)]
    [InlineData("水道", 2, 0)]
    [InlineData("abc", 2, 1)]
    [InlineData("abcde", 2, 1)]
    [InlineData("abcdef", 2, 2)]
    [InlineData("abcdef", 1, 1)]
    [InlineData("abcdef", 9, 2)]
    public void Short_words_may_differ_less(string word, int asked, int edits) => Assert.Equal(edits, FuzzyTerms.MaxEdits(word, asked));

    [Fact]
    public void The_nearest_come_first_then_the_most_frequent_over_all_segments()
    {
        SortedWords[] segments = [new(["waters", "wafers", "cater", "water"]), new(["cater", "later", "wafer", "wafer", "wafer"])];

        Assert.Equal("water 0 1, wafer 1 3, cater 1 2, later 1 1, waters 1 1", Print(FuzzyTerms.Of(segments, ["water"], 2)));
    }

    [Fact]
    public void Every_form_of_the_word_counts() =>
        Assert.Equal("boat 1 1, cities 1 1", Print(FuzzyTerms.Of([new SortedWords(["boat", "cities"])], ["citiess", "boot", "bouts"], 1)));

    [Fact]
    public void No_word_stands_for_more_than_64()
    {
        var words = Enumerable.Range(0, 100).Select(i => "waterw" + (char)('\u0100' + i)).ToList();

        Assert.Equal(64, FuzzyTerms.Of([new SortedWords(words)], ["waterwx"], 2).Length);
    }

    private static string Print(IEnumerable<NearTerm> terms) => string.Join(", ", terms.Select(term => $"{term.Text} {term.Distance} {term.Documents}"));
}
