using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>
/// Makes a query of a document: its most telling words (frequent in it, rare elsewhere: tf × idf) and the facet values that the caller names, any of which
/// will do. What the query ranks highest is most like the document. Lucene's class of this name does so for the words.
/// </summary>
internal static class MoreLikeThis
{
    private const int MaxTerms = 25;

    /// <summary>The query for a document.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="segment">The place of the document's segment.</param>
    /// <param name="doc">The document.</param>
    /// <param name="request">Which of its fields are read, and which values count.</param>
    /// <returns><see langword="null"/> when the document has nothing that could be shared.</returns>
    public static Query? QueryOf(IndexSnapshot snapshot, int segment, int doc, SimilarRequest request)
    {
        var parts = Telling(snapshot, segment, doc, request.Texts).Select(Word).Concat<Query>(request.Facets).ToList();
        return parts.Count == 0 ? null : OrQuery.Of(parts);
    }

    private static IEnumerable<string> Telling(IndexSnapshot snapshot, int segment, int doc, ImmutableArray<string> fields)
    {
        var documents = snapshot.Count;
        return (
            from word in Frequencies(snapshot, segment, doc, fields)
            let holders = snapshot.DocumentCount(word.Key)

            // A word that no other document holds joins nothing; one that most hold tells nothing.
            where holders > 1 && holders <= Math.Max(2, documents / 2)
            orderby word.Value * Bm25.Idf(holders, documents) descending, word.Key
            select word.Key).Take(MaxTerms);
    }

    // How often each term stands in the fields, by their weights.
    private static Dictionary<string, double> Frequencies(IndexSnapshot snapshot, int number, int doc, ImmutableArray<string> fields)
    {
        var frequencies = new Dictionary<string, double>(StringComparer.Ordinal);
        var segment = snapshot.Segments[number].Segment;
        var analyzer = Analyzers.For(segment.LanguageOf(doc));
        foreach (var (field, text) in FieldTexts.Read(segment.Texts.Of(doc)))
        {
            if (!fields.Contains(snapshot.Schema.Texts[field].Name)) continue;
            foreach (var token in analyzer.Analyze(text))
            {
                if (token.IsStopWord) continue;
                var term = token.Term.ToString();
                frequencies[term] = frequencies.GetValueOrDefault(term) + snapshot.Weights[field];
            }
        }

        return frequencies;
    }

    private static WordsQuery Word(string term) => new(new TermQuery(term), [new Slot(0, [term], [])], Slop: 0, Field: -1, IsStopWord: false);
}
