using System.Text;
using Practices.Search.Postings;
using Xunit;

namespace Practices.Tests.Search.Postings;

public class NearWordsTests
{
    [Theory]
    [InlineData("water", 1, "water waters")]
    [InlineData("wtaer", 1, "water")]
    [InlineData("watter", 1, "water")]
    [InlineData("ater", 1, "water")]
    [InlineData("вада", 1, "вода")]
    [InlineData("𠮷水", 1, "水 𠮷木")]
    [InlineData("town", 2, "tower")]
    [InlineData("zzzzz", 2, "")]
    [InlineData("", 1, "水")]
    public void Words_that_few_slips_part_from_another_are_found(string sought, int edits, string found)
    {
        var words = new SortedWords("tower water waters вода 水 𠮷木".Split(' '));

        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), NearWords.Of(words, sought, edits).Select(near => Encoding.UTF8.GetString(words.Term(near.Number))));
    }

    [Fact]
    public void They_are_those_that_comparing_with_every_word_finds()
    {
        // Letters of one to four bytes, few of them, so that many words are near.
        string[] letters = ["a", "b", "c", "é", "ж", "水", "𠮷"];
        var random = new Random(5);
        string NextWord(int letterCount) => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => letters[random.Next(letterCount)]));
        var found = 0;
        for (var round = 0; round < 60; round++)
        {
            var letterCount = random.Next(2, letters.Length + 1);
            var words = new SortedWords(Enumerable.Range(0, random.Next(300)).Select(_ => NextWord(letterCount)));
            for (var i = 0; i < 10; i++)
            {
                var sought = NextWord(letterCount);
                var edits = random.Next(3);
                var expected = Enumerable.Range(0, words.Count)
                    .Select(number => (number, EditDistance.Between(sought, Encoding.UTF8.GetString(words.Term(number)))))
                    .Where(near => near.Item2 <= edits).ToList();

                Assert.Equal(expected, NearWords.Of(words, sought, edits));
                found += expected.Count;
            }
        }

        Assert.True(found > 1000);
    }
}
