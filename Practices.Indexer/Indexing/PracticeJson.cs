using System.Text.Json;
using System.Text.Json.Serialization;
using Practices.Indexer.Content;

namespace Practices.Indexer.Indexing;

/// <summary>
/// The JSON that records are stored and published as. Empty lists are written out: a reader that meets no list where one is due would have to guess.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Practice))]
[JsonSerializable(typeof(PracticeCard))]
[JsonSerializable(typeof(RecordNames))]
[JsonSerializable(typeof(CatalogStamp))]
internal sealed partial class PracticeJson : JsonSerializerContext;
