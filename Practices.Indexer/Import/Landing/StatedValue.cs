using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Practices.Indexer.Ingest;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Landing;

/// <summary>A value in the one form in which a source's and a file's can be compared: as records are read, whatever the quotes, folds and spaces.</summary>
internal static class StatedValue
{
    // Enough that no two values of one key are taken for each other.
    private const int HashLength = 16;

    /// <summary>The value of a source; <see langword="null"/> for none.</summary>
    public static string? Of(JsonNode? value)
    {
        if (value is null) return null;
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>The value of a file; <see langword="null"/> for none.</summary>
    public static string? Of(YamlNode? value)
    {
        if (value is null or YamlScalar { IsNull: true }) return null;
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>The value of a file as JSON.</summary>
    public static JsonNode? ToJson(YamlNode value) => value switch
    {
        YamlScalar { IsNull: true } => null,
        YamlScalar { Text: "true" } => true,
        YamlScalar { Text: "false" } => false,
        YamlScalar { IsPlain: true } scalar when Number(scalar.Text) is { } number => number,
        YamlScalar scalar => scalar.Text,
        YamlSequence list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlMapping group => new JsonObject(group.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        _ => null,
    };

    /// <summary>A story, whatever its line ends and the empty lines around it; <see langword="null"/> for none.</summary>
    public static string? OfStory(string story)
    {
        var text = string.Join('\n', story.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
        return text.Length == 0 ? null : text;
    }

    /// <summary>What the ledger keeps of a value; <see langword="null"/> for none.</summary>
    public static string? Hash(string? value) =>
        value is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..HashLength];

    /// <summary>A value shortened for a message.</summary>
    public static string Shown(string? value)
    {
        var line = ScalarText.OneLine(value ?? "");
        if (line is ['"', .. var inner, '"'] && !inner.Contains('"', StringComparison.Ordinal)) line = inner;
        return line.Length <= ImportProblem.MaxShownValue ? line : line[..(ImportProblem.MaxShownValue - 1)].TrimEnd('\uD800', ' ') + "…";
    }

    /// <summary>Where a text holds a character that cannot be shown, by key; <see langword="null"/> when none does.</summary>
    public static string? UnshownIn(JsonNode? value, string path) => value switch
    {
        JsonArray list => list.Select((item, at) => UnshownIn(item, $"{path}[{at + 1}]")).FirstOrDefault(found => found is not null),
        JsonObject group => group.Select(pair => UnshownIn(pair.Value, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")).FirstOrDefault(found => found is not null),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => IsShown(text.GetValue<string>()) ? null : path,
        _ => null,
    };

    /// <summary>Whether every character of a text can stand in a record.</summary>
    public static bool IsShown(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else if (ControlCharacters.IsOne(text[i]) || char.IsSurrogate(text[i])) return false;
        }

        return true;
    }

    // Only what is written back with the very same signs.
    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text ? number : null;

    private static void Write(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonArray list:
                WriteList(text, list, Write);
                break;
            case JsonObject group:
                WriteGroup(text, group, pair => pair.Key, pair => pair.Value is null, pair => Write(text, pair.Value));
                break;
            default:
                WriteText(text, value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
                break;
        }
    }

    private static void Write(StringBuilder text, YamlNode value)
    {
        switch (value)
        {
            case YamlScalar { IsNull: true }:
                text.Append("null");
                break;
            case YamlSequence list:
                WriteList(text, list.Items, Write);
                break;
            case YamlMapping group:
                WriteGroup(text, group.Entries, entry => entry.Key.Text, entry => entry.Value is YamlScalar { IsNull: true }, entry => Write(text, entry.Value));
                break;
            default:
                WriteText(text, ((YamlScalar)value).Text);
                break;
        }
    }

    private static void WriteList<T>(StringBuilder text, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        var between = "[";
        foreach (var item in items)
        {
            text.Append(between);
            write(text, item);
            between = ", ";
        }

        text.Append(between == "[" ? "[]" : "]");
    }

    // The order of a group's keys means nothing, and neither does a key without a value.
    private static void WriteGroup<T>(StringBuilder text, IEnumerable<T> pairs, Func<T, string> key, Func<T, bool> isNull, Action<T> write)
    {
        var between = "{ ";
        foreach (var pair in pairs.Where(pair => !isNull(pair)).OrderBy(key, StringComparer.Ordinal))
        {
            text.Append(between).Append(key(pair)).Append(": ");
            write(pair);
            between = ", ";
        }

        text.Append(between == "{ " ? "{}" : " }");
    }

    private static void WriteText(StringBuilder text, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"\"{ScalarText.OneLine(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
}
