using System.Collections.Immutable;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Queries;

namespace Practices.Indexer.Indexing;

/// <summary>What the words of a query mean in this collection: the names of its vocabularies, in every language they are given in.</summary>
/// <param name="vocabularies">The vocabularies, with those made of records.</param>
internal sealed class PracticeQueryVocabulary(VocabularySet vocabularies) : IQueryVocabulary
{
    private readonly ConceptNames _names = ConceptNames.Of(vocabularies);

    /// <inheritdoc/>
    /// <remarks>A value is known by its id, else by a label, else by another name, whatever the case, accents or hyphens.</remarks>
    public FacetPath? PathOf(string field, string value)
    {
        if (PracticeFacets.Find(field) is not { } facet) return null;
        if (PracticeFacets.PathOf(facet, value, vocabularies) is { } path) return path;
        return facet.Vocabulary is { } vocabulary && vocabularies[vocabulary].Match(value) is { } concept
            ? PracticeFacets.PathOf(facet, concept.Id, vocabularies)
            : null;
    }

    /// <inheritdoc/>
    public ImmutableArray<ConceptSynonym> SynonymsOf(ReadOnlySpan<string> words) => _names.SynonymsOf(words);
}
