using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Practices.Indexer.Yaml;

/// <summary>
/// Writes keys and values as an editor would: a short list or group on one line, a long text folded over several, quotes only where YAML would read something else.
/// Text stands on one line, as records are read. Equal values give equal bytes.
/// </summary>
public static partial class YamlWriter
{
    /// <summary>The longest line that a list, a group or a text is kept on, in UTF-16 units.</summary>
    public const int LineWidth = 150;

    private static readonly HashSet<string> ReadAsSomethingElse = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "-.inf", "+.inf", "<<", "=",
    };

    // Inside brackets these part values, or may.
    private static readonly SearchValues<char> FlowMarks = SearchValues.Create(",[]{}\":");

    /// <summary>The lines of a key and its value, from the first column on, each with a line feed at its end.</summary>
    /// <param name="key">A plain word.</param>
    /// <param name="value">Text, a number, a flag, nothing, or an array or object of such.</param>
    public static string Entry(string key, JsonNode? value)
    {
        var text = new StringBuilder();
        WriteEntry(text, key, value, indent: 0);
        return text.ToString();
    }

    private static void WriteEntry(StringBuilder text, string key, JsonNode? value, int indent)
    {
        text.Append(key).Append(':');
        WriteValue(text, value, indent, key.Length + 2);
    }

    // Writes what stands behind a colon or a hyphen, to the end of its last line.
    private static void WriteValue(StringBuilder text, JsonNode? value, int indent, int column)
    {
        if (Inline(value, isInFlow: false) is { } line && (indent + column + line.Length <= LineWidth || !CanBreak(value)))
        {
            text.Append(' ').Append(line).Append('\n');
            return;
        }

        var below = new string(' ', indent + 2);
        switch (value)
        {
            case JsonArray list:
                text.Append('\n');
                foreach (var item in list)
                {
                    text.Append(below).Append('-');
                    if (item is JsonObject { Count: > 0 } group && (Inline(item, isInFlow: false) is not { } short_ || indent + 4 + short_.Length > LineWidth))
                        WriteGroup(text, group, indent + 4, " ");
                    else
                        WriteValue(text, item, indent + 2, 2);
                }

                break;
            case JsonObject group:
                text.Append('\n');
                WriteGroup(text, group, indent + 2, below);
                break;
            default:
                text.Append(" >-\n");
                WriteFolded(text, TextOf(value!), below);
                break;
        }
    }

    private static void WriteGroup(StringBuilder text, JsonObject group, int indent, string lead)
    {
        foreach (var (key, value) in group)
        {
            text.Append(lead);
            WriteEntry(text, key, value, indent);
            lead = new string(' ', indent);
        }
    }

    private static void WriteFolded(StringBuilder text, string value, string lead)
    {
        var width = LineWidth - lead.Length;
        var line = 0;
        while (line < value.Length)
        {
            var end = value.Length;
            if (end - line > width)
            {
                end = value.LastIndexOf(' ', line + width, width);
                if (end < 0) end = value.IndexOf(' ', line + width);
                if (end < 0) end = value.Length;
            }

            text.Append(lead).Append(value.AsSpan(line, end - line)).Append('\n');
            line = end + 1;
        }
    }

    // Whether a value that is too long for its line can stand on several.
    private static bool CanBreak(JsonNode? value) => value switch
    {
        JsonArray { Count: > 0 } or JsonObject { Count: > 0 } => true,
        JsonValue text when text.GetValueKind() == JsonValueKind.String => TextOf(text) is var words && words.Contains(' ') && !words.Any(IsEscaped),
        _ => false,
    };

    // The value on one line; null when it holds a text that is too long for that.
    private static string? Inline(JsonNode? value, bool isInFlow)
    {
        switch (value)
        {
            case null:
                return "null";
            case JsonArray list:
                var items = new List<string>(list.Count);
                foreach (var item in list)
                {
                    if (Inline(item, isInFlow: true) is not { } inline || inline.Length > LineWidth) return null;
                    items.Add(inline);
                }

                return $"[{string.Join(", ", items)}]";
            case JsonObject { Count: 0 }:
                return "{}";
            case JsonObject group:
                var pairs = new List<string>(group.Count);
                foreach (var (key, part) in group)
                {
                    if (Inline(part, isInFlow: true) is not { } inline || inline.Length > LineWidth) return null;
                    pairs.Add($"{key}: {inline}");
                }

                return $"{{ {string.Join(", ", pairs)} }}";
            default:
                return value.GetValueKind() == JsonValueKind.String ? Scalar(TextOf(value), isInFlow) : value.ToJsonString();
        }
    }

    private static string TextOf(JsonNode value) => OneLine(value.GetValue<string>());

    // As records are read: line breaks, tabs and runs of spaces are one space.
    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\n', '\r', '\x85'], StringSplitOptions.RemoveEmptyEntries));

    private static string Scalar(string text, bool isInFlow) => NeedsQuotes(text, isInFlow) ? Quoted(text) : text;

    private static bool NeedsQuotes(string text, bool isInFlow) =>
        text.Length == 0
        || "-?:,[]{}#&*!|>'\"%@`.".Contains(text[0])
        || text[^1] == ':'
        || text.Contains(": ", StringComparison.Ordinal)
        || text.Contains(" #", StringComparison.Ordinal)
        || ReadAsSomethingElse.Contains(text)
        || double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _)
        || OtherNumber().IsMatch(text)
        || (isInFlow && text.AsSpan().ContainsAny(FlowMarks))
        || text.Any(IsEscaped)
        || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);

    // What a parser takes for a line break or a mark of the encoding, or an eye for a space of the indentation.
    private static bool IsEscaped(char character) => character is '\u2028' or '\u2029' or '\uFEFF' || char.IsControl(character);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            if (IsEscaped(character)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    // Hexadecimal, octal, and the base 60 that older readers of YAML know.
    [GeneratedRegex(@"^[-+]?(0[xob][0-9a-f_]+|[0-9][0-9_]*|[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherNumber();
}
