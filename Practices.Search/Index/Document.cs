using System.Collections.Immutable;
using Practices.Search.Facets;

namespace Practices.Search.Index;

/// <summary>The words of one field of a document.</summary>
/// <param name="Field">A text field of the schema. A field may come several times: its texts follow one another, and no phrase runs across.</param>
/// <param name="Text">The text as it is to be shown in a highlight.</param>
public readonly record struct FieldText(string Field, string Text);

/// <summary>A value of a facet that a document carries.</summary>
/// <param name="Field">A facet of the schema.</param>
/// <param name="Path">The value.</param>
public readonly record struct FacetValue(string Field, FacetPath Path);

/// <summary>One thing that can be found.</summary>
public sealed record Document
{
    /// <summary>The key of the document: unique in an index, ordinal, not empty.</summary>
    public required string Id { get; init; }

    /// <summary>ISO 639-1 code of the language that the texts are written in; it chooses the analyzer.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The words, field by field.</summary>
    public ImmutableArray<FieldText> Texts { get; init; } = [];

    /// <summary>The facet values, in any order; the same value twice counts once.</summary>
    public ImmutableArray<FacetValue> Facets { get; init; } = [];

    /// <summary>Where it is, for <see cref="Queries.NearQuery"/>; several points are several places.</summary>
    public ImmutableArray<GeoPoint> Points { get; init; } = [];

    /// <summary>What <see cref="Searching.SortOrder.Newest"/> sorts by, the largest first; by custom days since 0001-01-01.</summary>
    public int Date { get; init; }

    /// <summary>What <see cref="Searching.SortOrder.Title"/> sorts by, ordinal after case and accent folding.</summary>
    public string Title { get; init; } = "";

    /// <summary>The few bytes that a line of a result list is drawn from. Opaque to the engine.</summary>
    public ReadOnlyMemory<byte> Card { get; init; }

    /// <summary>All that is known of the document. Opaque to the engine, stored apart from the card.</summary>
    public ReadOnlyMemory<byte> Stored { get; init; }
}
