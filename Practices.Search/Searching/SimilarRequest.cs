using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>What to look for when asked for documents that are like one of the index.</summary>
public sealed record SimilarRequest
{
    /// <summary>The text fields whose words tell what a document is about.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>Values of facets that make a document alike, with their weights.</summary>
    public ImmutableArray<FacetQuery> Facets { get; init; } = [];

    /// <summary>What a document must carry to be offered.</summary>
    public FacetSelection Filters { get; init; } = FacetSelection.Empty;

    /// <summary>The most documents to give.</summary>
    public int Count { get; init; } = 4;
}
