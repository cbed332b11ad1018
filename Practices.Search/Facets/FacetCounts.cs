using System.Collections.Immutable;

namespace Practices.Search.Facets;

/// <summary>How many documents a value of a facet would leave.</summary>
/// <param name="Path">The value.</param>
/// <param name="Count">Documents that match the text and the other facets' selections and carry the value or one below it.</param>
public readonly record struct FacetCount(FacetPath Path, int Count);

/// <summary>
/// The exact counts of one facet. Its own selection does not shrink it (Lucene's drill-sideways), so each count says how many
/// documents that value alone would give. Values that no document of the result carries are absent, except chosen ones, which stay at 0.
/// </summary>
/// <param name="Field">The facet.</param>
/// <param name="Values">The values in path order, parents before their children.</param>
public sealed record FacetCounts(string Field, ImmutableArray<FacetCount> Values);
