using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Puts one submission's values into the shape of a record, and remembers of each from which field of the row it came.</summary>
internal sealed class RecordBuilder(ImmutableArray<FieldDescription> known, TransformContext context)
{
    private readonly Dictionary<JsonNode, int> _origins = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, JsonNode> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(FieldTarget Target, ImmutableArray<Piece> Pieces)>> _lists = new(StringComparer.Ordinal);

    /// <summary>Puts values where they belong.</summary>
    public void Set(FieldTarget target, ImmutableArray<Piece> pieces)
    {
        if (pieces.IsEmpty) return;
        if (target.IsInList)
        {
            if (!_lists.TryGetValue(target.Key, out var parts)) _lists.Add(target.Key, parts = []);
            parts.Add((target, pieces));
        }
        else if (Value(target.Field, pieces) is { } value)
        {
            if (target.Part is null) _values[target.Key] = value;
            else if (_values.TryGetValue(target.Key, out var group)) ((JsonObject)group)[target.Part] = value;
            else _values.Add(target.Key, new JsonObject { [target.Part] = value });
        }
    }

    /// <summary>Puts a value that the import itself gives, unless the mapping gave one.</summary>
    public void Default(string key, JsonNode value) => _values.TryAdd(key, value);

    /// <summary>The text of a key, or of a part of the first item of its list; <see langword="null"/> when there is none.</summary>
    public string? Text(string key, string? part = null) =>
        part is null ? _values.GetValueOrDefault(key)?.ToString()
        : _lists.GetValueOrDefault(key)?.Where(p => p.Target is { Item: 0 } && p.Target.Part == part).Select(p => p.Pieces[0].Text).FirstOrDefault();

    /// <summary>The record's keys and values in the order of its definition.</summary>
    /// <param name="claimedBy">Who claims the goals, where the mapping does not say it of each.</param>
    /// <param name="own">Items that the import gives, to stand first in their lists; what the mapping gives for the first item is added to them.</param>
    public JsonObject Finish(string claimedBy, IReadOnlyDictionary<string, JsonObject> own)
    {
        foreach (var (key, item) in own)
            if (!_lists.ContainsKey(key)) _values[key] = new JsonArray(item);
        foreach (var (key, parts) in _lists)
        {
            var items = key == "sdgs" && parts.Exists(part => part.Target.Part is null) ? Goals(parts, claimedBy) : Items(key, parts);
            if (own.TryGetValue(key, out var first)) AddTo(items, first);
            for (var i = 0; i < items.Count; i++)
            {
                if (key == "places") Complete(items[i]);
                if (key == "sdgs") items[i].TryAdd("by", claimedBy);
                if (key != "sources") continue;
                items[i].TryAdd("id", i + 1);
                if (own.TryGetValue(key, out var source) && !items[i].ContainsKey("title")) items[i]["title"] = source["title"]!.DeepClone();
            }

            var fields = known.First(field => field.Key == key).Item!.Fields;
            _values[key] = new JsonArray([.. items.Where(item => item.Count > 0).Select(item => Ordered(item, fields))]);
        }

        var record = new JsonObject();
        if (_values.TryGetValue("kind", out var kind)) record["kind"] = kind;
        foreach (var field in known)
        {
            if (!_values.TryGetValue(field.Key, out var value)) continue;
            record[field.Key] = field.Shape == FieldShape.Group && value is JsonObject group ? Ordered(group, field.Fields) : value;
        }

        return record;
    }

    /// <summary>The record as the reader of front matter takes it; the line of each value is the index of its field in the row, plus two.</summary>
    public YamlNode ToYaml(JsonNode? node)
    {
        var at = new Position(node is not null && _origins.TryGetValue(node, out var origin) ? origin + 2 : 1, 1);
        return node switch
        {
            JsonObject group => new YamlMapping([.. group.Select(pair => new YamlEntry(new(pair.Key, isPlain: true, at), ToYaml(pair.Value)))], OfFirst(group.Select(pair => pair.Value))),
            JsonArray list => new YamlSequence([.. list.Select(ToYaml)], OfFirst(list)),
            null => new YamlScalar("null", isPlain: true, at),
            _ => new YamlScalar(node.GetValueKind() switch { System.Text.Json.JsonValueKind.True => "true", System.Text.Json.JsonValueKind.False => "false", _ => node.ToString() }, isPlain: false, at),
        };

        // What is missing in a group is missed where its first value stands.
        Position OfFirst(IEnumerable<JsonNode?> values) => new(values.Select(LineOf).FirstOrDefault(line => line > 1, 1), 1);

        int LineOf(JsonNode? value) => value switch
        {
            null => 1,
            JsonObject group => group.Select(pair => LineOf(pair.Value)).FirstOrDefault(line => line > 1, 1),
            JsonArray list => list.Select(LineOf).FirstOrDefault(line => line > 1, 1),
            _ => _origins.TryGetValue(value, out var origin) ? origin + 2 : 1,
        };
    }

    private JsonNode? Value(FieldDescription field, ImmutableArray<Piece> pieces)
    {
        if (field.Shape == FieldShape.List)
            return new JsonArray([.. pieces.Select(piece => TransformKinds.PlainText(piece) is { Length: > 0 } text ? Noted(JsonValue.Create(text), piece) : null).Where(node => node is not null).DistinctBy(node => node!.ToString())]);
        if (field.Shape == FieldShape.TextOrList)
        {
            var days = pieces.Select(piece => DateText.Read(TransformKinds.PlainText(piece), context.Dates).Value).ToList();
            return days.TrueForAll(day => day is not null)
                ? new JsonArray([.. days.Zip(pieces, (day, piece) => Noted(JsonValue.Create(day!), piece))])
                : Noted(JsonValue.Create(string.Join("; ", pieces.Select(TransformKinds.PlainText))), pieces[0]);
        }

        if (pieces.Length > 1) context.Warn("several-values", pieces[1], $"\"{field.Key}\" takes one value; the first is taken. Say in the mapping \"first\", \"last\" or \"join\".");
        return Scalar(field, pieces[0]);
    }

