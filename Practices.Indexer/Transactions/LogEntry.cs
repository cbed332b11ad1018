using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Practices.Indexer.Transactions;

/// <summary>One change of many records, as the log keeps it.</summary>
public sealed record LogEntry
{
    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: the name that was given, or <c>unknown</c>.</summary>
    public required string By { get; init; }

    /// <summary>What was done: <c>import</c>, <c>announce</c>, <c>withdraw</c>, <c>merge</c>, <c>distinct</c>.</summary>
    public required string What { get; init; }

    /// <summary>Id of the award or programme.</summary>
    public string? Award { get; init; }

    /// <summary>Id of the cycle.</summary>
    public string? Cycle { get; init; }

    /// <summary>The moment from which it is to be seen, as it was given.</summary>
    public string? From { get; init; }

    /// <summary>Why, in the words of whoever did it.</summary>
    public string? Reason { get; init; }

    /// <summary>How many, by what became of them.</summary>
    public SortedDictionary<string, int>? Counts { get; init; }

    /// <summary>Ids of the records, by what became of them.</summary>
    public SortedDictionary<string, ImmutableArray<string>>? Records { get; init; }

    /// <summary>SHA-256 of the line before, in hexadecimal; empty in the first.</summary>
    public string Previous { get; init; } = "";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LogEntry))]
internal sealed partial class LogJson : JsonSerializerContext;
