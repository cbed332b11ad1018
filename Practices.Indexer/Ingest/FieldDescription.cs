using System.Collections.Immutable;

namespace Practices.Indexer.Ingest;

/// <summary>What may stand behind a key.</summary>
public enum FieldShape
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A year, a month or a day.</summary>
    YearOrDate,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A list of what <see cref="FieldDescription.Item"/> says.</summary>
    List,

    /// <summary>Text, or a list of texts.</summary>
    TextOrList,

    /// <summary>A group of the keys in <see cref="FieldDescription.Fields"/>.</summary>
    Group,

    /// <summary>A group whose keys are language codes and whose values are text.</summary>
    ByLanguage,
}

/// <summary>What a record's definition says of one key: the reader's rules in a form that a JSON Schema can be made of.</summary>
/// <param name="Key">The key; empty for the items of a list.</param>
/// <param name="Shape">What may stand behind it.</param>
/// <param name="Help">What it means, for an editor.</param>
public sealed record FieldDescription(string Key, FieldShape Shape, string Help)
{
    /// <summary>Whether a record without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>A format of JSON Schema, such as <c>uri</c>.</summary>
    public string? Format { get; init; }

    /// <summary>A regular expression that the text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values allowed, where there are few.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The vocabulary that the values are ids of.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>The least number allowed.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest number allowed.</summary>
    public double? Maximum { get; init; }

    /// <summary>The longest text allowed, in UTF-16 units.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the items of a list are.</summary>
    public FieldDescription? Item { get; init; }

    /// <summary>The keys of a group.</summary>
    public ImmutableArray<FieldDescription> Fields { get; init; } = [];
}
