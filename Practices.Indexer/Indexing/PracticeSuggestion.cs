using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Search.Facets;
using Practices.Search.Suggesting;

namespace Practices.Indexer.Indexing;

/// <summary>The kinds of things that are suggested while somebody types.</summary>
public enum SuggestionGroup
{
    /// <summary>A Sustainable Development Goal, or one of its targets.</summary>
    Goal,

    /// <summary>A theme or sub-theme.</summary>
    Theme,

    /// <summary>A city.</summary>
    City,

    /// <summary>A country or area.</summary>
    Country,

    /// <summary>A region of the world.</summary>
    Region,

    /// <summary>An award, or one of its cycles.</summary>
    Award,

    /// <summary>A practice.</summary>
    Practice,

    /// <summary>A learning offer.</summary>
    Learning,

    /// <summary>A network.</summary>
    Network,
}

/// <summary>Something that the reader may mean.</summary>
/// <param name="Group">What it is.</param>
/// <param name="Text">Its name as it is shown: the title of a record, the English name of anything else.</param>
/// <param name="Matched">Another name of it that what was typed is part of; <see langword="null"/> where <paramref name="Text"/> is found by it.</param>
/// <param name="Marks">Where what was typed stands in <paramref name="Matched"/>, else in <paramref name="Text"/>.</param>
/// <param name="Target">Where it leads.</param>
public sealed record PracticeSuggestion(SuggestionGroup Group, string Text, string? Matched, ImmutableArray<SuggestionMark> Marks, SuggestionTarget Target);

/// <summary>Where a suggestion leads.</summary>
public abstract record SuggestionTarget;

/// <summary>It leads to a record.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Id">Its id.</param>
public sealed record RecordTarget(RecordKind Kind, string Id) : SuggestionTarget;

/// <summary>It leads to the records that carry a value of a facet.</summary>
/// <param name="Field">The facet.</param>
/// <param name="Path">The value.</param>
/// <param name="Count">How many public records carry it, at least one.</param>
public sealed record FacetTarget(string Field, FacetPath Path, int Count) : SuggestionTarget;
