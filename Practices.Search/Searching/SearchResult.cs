using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Highlighting;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>One document of a result.</summary>
/// <param name="Id">The document's key.</param>
/// <param name="Score">BM25F score; 0 where nothing was typed.</param>
/// <param name="Card">The bytes stored for a result line.</param>
/// <param name="Snippets">The best passages, at most one a field, the fields in the schema's order; empty when highlights were not asked for or nothing matched.</param>
public sealed record Hit(string Id, double Score, ReadOnlyMemory<byte> Card, ImmutableArray<Snippet> Snippets);

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchResult
{
    /// <summary>No hits, no facets.</summary>
    public static SearchResult Empty { get; } = new();

    /// <summary>Documents that match text and filters, exactly.</summary>
    public int Total { get; init; }

    /// <summary>The page these hits are of, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The page's size as applied.</summary>
    public int PageSize { get; init; }

    /// <summary>The hits of the page, in order.</summary>
    public ImmutableArray<Hit> Hits { get; init; } = [];

    /// <summary>The counts of every facet, in the schema's order; empty when not asked for.</summary>
    public ImmutableArray<FacetCounts> Facets { get; init; } = [];

    /// <summary>The counts of the pairs of facets that were asked for, in the request's order.</summary>
    public ImmutableArray<FacetCross> Crosses { get; init; } = [];

    /// <summary>How the text was read, in query syntax, such as <c>heat women -rural "cool roof"</c>; empty when nothing was typed.</summary>
    public string Understood { get; init; } = "";

    /// <summary>What words of the text were taken for besides themselves, in their order; empty where they were taken as they are.</summary>
    public ImmutableArray<WidenedWords> Widened { get; init; } = [];

    /// <summary>
    /// Sentences for the reader about what was changed to understand the text: cut, unbalanced quotation marks, a word that no document holds, a word that was corrected.
    /// </summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The text that was probably meant; <see langword="null"/> when it is the one that was typed.</summary>
    public SpellingSuggestion? Suggestion { get; init; }
}
