using System.Collections.Immutable;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>A least part of a query that documents are scored by: a word, a prefix, a phrase, or several ways to say one thing.</summary>
/// <param name="Query">The part.</param>
/// <param name="Segments">Where it is found, segment by segment.</param>
/// <param name="Count">How many documents hold it.</param>
/// <param name="Idf">How much it tells.</param>
internal sealed record Leaf(Query Query, ImmutableArray<LeafMatches> Segments, int Count, double Idf)
{
    /// <summary>Joins what was found in each segment.</summary>
    /// <param name="query">The part.</param>
    /// <param name="segments">Where it is found.</param>
    /// <param name="documents">How many documents there are in all.</param>
    public static Leaf Of(Query query, ImmutableArray<LeafMatches> segments, int documents)
    {
        var count = segments.Sum(segment => segment.Count);
        return new(query, segments, count, Bm25.Idf(count, documents));
    }

    /// <summary>What it adds to the score of a document.</summary>
    /// <param name="frequency">How often the document holds it, by the weights of the fields.</param>
    /// <param name="lengthNorm">How much the document's length discounts.</param>
    public double Score(double frequency, double lengthNorm) => Idf * Bm25.Saturate(frequency, lengthNorm);
}
