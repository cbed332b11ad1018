using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Index;
using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>Tells a document's score and how it is made, from the numbers and by the functions that ranked it.</summary>
internal static class Explainer
{
    /// <summary>The score of a document that matches: what each part of the query that it holds adds.</summary>
    public static double Score(IndexSnapshot snapshot, TextMatch match, int segment, int doc)
    {
        var norm = NormOf(snapshot, segment, doc);
        var score = 0.0;
        foreach (var leaf in match.Leaves) score += FrequencyOf(snapshot, leaf, segment, doc) is var frequency and > 0 ? leaf.Score(frequency, norm) : 0;
        return score;
    }

    /// <summary>Explains the score of a document that matches.</summary>
    public static Explanation Explain(IndexSnapshot snapshot, TextMatch match, int segment, int doc)
    {
        var parts = match.Leaves
            .Select(leaf => (Leaf: leaf, Frequency: FrequencyOf(snapshot, leaf, segment, doc)))
            .Where(part => part.Frequency > 0)
            .Select(part => Part(snapshot, part.Leaf, part.Frequency, segment, doc));
        return new(Score(snapshot, match, segment, doc), "score: what each word of the query that the document holds adds", [.. parts]);
    }

    private static Explanation Part(IndexSnapshot snapshot, Leaf leaf, double frequency, int segment, int doc)
    {
        var norm = NormOf(snapshot, segment, doc);
        return new(
            leaf.Score(frequency, norm),
            $"{leaf.Query}: idf × tf",
            [
                Explanation.Of(leaf.Idf, Say($"idf of {leaf.Query}: {leaf.Count} of {snapshot.Count} documents hold it")),
                new(
                    Bm25.Saturate(frequency, norm),
                    Say($"tf: frequency × ({Bm25.K1} + 1) / (frequency + {Bm25.K1} × length norm)"),
                    [
                        Explanation.Of(frequency, "frequency: occurrences, each counted by the weight of its field"),
                        new(
                            norm,
                            Say($"length norm: 1 - {Bm25.B} + {Bm25.B} × length / average length"),
                            [Length(snapshot, segment, doc), Explanation.Of(snapshot.AverageLength, "average length of the documents")]),
                    ]),
            ]);
    }

    private static Explanation Length(IndexSnapshot snapshot, int segment, int doc)
    {
        var lengths = snapshot.Segments[segment].Segment.Lengths;
        var fields = snapshot.Schema.Texts.Select((field, number) =>
            Explanation.Of(lengths.Of(doc, number), Say($"words of {field.Name} that are no stop words, each counted {field.Weight} times")));
        return new(lengths.Weighted[doc], "length: words, each counted by the weight of its field", [.. fields]);
    }

    private static double NormOf(IndexSnapshot snapshot, int segment, int doc) =>
        Bm25.LengthNorm(snapshot.Segments[segment].Segment.Lengths.Weighted[doc], snapshot.AverageLength);

    private static double FrequencyOf(IndexSnapshot snapshot, Leaf leaf, int segment, int doc)
    {
        var matches = leaf.Segments[segment];
        if (matches.Cursor is not { } cursor) return matches.Docs!.Contains(doc) ? matches.Frequencies[doc] : 0;

        // Documents are asked for in any order, and a cursor goes forward only.
        cursor.Rewind();
        return cursor.MoveTo(doc) && cursor.Doc == doc ? snapshot.Segments[segment].Segment.Terms.Shapes.WeightedFrequencies[cursor.Shape] : 0;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
