using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Queries;

namespace Practices.Indexer.Indexing;

/// <summary>What the words of a query mean in this collection.</summary>
/// <param name="names">The names of its concepts.</param>
internal sealed class PracticeQueryVocabulary(ConceptNames names) : IQueryVocabulary
{
    /// <inheritdoc/>
    public FacetPath? PathOf(string field, string value) => null;

    /// <inheritdoc/>
    public ImmutableArray<ConceptSynonym> SynonymsOf(ReadOnlySpan<string> words) => names.SynonymsOf(words);
}
