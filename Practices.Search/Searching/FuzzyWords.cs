using Practices.Search.Analysis;
using Practices.Search.Index;
using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>
/// The terms that a nearly spelt word asks for: those near to its own terms, and the terms of the words near to it as it is written. Stems alone would
/// miss a slip in an ending, where the wrong word has another stem than the right one; words alone would miss other forms of the right one.
/// </summary>
/// <param name="snapshot">The index.</param>
internal sealed class FuzzyWords(IndexSnapshot snapshot)
{
    /// <summary>The terms, the nearest first; at most <see cref="FuzzyTerms.MaxTerms"/>.</summary>
    /// <param name="word">The word as typed.</param>
    /// <param name="forms">Its terms in each language.</param>
    /// <param name="edits">How many characters may differ.</param>
    public IEnumerable<string> Near(string word, IReadOnlyList<string> forms, int edits)
    {
        var near = FuzzyTerms.Of(snapshot.Segments.Select(reader => reader.Segment.Terms), forms, edits);
        var written = FuzzyTerms.Of(snapshot.Segments.Select(reader => reader.Segment.Words), [WordListBuilder.Normalize(word)], edits);
        return FuzzyTerms.Best(near
            .Concat(written.SelectMany(other => snapshot.Analyzers.SelectMany(analyzer => TermsOf(analyzer, other.Text)).Select(term => other with { Text = term })))
            .GroupBy(term => term.Text, (text, same) => same.MinBy(term => (term.Distance, -term.Documents)))).Select(term => term.Text);
    }

    private static List<string> TermsOf(Analyzer analyzer, string word)
    {
        var terms = new List<string>();
        foreach (var token in analyzer.Analyze(word)) terms.Add(token.Term.ToString());
        return terms;
    }
}
