using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Practices.Indexer.Import.Sources;

/// <summary>
/// Reads JSON. What an object holds becomes paths, <c>a.b</c>; scalars in an array become several fields of one heading; objects in an array share the heading <c>a[].b</c>,
/// and their places, <c>$.a[0].b</c>, tell them apart.
/// </summary>
internal static class JsonReader
{
    private const string WholeFile = "$";

    /// <summary>The rows and problems of a file; a row's number is that of the item, or of the line in JSON lines.</summary>
    public static IEnumerable<SourceItem> Read(SourceFile file, SourceOptions options)
    {
        var (encoding, problem) = TextDecoding.Find(file, options.Encoding);
        if (problem is not null) yield return problem;
        var counter = new SourceCounter();
        var areLines = file.Extension is ".jsonl" or ".ndjson";
        const string remedy = "Divide it, or write one object on each line of a file named .jsonl.";
        using var text = new StreamReader(areLines ? file.Open() : new MemoryStream(file.ReadAll(SourceLimits.MaxJsonBytes, remedy)), encoding);
        foreach (var item in areLines ? Lines(file, text, counter) : Whole(file, text, options, counter)) yield return item;
    }

    private static IEnumerable<SourceItem> Whole(SourceFile file, StreamReader text, SourceOptions options, SourceCounter counter)
    {
        using var document = Parse(text.ReadToEnd(), 0);
        var items = Items(document.RootElement, options.JsonItems);
        var number = 0;
        foreach (var item in items)
        {
            number++;
            foreach (var found in Row(file, item, number, counter)) yield return found;
        }

        if (number == 0) yield return file.Warning("no-rows", "The array of submissions is empty. Look whether this is the right file.");
    }

    private static IEnumerable<SourceItem> Lines(SourceFile file, StreamReader text, SourceCounter counter)
    {
        var line = new StringBuilder();
        var isEmpty = true;
        for (var number = 1; ReadLine(text, line); number++)
        {
            if (number > SourceLimits.MaxRows) throw new SourceException("too-many-rows", $"The file has more than {SourceLimits.MaxRows:N0} lines. Divide it into several files.", number);
            JsonDocument? document = null;
            ImportProblem? problem = null;
            try
            {
                if (line.Length > SourceLimits.MaxRowBytes) throw new SourceException("row-length", $"The line has more than {SourceLimits.MaxRowBytes >> 20} million letters. Shorten it.");
                if (!string.IsNullOrWhiteSpace(line.ToString())) document = Parse(line.ToString(), number);
            }
            catch (SourceException e)
            {
                problem = file.Error(e.Rule, e.Message, number);
            }

            using (document)
            {
                isEmpty &= problem is null && document is null;
                if (problem is not null) yield return problem;
                if (document is null) continue;
                foreach (var item in Row(file, document.RootElement, number, counter)) yield return item;
            }
        }

        if (isEmpty) yield return file.Warning("no-rows", "The file is empty. Look whether this is the right file.");
    }

    // One letter more than is allowed is kept, so that the length tells.
    private static bool ReadLine(StreamReader text, StringBuilder line)
    {
        line.Clear();
        var c = text.Read();
        if (c < 0) return false;
        for (; c >= 0 && c != '\n'; c = text.Read())
        {
            if (line.Length <= SourceLimits.MaxRowBytes) line.Append((char)c);
        }

        return true;
    }

    private static JsonDocument Parse(string text, int row)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = SourceLimits.MaxJsonDepth });
        }
        catch (JsonException e)
        {
            var where = row == 0 ? $"in line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, " : "";
            throw new SourceException("json-syntax", $"The text is not JSON {where}or nested more than {SourceLimits.MaxJsonDepth} deep. ({e.Message}) Save it again from the program that made it; a file of one object on each line is named .jsonl.", row);
        }
    }

    private static List<JsonElement> Items(JsonElement root, string? path)
    {
        if (path == WholeFile) return [root];
        if (path is not null)
        {
            var at = root;
            foreach (var name in path.Split('.').SkipWhile(part => part == WholeFile))
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at)) throw new SourceException("items-missing", $"The mapping says that the submissions are at \"{path}\", but there is no \"{name}\". Correct the path.");
            }

            return at.ValueKind == JsonValueKind.Array ? [.. at.EnumerateArray()] : throw new SourceException("items-missing", $"The mapping says that the submissions are at \"{path}\", but there is no array. Correct the path.");
        }

        if (root.ValueKind == JsonValueKind.Array) return [.. root.EnumerateArray()];
        if (root.ValueKind == JsonValueKind.Object && root.EnumerateObject().ToList() is [{ Value.ValueKind: JsonValueKind.Array } only]) return [.. only.Value.EnumerateArray()];
        throw new SourceException("items-missing", "The file is not an array of submissions. Give the path of the array in the mapping, or \"$\" when the whole file is one submission.");
    }

    private static IEnumerable<SourceItem> Row(SourceFile file, JsonElement item, int number, SourceCounter counter)
    {
        var builder = new RowBuilder(file, null, number, counter);
        if (item.ValueKind != JsonValueKind.Object)
        {
            builder.Error("json-shape", "The submission is not an object with names and values. Look whether the path in the mapping leads to the submissions.", value: item.ToString());
            return builder.Build();
        }

        try
        {
            Add(builder, item, "", "$");
        }
        catch (InvalidOperationException)
        {
            builder.Error("json-text", "A text holds half of a character (\\uD800 to \\uDFFF). Save the file again from the program that made it.");
        }

        return builder.Build();
    }

    // As deep as the parser lets the input be, and no deeper.
    private static void Add(RowBuilder row, JsonElement value, string heading, string place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Add(row, property.Value, heading.Length == 0 ? property.Name : $"{heading}.{property.Name}", $"{place}.{property.Name}");
                break;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var element in value.EnumerateArray()) Add(row, element, element.ValueKind == JsonValueKind.Object ? heading + "[]" : heading, string.Create(CultureInfo.InvariantCulture, $"{place}[{at++}]"));
                break;
            case JsonValueKind.String:
                row.Add(FieldText.OneLine(heading), value.GetString() ?? "", place);
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                row.Add(FieldText.OneLine(heading), value.GetRawText(), place);
                break;
        }
    }
}
