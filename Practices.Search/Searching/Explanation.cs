using System.Collections.Immutable;

namespace Practices.Search.Searching;

/// <summary>Why a document scores what it scores: the numbers that the ranking itself used, as a tree.</summary>
/// <param name="Value">This step's number.</param>
/// <param name="Description">What the number is, in words, such as <c>idf of "heat": 12 of 400 documents hold it</c>.</param>
/// <param name="Details">The numbers that it was made from.</param>
public sealed record Explanation(double Value, string Description, ImmutableArray<Explanation> Details)
{
    /// <summary>A number that is made from no others.</summary>
    public static Explanation Of(double value, string description) => new(value, description, []);
}
