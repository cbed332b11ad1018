using System.Collections.Immutable;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Where one word, prefix, phrase, facet value or group of synonyms of a query is found.</summary>
/// <param name="Words">What is found.</param>
/// <param name="Docs">The documents that hold it.</param>
/// <param name="Frequencies">How often each document of <paramref name="Docs"/> holds it, by the weights of the fields; meaningless for others.</param>
/// <param name="Count">How many documents there are in <paramref name="Docs"/>.</param>
/// <param name="Idf">How much it tells.</param>
internal sealed record WordMatches(Query Words, DocSet Docs, double[] Frequencies, int Count, double Idf)
{
    /// <summary>Where each part of a group of synonyms is found; empty for anything else.</summary>
    public ImmutableArray<WordMatches> Parts { get; init; } = [];

    /// <summary>What it adds to the score of a document that holds it.</summary>
    public double Score(int doc, double lengthNorm) => Idf * Bm25.Saturate(Frequencies[doc], lengthNorm);
}
