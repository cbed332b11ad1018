using System.Collections.Immutable;
using System.Text;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>The words of an index that a nearly spelt word may mean.</summary>
internal static class FuzzyTerms
{
    /// <summary>The most that one word stands for.</summary>
    public const int MaxTerms = 64;

    // In shorter words another letter makes another word.
    private const int LeastForOneEdit = 3;
    private const int LeastForTwoEdits = 6;

    /// <summary>How many characters may differ in a word: none in one of one or two, one in one of three to five, else as many as are asked for.</summary>
    public static int MaxEdits(string word, int asked) => word.EnumerateRunes().Count() switch
    {
        < LeastForOneEdit => 0,
        < LeastForTwoEdits => Math.Min(asked, 1),
        _ => Math.Min(asked, FuzzyQuery.MaxEdits),
    };

    /// <summary>
    /// The words near one of several forms of a word, the nearest first, of those the ones that most documents hold; at most <see cref="MaxTerms"/>.
    /// </summary>
    /// <param name="segments">The words of each segment; one that stands in several is one.</param>
    /// <param name="forms">What the word is in each language.</param>
    /// <param name="edits">How many characters may differ.</param>
    public static ImmutableArray<NearTerm> Of(IEnumerable<ISortedWords> segments, IEnumerable<string> forms, int edits)
    {
        var terms = new Dictionary<string, NearTerm>(StringComparer.Ordinal);
        foreach (var words in segments)
        {
            foreach (var near in forms.SelectMany(form => NearWords.Of(words, form, MaxEdits(form, edits))).GroupBy(near => near.Number, near => near.Distance))
            {
                var text = Encoding.UTF8.GetString(words.Term(near.Key));
                terms[text] = new(text, near.Min(), words.DocumentCount(near.Key) + terms.GetValueOrDefault(text).Documents);
            }
        }

        return Best(terms.Values);
    }

    /// <summary>The nearest words first, of those the ones that most documents hold; at most <see cref="MaxTerms"/>.</summary>
    public static ImmutableArray<NearTerm> Best(IEnumerable<NearTerm> terms) =>
        [.. terms.OrderBy(term => term.Distance).ThenByDescending(term => term.Documents).ThenBy(term => term.Text, StringComparer.Ordinal).Take(MaxTerms)];
}
