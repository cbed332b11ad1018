using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Practices.Web.Exports;

/// <summary>References as CSL-JSON, the items of the Citation Style Language 1.0.2 (schema <c>csl-data.json</c>): an array, each of the type <c>webpage</c>.</summary>
public static class CslJson
{
    // Accents and other scripts as they are; it is no part of a page.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes references.</summary>
    public static string Of(IEnumerable<Reference> references) => new JsonArray([.. references.Select(Item)]).ToJsonString(Readable);

    private static JsonObject Item(Reference reference)
    {
        var item = new JsonObject
        {
            ["id"] = reference.Id,
            ["type"] = "webpage",
            ["title"] = reference.Title,
            ["author"] = new JsonArray(new JsonObject { ["literal"] = reference.Author }),
            ["container-title"] = reference.Publisher,
            ["URL"] = reference.Address,
            ["abstract"] = reference.Abstract,
            ["language"] = reference.Language,
            ["keyword"] = string.Join("; ", reference.Keywords),
        };
        if (reference.Published is { } day) item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };
        return item;
    }
}
