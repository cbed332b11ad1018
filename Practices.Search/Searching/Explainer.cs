using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Index;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Tells how a document's score is made, from the numbers and by the functions that ranked it.</summary>
internal static class Explainer
{
    /// <summary>Explains the score of a document that matches.</summary>
    public static Explanation Explain(IndexSnapshot snapshot, TextMatch match, int doc)
    {
        var norm = match.LengthNorm(doc);
        var words = match.Words.Where(words => words.Docs.Contains(doc)).Select(words => Word(snapshot, words, doc, norm));
        return new(match.Score(doc), "score: what each word of the query that the document holds adds", [.. words]);
    }

    private static Explanation Word(IndexSnapshot snapshot, WordMatches words, int doc, double norm)
    {
        return new(
            words.Score(doc, norm),
            $"{words.Words}: idf × tf",
            [
                Explanation.Of(words.Idf, Say($"idf of {words.Words}: {words.Count} of {snapshot.Segment.Documents} documents hold it")),
                new(
                    Bm25.Saturate(words.Frequencies[doc], norm),
                    Say($"tf: frequency × ({Bm25.K1} + 1) / (frequency + {Bm25.K1} × length norm)"),
                    [
                        Frequency(words, doc),
                        new(
                            norm,
                            Say($"length norm: 1 - {Bm25.B} + {Bm25.B} × length / average length"),
                            [Length(snapshot, doc), Explanation.Of(snapshot.AverageLength, "average length of the documents")]),
                    ]),
            ]);
    }

    private static Explanation Frequency(WordMatches words, int doc)
    {
        var value = words.Frequencies[doc];
        if (words.Words is FacetQuery facet) return Explanation.Of(value, $"weight of the value {facet.Path} of the facet {facet.Field}, counted as occurrences");
        if (words.Parts.IsEmpty) return Explanation.Of(value, $"frequency of {words.Words}: occurrences, each counted by the weight of its field");
        var parts = words.Parts.Where(part => part.Docs.Contains(doc)).Select(part => Frequency(part, doc));
        return new(value, $"frequency of {words.Words} and what it names: the sum of what the document holds", [.. parts]);
    }

    private static Explanation Length(IndexSnapshot snapshot, int doc)
    {
        var fields = snapshot.Schema.Texts.Select((field, number) =>
            Explanation.Of(snapshot.Segment.Lengths.Of(doc, number), Say($"words of {field.Name} that are no stop words, each counted {field.Weight} times")));
        return new(snapshot.Segment.Lengths.Weighted(doc), "length: words, each counted by the weight of its field", [.. fields]);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
