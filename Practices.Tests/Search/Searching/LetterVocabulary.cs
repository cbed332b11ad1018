using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Queries;

namespace Practices.Tests.Search.Searching;

/// <summary>Knows every value that a <see cref="RandomCorpus"/> can have, whether a document carries it or not.</summary>
internal sealed class LetterVocabulary : IQueryVocabulary
{
    public FacetPath? PathOf(string field, string value) => Path(field, value);

    public ImmutableArray<ConceptSynonym> SynonymsOf(ReadOnlySpan<string> words) => [];

    /// <summary>The path of a value: <c>a</c>, <c>ab</c>, <c>abc</c> for the place <c>abc</c>.</summary>
    public static FacetPath Path(string field, string value) =>
        field == "place" ? FacetPath.Of([.. Enumerable.Range(1, value.Length).Select(length => value[..length])]) : FacetPath.Of(value);
}
