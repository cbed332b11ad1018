using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>The field of a record that a value goes to: <c>title</c>, <c>period.start</c>, <c>places.city</c>, <c>partners[2].name</c>.</summary>
/// <param name="Path">As it stands in the mapping.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Item">Which item of the list, from 0.</param>
/// <param name="Part">The key inside the group; <see langword="null"/> for the value of the key itself.</param>
/// <param name="Field">What the record's definition says of the value.</param>
/// <param name="IsInList">Whether the key holds a list of groups.</param>
internal sealed partial record FieldTarget(string Path, string Key, int Item, string? Part, FieldDescription Field, bool IsInList)
{
    /// <summary>The part of a place that takes latitude and longitude in one text.</summary>
    public const string Coordinates = "coordinates";

    // Who wrote them is the mapping's and the import's to say, or what they need is more than a text.
    private static readonly ImmutableArray<string> NotMapped = ["kind", "translations", "media", "formerly", "publish-at"];

    /// <summary>The fields that a mapping can fill in records of a kind.</summary>
    public static ImmutableArray<FieldDescription> Known(VocabularySet vocabularies, RecordKind kind) =>
        [.. Fields.Describe(vocabularies, fields => RecordFields.Define(fields, kind)).Where(field => !NotMapped.Contains(field.Key))];

    /// <summary>The target of a path; else what is wrong with it and the remedy.</summary>
    public static (FieldTarget? Target, string? Wrong) Of(string path, ImmutableArray<FieldDescription> known)
    {
        if (PathPattern().Match(path) is not { Success: true } match) return (null, $"\"{path}\" is no field. Write a key of the record, or key and part, such as places.city or partners[2].name.");
        var (key, part) = (match.Groups["key"].Value, match.Groups["part"] is { Success: true } group ? group.Value : null);
        var item = match.Groups["item"] is { Success: true } number ? int.Parse(number.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) - 1 : 0;
        if (known.FirstOrDefault(field => field.Key == key) is not { } field)
        {
            var near = Suggestions.Closest(key, known.Select(f => f.Key));
            return (null, $"Records have no field \"{key}\" that can be filled. {(near is null ? $"There are {string.Join(", ", known.Select(f => f.Key))}." : $"Did you mean \"{near}\"?")}");
        }

        var isList = field is { Shape: FieldShape.List, Item.Fields.IsEmpty: false };
        if (match.Groups["item"].Success && !isList) return (null, $"\"{key}\" is not a list of groups. Leave out the number.");
        if (item is < 0 or > 19) return (null, "The numbers go from 1 to 20.");
        var parts = field.Shape == FieldShape.Group ? field.Fields : isList ? field.Item!.Fields : [];
        if (part is null)
        {
            return parts.IsEmpty || key is "sdgs" or "places"
                ? (new(path, key, item, null, field, IsInList: isList), null)
                : (null, $"\"{key}\" has parts. Name one: {string.Join(", ", parts.Select(p => $"{key}.{p.Key}"))}.");
        }

        if (key == "places" && part == Coordinates) return (new(path, key, item, part, new(Coordinates, FieldShape.Text, "Degrees north and east in one text."), true), null);
        if (parts.FirstOrDefault(p => p.Key == part) is { } found) return (new(path, key, item, part, found, isList), null);
        var nearPart = Suggestions.Closest(part, parts.Select(p => p.Key));
        return (null, parts.IsEmpty ? $"\"{key}\" has no parts. Write \"{key}\" alone."
            : $"\"{key}\" has no part \"{part}\". {(nearPart is null ? $"There are {string.Join(", ", parts.Select(p => p.Key))}." : $"Did you mean \"{nearPart}\"?")}");
    }

    /// <summary>
    /// The step that makes of a text what the field asks for, with its name, so that a mapping need not say that a country is a country; <see langword="null"/> for plain text.
    /// </summary>
    public (string Name, Transform Step)? Reader()
    {
        var field = Field.Shape is FieldShape.List && Field.Item is { Fields.IsEmpty: true } item ? item with { Key = Field.Key } : Field;
        if (this is { Key: "sdgs", Part: null }) return Named("sdg");
        if (this is { Key: "sdgs", Part: "target" }) return Named("target");
        if (this is { Key: "recognition", Part: "outcome" }) return Named("outcome");
        if (Part == Coordinates) return Named("coordinates");
        if (this is { Key: "places", Part: null }) return null;
        return field switch
        {
            { Vocabulary: "countries" } => Named("country"),
            { Vocabulary: { } vocabulary } => (vocabulary switch { "themes" => "theme", "beneficiaries" => "beneficiary", "languages" => "language", _ => "concept" }, TransformKinds.Concept(vocabulary)),
            { Format: "uri" } => Named("url"),
            { Format: "date" } or { Shape: FieldShape.YearOrDate } => Named("date"),
            { Shape: FieldShape.TextOrList } => null,
            { Shape: FieldShape.Integer, Minimum: 1000 } => Named("year"),
            { Shape: FieldShape.Integer or FieldShape.Number } => Named("number"),
            { Shape: FieldShape.Flag } => Named("boolean"),
            { Values.IsEmpty: false } => ("", OneOf(field.Values)),
            _ => null,
        };

        static (string, Transform) Named(string name) => (name, TransformKinds.Of(name));
    }

    private static Transform OneOf(ImmutableArray<string> values) => (pieces, context) =>
    {
        var read = ImmutableArray.CreateBuilder<Piece>();
        foreach (var piece in pieces)
        {
            var text = NameFolding.Fold(TransformKinds.PlainText(piece));
            if (values.FirstOrDefault(value => NameFolding.Fold(value) == text) is { } found) read.Add(new(found, piece.Field));
            else context.Refuse("wrong-value", piece, $"This is not one of {string.Join(", ", values)}. Write one of them, or give the mapping a \"map\".");
        }

        return read.DrainToImmutable();
    };

    [GeneratedRegex(@"^(?<key>[a-z][a-z-]*)(?:\[(?<item>\d{1,2})\])?(?:\.(?<part>[a-z][a-z-]*))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PathPattern();
}
