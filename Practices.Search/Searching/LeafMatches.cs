using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>
/// Where one least part of a query is found in one segment. A part that is one term is left in its posting list until somebody asks; any other, such as a prefix or a phrase, is gathered.
/// </summary>
internal sealed class LeafMatches
{
    private LeafMatches()
    {
    }

    /// <summary>The cursor of a part that is one term, before its first document; else <see langword="null"/>.</summary>
    public PostingCursor? Cursor { get; private init; }

    /// <summary>The documents that hold a gathered part.</summary>
    public DocSet? Docs { get; private init; }

    /// <summary>How often each document holds a gathered part, by the weights of the fields; 0 where it does not.</summary>
    public double[] Frequencies { get; private init; } = [];

    /// <summary>How many documents hold it that are still there.</summary>
    public int Count { get; private init; }

    /// <summary>A part that is one term.</summary>
    /// <param name="cursor">Stands before its first document.</param>
    /// <param name="count">How many documents hold it that are still there.</param>
    public static LeafMatches OfTerm(PostingCursor cursor, int count) => new() { Cursor = cursor, Count = count };

    /// <summary>A part that is gathered, from documents that are still there.</summary>
    public static LeafMatches Gathered(DocSet docs, double[] frequencies) => new() { Docs = docs, Frequencies = frequencies, Count = docs.Count };
}
