using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>
/// The record's definition as a JSON Schema (draft 7, which YAML editors know). It is a little stricter than the reader, which also takes labels and other names for ids,
/// and <c>null</c> for what is not known.
/// </summary>
public static class RecordSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text. Vocabularies of up to <see cref="Fields.MaxListedValues"/> concepts are listed in it.</summary>
    public static string Write(VocabularySet vocabularies)
    {
        var kinds = Enum.GetValues<RecordKind>().Select(kind => (Kind: kind, Fields: Fields.Describe(vocabularies, fields => RecordFields.Define(fields, kind)))).ToList();
        var own = kinds.Select(kind => kind.Fields.Where(field => !kinds.TrueForAll(other => other.Fields.Any(f => f.Key == field.Key))).ToList()).ToList();
        var always = kinds[0].Fields.Where(field => field.Required && kinds.TrueForAll(kind => kind.Fields.First(f => f.Key == field.Key).Required));
        var rules = new JsonArray();
        foreach (var ((kind, fields), keys) in kinds.Zip(own)) rules.Add(RuleOf(kind, fields, [.. kinds.SelectMany(other => own[(int)other.Kind]).Select(f => f.Key).Except(keys.Select(f => f.Key))]));

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "A record of Practices",
            ["description"] = "The front matter of a practice, a learning offer, a network or an award. Made by \"practices schema\".",
            ["type"] = "object",
            ["properties"] = Properties(kinds[0].Fields.Concat(own.Skip(1).SelectMany(fields => fields)).DistinctBy(field => field.Key)),
            ["required"] = Strings(always.Select(field => field.Key)),
            ["additionalProperties"] = false,
            ["allOf"] = rules,
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    // What a record of one kind must have, and what it must not.
    private static JsonObject RuleOf(RecordKind kind, ImmutableArray<FieldDescription> fields, ImmutableArray<string> foreign)
    {
        var name = RecordFields.Kinds[(int)kind];
        var condition = new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = name } } };
        if (kind != RecordKind.Practice) condition["required"] = Strings(["kind"]);
        var then = new JsonObject { ["required"] = Strings(fields.Where(field => field.Required).Select(field => field.Key)) };
        var forbidden = new JsonObject();
        foreach (var key in foreign) forbidden[key] = false;
        then["properties"] = forbidden;
        return new() { ["if"] = condition, ["then"] = then };
    }

    private static JsonObject Properties(IEnumerable<FieldDescription> fields)
    {
        var properties = new JsonObject();
        foreach (var field in fields) properties[field.Key] = Of(field);
        return properties;
    }

    private static JsonObject Of(FieldDescription field)
    {
        var schema = new JsonObject();
        if (field.Help.Length > 0) schema["description"] = field.Help;
        switch (field.Shape)
        {
            case FieldShape.Text:
                // Text without quotes that looks like a number is text all the same.
                schema["type"] = field.Values.IsEmpty && field.Format is null && field.Pattern is null ? Strings(["string", "number"]) : "string";
                break;
            case FieldShape.Integer:
                schema["type"] = "integer";
                break;
            case FieldShape.Number:
                schema["type"] = "number";
                break;
            case FieldShape.YearOrDate:
                schema["type"] = Strings(["integer", "string"]);
                schema["pattern"] = @"^\d{4}(-\d{2}(-\d{2})?)?$";
                break;
            case FieldShape.Flag:
                schema["type"] = "boolean";
                break;
            case FieldShape.List:
                schema["type"] = "array";
                schema["items"] = Of(field.Item!);
                if (field.Required) schema["minItems"] = 1;
                break;
            case FieldShape.TextOrList:
                schema["type"] = Strings(["string", "array"]);
                schema["items"] = Of(field.Item!);
                break;
            case FieldShape.ByLanguage:
                schema["type"] = "object";
                schema["additionalProperties"] = new JsonObject { ["type"] = "string" };
                break;
            case FieldShape.Group:
                schema["type"] = "object";
                schema["properties"] = Properties(field.Fields);
                if (field.Fields.Any(part => part.Required)) schema["required"] = Strings(field.Fields.Where(part => part.Required).Select(part => part.Key));
                schema["additionalProperties"] = false;
                break;
        }

        if (!field.Values.IsEmpty) schema["enum"] = Strings(field.Values);
        if (field.Format is not null) schema["format"] = field.Format;
        if (field.Pattern is not null) schema["pattern"] = field.Pattern;
        if (field.Minimum is not null) schema["minimum"] = field.Minimum;
        if (field.Maximum is not null) schema["maximum"] = field.Maximum;
        if (field.MaxLength is not null) schema["maxLength"] = field.MaxLength;
        return schema;
    }

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];
}
