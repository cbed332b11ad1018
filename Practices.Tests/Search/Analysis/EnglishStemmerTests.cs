using Practices.Search.Analysis;
using Practices.Search.Analysis.Stemmers;
using Xunit;

namespace Practices.Tests.Search.Analysis;

public class EnglishStemmerTests
{
    [Theory]
    [InlineData("relational", "relat")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("dying", "die")]
    [InlineData("women's", "women")]
    [InlineData("sky", "sky")]
    [InlineData("is", "is")]
    [InlineData("São", "São")]
    public void Endings_are_removed_and_words_of_other_scripts_left_alone(string word, string stem) => Assert.Equal(stem, Stem(word));

    private static string Stem(string word)
    {
        var term = new TermBuffer();
        term.Set(word);
        new EnglishStemmer().Apply(term);
        return term.Letters.ToString();
    }
}
