using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Practices.Indexer.Commands;

/// <summary>What <c>index --json</c> prints.</summary>
internal sealed record IndexAnswer(
    int Total,
    ImmutableArray<string> Added,
    ImmutableArray<string> Changed,
    ImmutableArray<string> Removed,
    int Unchanged,
    ImmutableArray<string> Refused,
    ImmutableArray<string> Kept,
    int Problems,
    double ElapsedMs,
    string Version);

/// <summary>What <c>search --json</c> prints.</summary>
internal sealed record SearchAnswer(
    int Total,
    int Page,
    int PageSize,
    string Understood,
    ImmutableArray<SearchAnswerWidened> Widened,
    ImmutableArray<string> Notes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Suggestion,
    ImmutableArray<SearchAnswerHit> Hits,
    ImmutableArray<SearchAnswerFacet> Facets);

internal sealed record SearchAnswerWidened(string Words, string Field, string Value, string Label);

internal sealed record SearchAnswerHit(
    string Id, string Kind, string Title, string Summary, ImmutableArray<string> Cities, ImmutableArray<string> Countries, ImmutableArray<int> Sdgs, double Score);

internal sealed record SearchAnswerFacet(string Field, string Label, ImmutableArray<SearchAnswerValue> Values);

internal sealed record SearchAnswerValue(string Value, string Label, int Count, bool Selected);

/// <summary>What <c>stats --json</c> prints: counts by value, for each facet, and how complete the records are.</summary>
internal sealed record StatsAnswer(int Total, double MeanCompleteness, ImmutableArray<SearchAnswerFacet> Facets);

/// <summary>What <c>explain --json</c> prints.</summary>
internal sealed record ExplainAnswer(double Value, string Description, ImmutableArray<ExplainAnswer> Details);

/// <summary>What <c>evaluate --json</c> prints.</summary>
internal sealed record EvaluateAnswer(int Documents, int Queries, double NdcgAt10, double Map, double RecallAt100);

/// <summary>What <c>import --json</c> prints.</summary>
internal sealed record ImportAnswer(
    string Award, bool DryRun, ImportAnswerCounts Counts, ImmutableArray<ImportAnswerRow> Rows, ImmutableArray<ImportAnswerMissing> Missing, ImmutableArray<ImportAnswerProblem> Problems,
    ImmutableArray<DuplicateAnswer> Alike);

internal sealed record ImportAnswerCounts(int Rows, int Added, int Changed, int Unchanged, int InConflict, int LeftOut, int Refused, int Missing, int Problems);

internal sealed record ImportAnswerRow(
    string Outcome, string Source, string? Sheet, int Row, string? Cycle, string? ExternalId, string? File, ImmutableArray<string> Changed, ImmutableArray<ImportAnswerConflict> Conflicts, string? Reason);

internal sealed record ImportAnswerConflict(string Key, string Editor, string Source);

internal sealed record ImportAnswerMissing(string Cycle, string ExternalId, string Record);

internal sealed record ImportAnswerProblem(string Severity, string Rule, string File, string? Sheet, int Row, string? Place, string? Value, string Message);

/// <summary>What <c>announce --json</c> and <c>withdraw --json</c> print.</summary>
internal sealed record StageAnswer(bool DryRun, SortedDictionary<string, int> Outcomes, ImmutableArray<StageAnswerRecord> Records, ImmutableArray<string> Problems);

internal sealed record StageAnswerRecord(string Id, string Title, string Change, ImmutableArray<string> Outcomes, string Status);

/// <summary>A pair of <c>duplicates --json</c>.</summary>
internal sealed record DuplicateAnswer(double Score, DuplicateAnswerRecord First, DuplicateAnswerRecord Second, ImmutableArray<DuplicateAnswerSignal> Signals);

internal sealed record DuplicateAnswerRecord(string Id, string Title, string File, string Language, string Status, ImmutableArray<string> Awards);

internal sealed record DuplicateAnswerSignal(string Name, double Points, string Why);

/// <summary>What <c>merge --json</c> prints.</summary>
internal sealed record MergeAnswer(
    string Kept, string Other, string Result, bool DryRun, string Message, ImmutableArray<string> Taken, ImmutableArray<MergeAnswerDifference> Differences);

internal sealed record MergeAnswerDifference(string Key, string Kept, string Other);

/// <summary>The JSON of the command line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IndexAnswer))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(StatsAnswer))]
[JsonSerializable(typeof(ExplainAnswer))]
[JsonSerializable(typeof(EvaluateAnswer))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(StageAnswer))]
[JsonSerializable(typeof(ImmutableArray<DuplicateAnswer>))]
[JsonSerializable(typeof(MergeAnswer))]
internal sealed partial class CommandJson : JsonSerializerContext;
