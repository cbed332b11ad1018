namespace Practices.Indexer.Indexing;

/// <summary>A way to narrow a search.</summary>
/// <param name="Field">The facet's name in the index and its key in an address: <c>sdg</c>, <c>region</c>.</param>
/// <param name="Label">Its heading on a page.</param>
/// <param name="Preposition">What stands before a value in a sentence: "practices <i>in</i> Africa".</param>
/// <param name="Vocabulary">The vocabulary that its values are concepts of; <see langword="null"/> where a value is its own label, such as a year.</param>
public sealed record FacetDefinition(string Field, string Label, string Preposition, string? Vocabulary);
