using Practices.Search.Facets;

namespace Practices.Search.Queries;

/// <summary>Words of a query that were taken for a value of a facet, too.</summary>
/// <param name="Words">The words as typed.</param>
/// <param name="Field">The facet.</param>
/// <param name="Path">The value.</param>
/// <param name="Label">The value's name, for the reader.</param>
public sealed record WidenedWords(string Words, string Field, FacetPath Path, string Label);
