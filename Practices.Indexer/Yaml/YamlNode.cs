using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Yaml;

/// <summary>A value in a YAML file and where it stands. Scalars stay text: what <c>NO</c> or <c>1:30</c> means is for the reader of its key to say.</summary>
public abstract class YamlNode(Position at)
{
    /// <summary>Where the value begins in the file.</summary>
    public Position At { get; } = at;

    /// <summary>What it is, in an editor's words: <c>a list</c>.</summary>
    public abstract string Description { get; }
}

/// <summary>A piece of text.</summary>
/// <param name="text">The text without quotes and escapes.</param>
/// <param name="isPlain">Whether it was written without quotes.</param>
/// <param name="at">Where it begins.</param>
public sealed class YamlScalar(string text, bool isPlain, Position at) : YamlNode(at)
{
    /// <summary>The text without quotes and escapes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stands without quotes.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Whether it says that there is no value: nothing at all, <c>null</c> or <c>~</c>, without quotes (YAML 1.2 core schema, 10.3.2).</summary>
    public bool IsNull { get; } = isPlain && text is ("" or "~" or "null" or "Null" or "NULL");

    /// <inheritdoc/>
    public override string Description => "text";
}

/// <summary>A list.</summary>
/// <param name="items">Its items in order.</param>
/// <param name="at">Where it begins.</param>
public sealed class YamlSequence(ImmutableArray<YamlNode> items, Position at) : YamlNode(at)
{
    /// <summary>Its items in order.</summary>
    public ImmutableArray<YamlNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Description => "a list";
}

/// <summary>Keys with values; no key stands twice.</summary>
/// <param name="entries">The pairs in order.</param>
/// <param name="at">Where it begins.</param>
public sealed class YamlMapping(ImmutableArray<YamlEntry> entries, Position at) : YamlNode(at)
{
    /// <summary>The pairs in order.</summary>
    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Description => "a group of keys";

    /// <summary>The pair of a key, compared ordinally; <see langword="null"/> when there is none.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
            if (entry.Key.Text == key) return entry;
        return null;
    }
}

/// <summary>A key and its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
