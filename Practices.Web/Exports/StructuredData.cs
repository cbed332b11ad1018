using System.Globalization;
using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;
using Practices.Web.Presentation;

namespace Practices.Web.Exports;

/// <summary>
/// What a page is about, for machines: JSON-LD in the words of schema.org, which search engines read. What a record does not know is left out.
/// A practice is an <c>Article</c>, an offer of learning a <c>LearningResource</c>, a network an <c>Organization</c>; goals are named by the United Nations' own identifiers.
/// </summary>
public static class StructuredData
{
    private const string Goals = "http://metadata.un.org/sdg/";

    /// <summary>The JSON-LD of a record's page. Nothing in it ends a script element.</summary>
    /// <param name="record">The record.</param>
    /// <param name="vocabularies">Has the labels of its themes, places and awards.</param>
    /// <param name="address">Makes a whole address of a path.</param>
    public static string Of(Practice record, VocabularySet vocabularies, Func<string, string> address) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(record.Kind == RecordKind.Network ? Network(record, address) : Work(record, vocabularies, address), Breadcrumbs(record, address)),
    }.ToJsonString();

    private static JsonObject Work(Practice record, VocabularySet vocabularies, Func<string, string> address)
    {
        var reference = Reference.Of(record, vocabularies, address);
        var work = new JsonObject
        {
            ["@type"] = record.Kind == RecordKind.Learning ? "LearningResource" : "Article",
            ["@id"] = reference.Address,
            ["url"] = reference.Address,
            ["headline"] = record.Title,
            ["name"] = record.Title,
            ["description"] = record.Summary,
            ["inLanguage"] = record.Language,
            ["author"] = Organization(reference.Author),
            ["publisher"] = Organization(reference.Publisher),
        };
        Add(work, "alternateName", [.. record.Aliases.Select(alias => JsonValue.Create(alias))]);
        Add(work, "datePublished", Day(record.Appeared()));
        Add(work, "dateModified", Day(record.Changed()));
        Add(work, "license", LicenceOf(record));
        Add(work, "about", [.. record.Sdgs.Select(claim => Goals + (claim.Target ?? claim.Goal.ToString(CultureInfo.InvariantCulture))).Distinct().Select(id => new JsonObject { ["@id"] = id })]);
        Add(work, "keywords", [.. record.Themes.Select(theme => JsonValue.Create(vocabularies.Label("themes", theme)))]);
        Add(work, "contentLocation", [.. record.Places.Select(place => PlaceOf(place, vocabularies))]);
        Add(work, "temporalCoverage", Interval(record.Period));
        Add(work, "award", [.. record.Recognition.Select(recognition => JsonValue.Create(Words.Of(recognition, vocabularies)))]);
        Add(work, "image", [.. record.Media.Select(media => media.Picture).OfType<Picture>().Select(picture => JsonValue.Create(address(PictureAddress.Of(record.Id, picture))))]);
        Add(work, "citation", [.. record.Sources.Select(Source)]);
        return work;
    }

    private static JsonObject Network(Practice record, Func<string, string> address)
    {
        var network = Organization(record.Title);
        network["@id"] = address(Routes.Record(record.Kind, record.Id));
        network["description"] = record.Summary;
        Add(network, "url", record.Contact?.Url);
        Add(network, "alternateName", [.. record.Aliases.Select(alias => JsonValue.Create(alias))]);
        return network;
    }

    private static JsonObject Breadcrumbs(Practice record, Func<string, string> address)
    {
        var (folder, name) = (Routes.Folder(record.Kind), record.Kind switch
        {
            RecordKind.Learning => "Learning",
            RecordKind.Network => "Networks",
            RecordKind.Award => "Awards",
            _ => "Practices",
        });
        (string Name, string Path)[] steps = [(Reference.Collection, Routes.Home), (name, folder), (record.Title, Routes.Record(record.Kind, record.Id))];
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray(
            [
                .. steps.Select((step, i) => new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = step.Name, ["item"] = address(step.Path) }),
            ]),
        };
    }

    private static JsonObject PlaceOf(Place place, VocabularySet vocabularies)
    {
        var node = new JsonObject { ["@type"] = "Place", ["name"] = Words.PlaceName(place, vocabularies) };
        if (place.Country is { } country) node["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = country };
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
            node["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude };
        return node;
    }

    private static JsonObject Source(SourceRef source)
    {
        var work = new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Title };
        Add(work, "author", source.Author);
        if (source.Publisher is { } publisher) work["publisher"] = Organization(publisher);
        Add(work, "datePublished", source.Year?.ToString(CultureInfo.InvariantCulture));
        Add(work, "url", source.Url);
        return work;
    }

    private static JsonObject Organization(string name) => new() { ["@type"] = "Organization", ["name"] = name };

    // ISO 8601: what runs on has no end.
    private static string? Interval(Period period) => (period.Start, period.End) switch
    {
        (null, null) => null,
        (null, { } end) => $"../{end}",
        ({ } start, { } end) => $"{start}/{end}",
        var (start, _) => $"{start}/..",
    };

    private static string? LicenceOf(Practice record) => record.Rights?.Licence switch
    {
        null => null,
        { } id when id.StartsWith("CC-", StringComparison.Ordinal) && id.LastIndexOf('-') is var end =>
            $"https://creativecommons.org/licenses/{id[3..end].ToLowerInvariant()}/{id[(end + 1)..]}/",
        var id => id,
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(JsonObject node, string name, string? value)
    {
        if (value is not null) node[name] = value;
    }

    private static void Add(JsonObject node, string name, JsonNode[] values)
    {
        if (values.Length > 0) node[name] = new JsonArray(values);
    }
}
