using System.Text.Json.Nodes;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Landing;

/// <summary>The entries of a record's <c>recognition</c>, as JSON that can be changed and written back.</summary>
internal static class RecognitionEntry
{
    public const string Key = "recognition";
    public const string Staged = "staged";
    public const string Announced = "announced";

    /// <summary>The entries of a record; empty where it has none.</summary>
    public static JsonArray Of(RecordText record) => record.Value(Key) is YamlSequence list ? (JsonArray)StatedValue.ToJson(list)! : [];

    /// <summary>A part of an entry as text; empty where it has none.</summary>
    public static string Part(JsonNode? entry, string key) => (entry as JsonObject)?[key]?.ToString() ?? "";

    /// <summary>Whether an entry is the word of a cycle of an award.</summary>
    public static bool IsOf(JsonNode? entry, string award, string cycle) => Part(entry, "award") == award && Part(entry, "cycle") == cycle;

    /// <summary>Whether an entry is that of a submission.</summary>
    public static bool IsOf(JsonNode? entry, SubmissionKey key) => IsOf(entry, key.Award, key.Cycle) && Part(entry, "external-id") == key.ExternalId;

    /// <summary>Whether an entry waits for its announcement.</summary>
    public static bool IsStaged(JsonNode? entry) => Part(entry, Staged) == "true";
}