    private JsonNode? Scalar(FieldDescription field, Piece piece)
    {
        var text = TransformKinds.PlainText(piece);
        if (text.Length == 0) return null;
        JsonNode value = field.Shape switch
        {
            FieldShape.Integer or FieldShape.Number when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            FieldShape.Flag when text is "true" or "false" => JsonValue.Create(text == "true"),
            _ => JsonValue.Create(text),
        };
        return Noted(value, piece);
    }

    private JsonNode Noted(JsonNode value, Piece piece)
    {
        _origins[value] = piece.Field;
        return value;
    }

    private List<JsonObject> Goals(List<(FieldTarget Target, ImmutableArray<Piece> Pieces)> parts, string claimedBy)
    {
        var goals = new List<JsonObject>();
        foreach (var piece in parts.Where(part => part.Target.Part is null).SelectMany(part => part.Pieces).DistinctBy(piece => piece.Text))
        {
            var goal = new JsonObject { ["goal"] = Noted(JsonValue.Create(int.Parse(piece.Text.Split('.')[0], CultureInfo.InvariantCulture)), piece) };
            if (piece.Text.Contains('.')) goal["target"] = Noted(JsonValue.Create(piece.Text), piece);
            goal["by"] = claimedBy;
            goals.Add(goal);
        }

        return goals;
    }

    // Values of one rule go to one item each; a rule with one value gives it to every item that the others make.
    private List<JsonObject> Items(string key, List<(FieldTarget Target, ImmutableArray<Piece> Pieces)> parts)
    {
        var items = new List<JsonObject>();
        var count = parts.Where(part => part.Target.Item == 0).Select(part => part.Pieces.Length).DefaultIfEmpty(0).Max();
        foreach (var (target, pieces) in parts)
        {
            if (target.Item == 0 && pieces.Length > 1 && pieces.Length < count)
            {
                context.Severity = key == "places" ? Severity.Error : Severity.Warning;
                context.Refuse("uneven-lists", pieces[^1], $"There are {pieces.Length} values for \"{target.Path}\" and {count} for other parts of \"{key}\". Write as many of each, in the same order.");
                continue;
            }

            var wanted = target.Item == 0 ? count : target.Item + pieces.Length;
            while (items.Count < wanted) items.Add([]);
            for (var i = 0; i < (target.Item == 0 ? count : pieces.Length); i++)
            {
                var piece = pieces[Math.Min(i, pieces.Length - 1)];
                Fill(items[target.Item + i], target, piece);
            }
        }

        return items;
    }

    private void Fill(JsonObject item, FieldTarget target, Piece piece)
    {
        if (target.Part == FieldTarget.Coordinates)
        {
            var degrees = piece.Text.Split(',');
            item["lat"] = Noted(JsonValue.Create(decimal.Parse(degrees[0], CultureInfo.InvariantCulture)), piece);
            item["lon"] = Noted(JsonValue.Create(decimal.Parse(degrees[1], CultureInfo.InvariantCulture)), piece);
        }
        else if (target.Part is null)
        {
            FillPlace(item, piece);
        }
        else if (Scalar(target.Field, piece) is { } value)
        {
            item[target.Part] = value;
        }
    }

    // City, area between, and country at the end: "Durban, KwaZulu-Natal, South Africa".
    private void FillPlace(JsonObject place, Piece piece)
    {
        var names = TransformKinds.PlainText(piece).Split([',', '،', '，'], StringSplitOptions.TrimEntries);
        var (country, wrong) = context.Lookup.Country(names[^1]);
        if (country is null && names.Length > 1)
        {
            context.Refuse("wrong-country", piece, wrong!);
            return;
        }

        if (country is not null) place["country"] = Noted(JsonValue.Create(country), piece);
        var rest = country is null ? names : names[..^1];
        if (rest is [{ Length: > 0 } city, ..]) place["city"] = Noted(JsonValue.Create(city), piece);
        if (rest.Length > 1) place["area"] = Noted(JsonValue.Create(string.Join(", ", rest[1..])), piece);
    }

    // A known city gets its common English name, and its country where the file gives none.
    private void Complete(JsonObject place)
    {
        if (place["city"] is not JsonValue city) return;
        if (context.Lookup.City(city.ToString(), place["country"]?.ToString()) is not { Broader: { } country } known) return;
        var piece = new Piece(city.ToString(), _origins.GetValueOrDefault(city, -1));
        if (!place.ContainsKey("country"))
        {
            context.Warn("country-of-city", piece, $"The file names no country; {known.Label} is taken for the one in {context.Lookup.Vocabularies.Label("countries", country)}.");
            place["country"] = Noted(JsonValue.Create(country), piece);
        }

        place["city"] = Noted(JsonValue.Create(known.Label), piece);
    }

    private static void AddTo(List<JsonObject> items, JsonObject first)
    {
        if (items.Count == 0) items.Add([]);
        foreach (var (part, value) in first)
            if (!items[0].ContainsKey(part)) items[0][part] = value?.DeepClone();
    }

    private static JsonObject Ordered(JsonObject item, ImmutableArray<FieldDescription> fields)
    {
        var ordered = new JsonObject();
        var parts = item.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        item.Clear();
        foreach (var field in fields)
            if (parts.TryGetValue(field.Key, out var value)) ordered[field.Key] = value;
        return ordered;
    }
}
