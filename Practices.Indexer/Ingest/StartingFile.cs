using System.Collections.Immutable;
using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>The file that a new record starts from, made of the record's definition: what is required stands empty, what is optional waits behind <c>#</c>.</summary>
public static class StartingFile
{
    // More would push the keys apart; the vocabulary's own file says what each means.
    private const int MaxWordsShown = 20;

    private static readonly ImmutableArray<ImmutableArray<string>> Headings =
    [
        ["The situation before", "What they did", "What changed", "What did not work", "What it depends on", "Taking it elsewhere"],
        ["What happens", "Who it is for", "How to take part", "What to know before"],
        ["What it is", "What it offers", "Who can join"],
        ["What it is for", "How it is judged", "What the words mean"],
    ];

    /// <summary>Writes the file's text.</summary>
    /// <param name="title">What the record is called.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="today">The day it comes into the collection.</param>
    /// <param name="vocabularies">The words that keys may have.</param>
    public static string Write(string title, RecordKind kind, DateOnly today, VocabularySet vocabularies)
    {
        var text = new StringBuilder("---\n# yaml-language-server: $schema=../practice.schema.json\n");
        foreach (var field in Fields.Describe(vocabularies, fields => RecordFields.Define(fields, kind)))
        {
            var value = field.Key switch
            {
                "kind" => RecordFields.Kinds[(int)kind],
                "title" => Quoted(title),
                "language" => "en",
                "added" => today.ToString("yyyy-MM-dd"),
                "status" => "draft",
                _ => null,
            };
            WriteField(text, field, value, field.Required || value is not null ? "" : "# ", indent: "");
        }

        text.Append("---\n");
        foreach (var heading in Headings[(int)kind]) text.Append("## ").Append(heading).Append("\n\n");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteField(StringBuilder text, FieldDescription field, string? value, string off, string indent)
    {
        var words = Words(field.Shape == FieldShape.List ? field.Item! : field);
        if (indent.Length == 0) text.Append("# ").Append(field.Help).Append(words).Append('\n');
        text.Append(off).Append(indent).Append(field.Key).Append(':');
        if (value is not null) text.Append(' ').Append(value);
        if (indent.Length > 0) text.Append("  # ").Append(field.Help).Append(words);
        text.Append('\n');

        // The keys of a group stay behind # even where the group is required: an example is no value.
        var parts = field.Shape == FieldShape.Group ? field.Fields : field.Item?.Fields ?? [];
        var below = indent.TrimEnd('-', ' ').Length == 0 ? new string(' ', indent.Length) : indent;
        for (var i = 0; i < parts.Length; i++)
        {
            var lead = field.Shape != FieldShape.List ? "  " : i == 0 ? "  - " : "    ";
            WriteField(text, parts[i], value: null, "# ", below + lead);
        }
    }

    private static string Words(FieldDescription field) =>
        field.Values.Length is > 0 and <= MaxWordsShown ? $" One of: {string.Join(", ", field.Values)}."
        : field.Vocabulary is not null ? $" The ids are in vocabularies/{field.Vocabulary}.yaml."
        : "";

    private static string Quoted(string text) => $"\"{ScalarText.OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
