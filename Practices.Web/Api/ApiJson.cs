using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Practices.Indexer.Content;
using Practices.Search.Searching;

namespace Practices.Web.Api;

/// <summary>
/// The JSON of the API, made at build time. Names are in camel case; what is not known is left out, an empty list is written, and an enumeration's
/// value is written as its id in the content: <c>practice</c>, <c>published</c>, <c>to</c>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(IdConverter<RecordKind>), typeof(IdConverter<PublicationStatus>), typeof(IdConverter<LineageDirection>)])]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(SuggestAnswer))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(Practice))]
[JsonSerializable(typeof(SimilarAnswer))]
[JsonSerializable(typeof(Explanation))]
public sealed partial class ApiJson : JsonSerializerContext;

/// <summary>Writes an enumeration's value as its id in the content.</summary>
public sealed class IdConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;
