using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>The order of hits. Equal hits stand in ordinal order of their ids.</summary>
public enum SortOrder
{
    /// <summary>The best match first; the newest first where no text was typed.</summary>
    Relevance,

    /// <summary>The latest <see cref="Index.Document.Date"/> first.</summary>
    Newest,

    /// <summary>By title, A to Z.</summary>
    Title,
}

/// <summary>One search, in the reader's language. Everything has a value that means "not asked for".</summary>
public sealed record SearchRequest
{
    /// <summary>The most hits a page can hold; a larger <see cref="PageSize"/> is cut to it.</summary>
    public const int MaxPageSize = 100;

    /// <summary>What was typed. Never refused: what cannot be parsed is searched for as plain words.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// What words side by side ask for. With <see cref="MatchWords.All"/>, when no document holds all of them, those with any are found and a note says so.
    /// </summary>
    public MatchWords Match { get; init; } = MatchWords.All;

    /// <summary>What words mean: values of facets after their names, and concepts that words name; <see langword="null"/> where they mean nothing but themselves.</summary>
    public IQueryVocabulary? Vocabulary { get; init; }

    /// <summary>Whether words also find what carries a concept that they name. Needs a <see cref="Vocabulary"/>.</summary>
    public bool Widen { get; init; } = true;

    /// <summary>
    /// Whether words that are probably misspelt are put right where nothing is found, and suggested where something is. If not, they are only suggested where
    /// nothing is found.
    /// </summary>
    public bool Correct { get; init; } = true;

    /// <summary>Where a longer <see cref="Text"/> is cut, in UTF-16 units.</summary>
    public int MaxTextLength { get; init; } = QueryParser.MaxLength;

    /// <summary>Values of one facet are OR-joined, facets AND-joined; empty means no filter.</summary>
    public FacetSelection Filters { get; init; } = FacetSelection.Empty;

    /// <summary>The order of hits.</summary>
    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>Which page, from 1; smaller numbers mean 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page, 0 to <see cref="MaxPageSize"/>; 0 asks for counts alone.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Whether facets are counted. Off saves that work where only hits are wanted.</summary>
    public bool CountFacets { get; init; } = true;

    /// <summary>Pairs of facets to count within each other; none unless asked for. Each pair costs a look at every document that passes, and room for a number for every value beside every other.</summary>
    public ImmutableArray<FacetPair> Crosses { get; init; } = [];

    /// <summary>Whether hits carry highlights.</summary>
    public bool Highlight { get; init; } = true;
}
