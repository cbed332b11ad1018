using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Tells a document's score and how it is made, from the numbers and by the functions that ranked it.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="match">What the query finds.</param>
/// <param name="scratches">Working memory, segment by segment.</param>
internal sealed class Explainer(IndexSnapshot snapshot, TextMatch match, ImmutableArray<SearchScratch> scratches)
{
    /// <summary>The score of a document that matches: what each part of the query that it holds adds.</summary>
    public double Score(int segment, int doc)
    {
        var norm = NormOf(segment, doc);
        var score = 0.0;
        foreach (var leaf in match.Leaves) score += FrequencyOf(leaf, segment, doc) is var frequency and > 0 ? leaf.Score(frequency, norm) : 0;
        return score;
    }

    /// <summary>Explains the score of a document that matches.</summary>
    public Explanation Explain(int segment, int doc)
    {
        var parts = match.Leaves
            .Select(leaf => (Leaf: leaf, Frequency: FrequencyOf(leaf, segment, doc)))
            .Where(part => part.Frequency > 0)
            .Select(part => Part(part.Leaf, part.Frequency, segment, doc));
        return new(Score(segment, doc), "score: what each word of the query that the document holds adds", [.. parts]);
    }

    private Explanation Part(Leaf leaf, double frequency, int segment, int doc)
    {
        var norm = NormOf(segment, doc);
        return new(
            leaf.Score(frequency, norm),
            $"{leaf.Query}: idf × tf",
            [
                Explanation.Of(leaf.Idf, Say($"idf of {leaf.Query}: {leaf.Count} of {snapshot.Count} documents hold it")),
                new(
                    Bm25.Saturate(frequency, norm),
                    Say($"tf: frequency × ({Bm25.K1} + 1) / (frequency + {Bm25.K1} × length norm)"),
                    [
                        Frequency(leaf.Query, frequency, segment, doc),
                        new(
                            norm,
                            Say($"length norm: 1 - {Bm25.B} + {Bm25.B} × length / average length"),
                            [Length(segment, doc), Explanation.Of(snapshot.AverageLength, "average length of the documents")]),
                    ]),
            ]);
    }

    private Explanation Frequency(Query query, double frequency, int segment, int doc)
    {
        if (query is FacetQuery facet) return Explanation.Of(frequency, $"weight of the value {facet.Path} of the facet {facet.Field}, counted as occurrences");
        if (query is not SynonymQuery synonyms) return Explanation.Of(frequency, $"frequency of {query}: occurrences, each counted by the weight of its field");

        var parts = synonyms.Parts
            .Select(part => (Part: part, Frequency: Gathered(part, segment, doc)))
            .Where(part => part.Frequency > 0)
            .Select(part => Frequency(part.Part, part.Frequency, segment, doc));
        return new(frequency, $"frequency of {query} and what it names: the sum of what the document holds", [.. parts]);
    }

    // What a part of a group of synonyms adds: the search itself keeps only their sum.
    private double Gathered(Query part, int segment, int doc)
    {
        var scratch = scratches[segment];
        var frequencies = scratch.Frequencies();
        new LeafGatherer(snapshot, snapshot.Segments[segment], scratch).Add(part, scratch.EmptySet(), frequencies);
        return frequencies[doc];
    }

    private Explanation Length(int segment, int doc)
    {
        var lengths = snapshot.Segments[segment].Segment.Lengths;
        var fields = snapshot.Schema.Texts.Select((field, number) =>
            Explanation.Of(lengths.Of(doc, number), Say($"words of {field.Name} that are no stop words, each counted {field.Weight} times")));
        return new(lengths.Weighted[doc], "length: words, each counted by the weight of its field", [.. fields]);
    }

    private double NormOf(int segment, int doc) => Bm25.LengthNorm(snapshot.Segments[segment].Segment.Lengths.Weighted[doc], snapshot.AverageLength);

    private double FrequencyOf(Leaf leaf, int segment, int doc)
    {
        var matches = leaf.Segments[segment];
        if (matches.Cursor is not { } cursor) return matches.Docs!.Contains(doc) ? matches.Frequencies[doc] : 0;

        // Documents are asked for in any order, and a cursor goes forward only.
        cursor.Rewind();
        return cursor.MoveTo(doc) && cursor.Doc == doc ? snapshot.Segments[segment].Segment.Terms.Shapes.WeightedFrequencies[cursor.Shape] : 0;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
