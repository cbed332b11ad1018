using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Reads what stands behind the name of a step. What is wrong is reported where it stands and gives <see langword="null"/>.</summary>
internal sealed class TransformArguments(FileDiagnostics problems, VocabularySet vocabularies, Position at)
{
    /// <summary>For steps that have no arguments.</summary>
    public static TransformArguments None { get; } = new(new(""), VocabularySet.Empty, Position.Start);

    public void Nothing(YamlNode? node)
    {
        if (node is not (null or YamlScalar { IsNull: true })) problems.Error("wrong-shape", node.At, "This step takes nothing. Write its name alone.");
    }

    /// <summary>A number of things, from one up; one where nothing stands.</summary>
    public int? Count(YamlNode? node)
    {
        if (node is null or YamlScalar { IsNull: true }) return 1;
        if (node is YamlScalar scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0) return count;
        problems.Error("wrong-value", node.At, "A whole number from 1 is expected here.");
        return null;
    }

    public string? Text(YamlNode? node)
    {
        if (node is YamlScalar scalar) return scalar.Text;
        problems.Error("wrong-shape", node?.At ?? at, "A text is expected here, in quotes where spaces belong to it.");
        return null;
    }

    /// <summary>A regular expression of the kind that reads any text in one pass. One character stands for itself.</summary>
    public Regex? Pattern(YamlNode? node)
    {
        if (Text(node) is not { } text) return null;
        if (text.Length == 0)
        {
            problems.Error("wrong-value", node!.At, "The pattern is empty. Write what is to be found.");
            return null;
        }

        try
        {
            return new(text.Length == 1 ? Regex.Escape(text) : text, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline, TimeSpan.FromSeconds(2));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problems.Error("wrong-pattern", node!.At, $"This is not a pattern that can be used: {e.Message} Look-around and references to groups are not used here.");
            return null;
        }
    }

    public string? Vocabulary(YamlNode? node)
    {
        if (Text(node) is not { } name) return null;
        if (vocabularies[name].Concepts.IsEmpty && vocabularies.Names.Any())
        {
            var near = Suggestions.Closest(name, vocabularies.Names);
            problems.Error("wrong-value", node!.At, $"There is no vocabulary \"{name}\". {(near is null ? $"There are {string.Join(", ", vocabularies.Names)}." : $"Did you mean \"{near}\"?")}");
            return null;
        }

        return name;
    }

    /// <summary>What a split cuts at, and what it leaves whole.</summary>
    public (Regex? By, ImmutableArray<string> Keep, string? NamesOf) Split(YamlNode? node)
    {
        if (node is not YamlMapping group) return (Pattern(node ?? new YamlScalar(";", isPlain: false, at)), [], null);
        CheckKeys(group, "by", "keep", "names-of");
        return (
            Pattern(group.Find("by")?.Value ?? new YamlScalar(";", isPlain: false, at)),
            group.Find("keep") is { } keep ? Texts(keep.Value) : [],
            group.Find("names-of") is { } names ? Vocabulary(names.Value) : null);
    }

    public (Regex? Pattern, string With) Replacement(YamlNode? node)
    {
        if (node is not YamlMapping group)
        {
            problems.Error("wrong-shape", node?.At ?? at, "A group is expected here: { pattern: …, with: … }.");
            return (null, "");
        }

        CheckKeys(group, "pattern", "with");
        return (Pattern(group.Find("pattern")?.Value ?? new YamlScalar("", isPlain: false, group.At)), group.Find("with") is { Value: YamlScalar with } ? with.Text : "");
    }

    /// <summary>A table from folded values to what they become: one text, several, or none.</summary>
    public Dictionary<string, ImmutableArray<string>>? Table(YamlNode? node)
    {
        if (node is not YamlMapping group)
        {
            problems.Error("wrong-shape", node?.At ?? at, "A table is expected here: { from: to, … }.");
            return null;
        }

        var table = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (key, value) in group.Entries)
        {
            if (!table.TryAdd(NameFolding.Fold(key.Text), Texts(value)))
                problems.Error("duplicate-key", key.At, "This value stands in the table already: case and accents do not count. Keep one.");
        }

        return table;
    }

    /// <summary>One text or a list of texts.</summary>
    public ImmutableArray<string> Texts(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return scalar.IsNull || scalar.Text.Length == 0 ? [] : [scalar.Text];
            case YamlSequence list when list.Items.All(item => item is YamlScalar):
                return [.. list.Items.Cast<YamlScalar>().Select(item => item.Text)];
            default:
                problems.Error("wrong-shape", node.At, $"Here stands {node.Description}; a text or a list of texts is expected.");
                return [];
        }
    }

    /// <summary>Reports every key that is not one of these, with the one that was meant.</summary>
    public void CheckKeys(YamlMapping group, params ReadOnlySpan<string> known)
    {
        foreach (var (key, _) in group.Entries)
        {
            if (known.Contains(key.Text)) continue;
            var near = Suggestions.Closest(key.Text, known.ToArray());
            problems.Error("unknown-key", key.At, $"Unknown key \"{key.Text}\". {(near is null ? $"The keys here are: {string.Join(", ", known.ToArray())}." : $"Did you mean \"{near}\"?")}");
        }
    }
}
