using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Practices.Indexer.Content;
using Practices.Search.Searching;

namespace Practices.Web.Api;

/// <summary>What is published of the program's own types, and how it is written.</summary>
public static class ApiShape
{
    private static readonly JsonSerializerOptions Published = new(ApiJson.Default.Options)
    {
        // Accents and apostrophes as themselves: the answer is JSON, says so, and is not sniffed for anything else.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ApiJson.Default.WithAddedModifier(ShapeRecord),
    };

    /// <summary>The answer of a search.</summary>
    public static JsonTypeInfo<SearchAnswer> Search { get; } = (JsonTypeInfo<SearchAnswer>)Published.GetTypeInfo(typeof(SearchAnswer));

    /// <summary>The records that are like one.</summary>
    public static JsonTypeInfo<SimilarAnswer> Similar { get; } = (JsonTypeInfo<SimilarAnswer>)Published.GetTypeInfo(typeof(SimilarAnswer));

    /// <summary>How a score is made.</summary>
    public static JsonTypeInfo<Explanation> Explanation { get; } = (JsonTypeInfo<Explanation>)Published.GetTypeInfo(typeof(Explanation));

    /// <summary>Suggestions while somebody types.</summary>
    public static JsonTypeInfo<SuggestAnswer> Suggest { get; } = (JsonTypeInfo<SuggestAnswer>)Published.GetTypeInfo(typeof(SuggestAnswer));

    /// <summary>Suggestions in the shape of browsers: a list of lists.</summary>
    public static JsonTypeInfo<JsonArray> Completions { get; } = (JsonTypeInfo<JsonArray>)Published.GetTypeInfo(typeof(JsonArray));

    /// <summary>
    /// A record: the fields of the content model with the address of its page, and without what only the program needs of it
    /// (its file, and the story as plain words for the index).
    /// </summary>
    public static JsonTypeInfo<Practice> Record { get; } = (JsonTypeInfo<Practice>)Published.GetTypeInfo(typeof(Practice));

    private static void ShapeRecord(JsonTypeInfo type)
    {
        if (type.Type != typeof(Practice)) return;
        string[] inner = [NameOf(nameof(Practice.File)), NameOf(nameof(Practice.BodyText))];
        foreach (var property in type.Properties.Where(p => inner.Contains(p.Name)).ToList()) type.Properties.Remove(property);
        var url = type.CreateJsonPropertyInfo(typeof(string), "url");
        url.Get = record => record is Practice { Kind: var kind, Id: var id } ? Routes.Record(kind, id) : null;
        type.Properties.Insert(1, url);
    }

    private static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}
