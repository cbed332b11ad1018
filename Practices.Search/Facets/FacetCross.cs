using System.Collections.Immutable;

namespace Practices.Search.Facets;

/// <summary>Two facets whose values are to be counted within each other.</summary>
/// <param name="Rows">The first facet.</param>
/// <param name="Columns">The second facet; it may be the first again.</param>
public readonly record struct FacetPair(string Rows, string Columns);

/// <summary>How many documents carry a value of one facet and a value of another.</summary>
/// <param name="Row">The value of the first facet.</param>
/// <param name="Column">The value of the second facet.</param>
/// <param name="Count">Documents that match the text and the selections of all other facets, and carry both values or some below them.</param>
public readonly record struct FacetCrossCount(FacetPath Row, FacetPath Column, int Count);

/// <summary>
/// The exact counts of one facet within each value of another. Neither facet's own selection shrinks them, so each says how many documents its two values
/// alone would give, the other selections unchanged.
/// </summary>
/// <param name="Pair">The facets.</param>
/// <param name="Counts">The counts that are not 0, by row and then by column, in path order.</param>
public sealed record FacetCross(FacetPair Pair, ImmutableArray<FacetCrossCount> Counts);
