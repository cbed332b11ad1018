using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;
using Practices.Indexer.Vocabularies;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Announcing;

/// <summary>
/// The stage of an award's cycle: its outcomes are announced together at a moment, and withdrawn as fast. All records change in one transaction, or none does.
/// </summary>
public sealed class CycleStage
{
    private readonly string _root;
    private readonly string _award;
    private readonly VocabularySet _vocabularies;
    private readonly ContentTransaction? _change;
    private readonly ImmutableArray<StagedRecord>.Builder _records = ImmutableArray.CreateBuilder<StagedRecord>();
    private readonly ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();

    private CycleStage(string root, string award, VocabularySet vocabularies, ContentTransaction? change)
    {
        _root = root;
        _award = award;
        _vocabularies = vocabularies;
        _change = change;
    }

    /// <summary>
    /// Announces a cycle at a moment. Staged records are published with an embargo until then; of a record that is public already only the cycle's recognition is held back.
    /// Announced once more at another moment, what is not out yet moves to that one. A file that cannot be read stops everything.
    /// </summary>
    /// <param name="root">The content folder.</param>
    /// <param name="award">Id of the award.</param>
    /// <param name="cycle">Id of the cycle.</param>
    /// <param name="at">The moment, as it is to be written: with its zone.</param>
    /// <param name="vocabularies">The content's vocabularies.</param>
    /// <param name="isDryRun">Whether to look only.</param>
    /// <param name="by">Who announces, for the log.</param>
    /// <param name="now">The moment it is now.</param>
    /// <exception cref="IOException">The content cannot be read or written, or is being changed (<see cref="ContentBusyException"/>). Nothing was changed.</exception>
    public static StageReport Announce(string root, string award, string cycle, DateTimeOffset at, VocabularySet vocabularies, bool isDryRun, string by, DateTimeOffset now) =>
        Run(root, award, vocabularies, isDryRun, stage => stage.Announce(cycle, at, now), new()
        {
            At = now,
            By = by,
            What = "announce",
            Award = award,
            Cycle = cycle,
            From = Written(at),
        });

    /// <summary>
    /// Takes a cycle, or one record of an award, back from the public at once. A record that other awards have announced, or that is no submission, stays and loses only the recognition.
    /// </summary>
    /// <param name="root">The content folder.</param>
    /// <param name="award">Id of the award.</param>
    /// <param name="cycleOrId">Id of one of its cycles, else of a record.</param>
    /// <param name="reason">Why, for the log.</param>
    /// <param name="vocabularies">The content's vocabularies.</param>
    /// <param name="isDryRun">Whether to look only.</param>
    /// <param name="by">Who withdraws, for the log.</param>
    /// <param name="now">The moment it is now.</param>
    /// <exception cref="IOException">As for <see cref="Announce(string, string, string, DateTimeOffset, VocabularySet, bool, string, DateTimeOffset)"/>.</exception>
    public static StageReport Withdraw(string root, string award, string cycleOrId, string? reason, VocabularySet vocabularies, bool isDryRun, string by, DateTimeOffset now) =>
        Run(root, award, vocabularies, isDryRun, stage => stage.Withdraw(cycleOrId), new()
        {
            At = now,
            By = by,
            What = "withdraw",
            Award = award,
            Cycle = cycleOrId,
            Reason = reason,
        });

    private static StageReport Run(string root, string award, VocabularySet vocabularies, bool isDryRun, Action<CycleStage> work, LogEntry entry)
    {
        root = Path.GetFullPath(root);
        using var reading = isDryRun ? ContentReading.Begin(root) : null;
        using var change = isDryRun ? null : ContentTransaction.Begin(root);
        var stage = new CycleStage(root, award, vocabularies, change);
        work(stage);
        var report = new StageReport(isDryRun, [.. stage._records.OrderBy(record => record.Id, StringComparer.Ordinal)], stage._problems.DrainToImmutable());
        if (change is null || !report.Problems.IsEmpty || report.Records.All(record => record.Change == StageChange.None)) return report;
        var changed = report.Records.Where(record => record.Change != StageChange.None).ToLookup(record => Word(record.Change), record => record.Id);
        ContentLog.Append(change, root, entry with
        {
            Counts = new(changed.ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal),
            Records = new(changed.ToDictionary(group => group.Key, group => group.ToImmutableArray()), StringComparer.Ordinal),
        });
        change.Commit();
        return report;
    }

    /// <summary>A moment as records have it: with its zone, to the minute where that is all.</summary>
    public static string Written(DateTimeOffset at) => at.ToString(at.Second == 0 ? "yyyy-MM-dd'T'HH:mmzzz" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>What a change is called in the log and in reports.</summary>
    public static string Word(StageChange change) => change switch
    {
        StageChange.RecordAppears => "appears",
        StageChange.RecognitionAppears => "recognition",
        StageChange.RecordWithdrawn => "withdrawn",
        StageChange.RecognitionWithdrawn => "recognition withdrawn",
        _ => "stays",
    };

    private void Announce(string cycle, DateTimeOffset at, DateTimeOffset now)
    {
        foreach (var (file, record) in Records())
        {
            var entries = RecognitionEntry.Of(record);
            var ours = entries.OfType<JsonObject>().Where(entry => RecognitionEntry.IsOf(entry, _award, cycle)).ToList();
            if (ours.Count == 0) continue;
            var status = TextOf(record, "status");
            var embargo = ScalarText.Moment(TextOf(record, "publish-at")).Value;

            // What is out stays as it is, also where only the day is known.
            var waiting = ours.Where(entry => !IsOut(entry, now)).ToList();
            var change = status switch
            {
                "staged" => StageChange.RecordAppears,
                "published" when embargo > now && waiting.Exists(entry => ScalarText.Moment(RecognitionEntry.Part(entry, RecognitionEntry.Announced)).Value == embargo) => StageChange.RecordAppears,
                "published" when waiting.Count > 0 => StageChange.RecognitionAppears,
                _ => StageChange.None,
            };
            if (change != StageChange.None)
            {
                var next = record;
                if (change == StageChange.RecordAppears)
                {
                    next = next.With("status", "published").With("publish-at", Written(at));
                    if (next.Value("added") is null or YamlScalar { IsNull: true }) next = next.With("added", at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                }

                foreach (var entry in change == StageChange.RecordAppears ? ours.Where(entry => waiting.Contains(entry) || RecognitionEntry.IsStaged(entry)) : waiting)
                {
                    entry.Remove(RecognitionEntry.Staged);
                    entry[RecognitionEntry.Announced] = Written(at);
                }

                Write(file, next.With(RecognitionEntry.Key, entries));
            }

            Note(file, record, change, ours, status);
        }
    }

    private void Withdraw(string cycleOrId)
    {
        foreach (var (file, record) in Records())
        {
            var entries = RecognitionEntry.Of(record);
            var isOne = file.File.Id == cycleOrId;
            var ours = entries.OfType<JsonObject>().Where(entry => RecognitionEntry.Part(entry, "award") == _award && (isOne || RecognitionEntry.Part(entry, "cycle") == cycleOrId)).ToList();
            if (ours.Count == 0) continue;
            var status = TextOf(record, "status");
            var others = entries.OfType<JsonObject>().Except(ours).Any(entry => !RecognitionEntry.IsStaged(entry));
            var isSubmission = file.File.Name.StartsWith($"submissions/{_award}/", StringComparison.Ordinal);
            var change = status is not ("published" or "staged") ? StageChange.None
                : isSubmission && !others ? StageChange.RecordWithdrawn
                : ours.TrueForAll(RecognitionEntry.IsStaged) ? StageChange.None
                : StageChange.RecognitionWithdrawn;
            if (change != StageChange.None)
            {
                var next = record;
                if (change == StageChange.RecordWithdrawn) next = next.With("status", "withdrawn").With("publish-at", null);
                foreach (var entry in ours)
                {
                    entry.Remove(RecognitionEntry.Announced);
                    entry[RecognitionEntry.Staged] = true;
                }

                Write(file, next.With(RecognitionEntry.Key, entries));
            }

            Note(file, record, change, ours, status);
        }
    }

    private IEnumerable<(AwardFile File, RecordText Record)> Records()
    {
        foreach (var file in RecordFiles.Naming(RecordFiles.All(_root), _award))
        {
            if (file.Text is { } record) yield return (file, record);
            else _problems.Add(file.Problems.All.FirstOrDefault(problem => problem.Severity == Severity.Error) is { Rule: not null } problem ? problem.ToString() : $"{file.File.Name}:1:1: error: The keys do not each begin a line. Write them one below the other.");
        }
    }

    // What the site would refuse must not be thought announced.
    private void Write(AwardFile file, RecordText next)
    {
        var bytes = next.ToBytes();
        var problems = PracticeValidator.Read(file.File, bytes, _vocabularies).Context.Problems;
        if (problems.HasErrors) _problems.AddRange(problems.All.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.ToString()));
        else _change?.Write(file.File.Name, file.Bytes, bytes);
    }

    private void Note(AwardFile file, RecordText record, StageChange change, List<JsonObject> ours, string status) => _records.Add(new(
        file.File.Id, TextOf(record, "title"), change, [.. ours.Select(entry => RecognitionEntry.Part(entry, "outcome")).Where(outcome => outcome.Length > 0).Distinct(StringComparer.Ordinal)], status));

    private static bool IsOut(JsonObject entry, DateTimeOffset now)
    {
        if (RecognitionEntry.IsStaged(entry) || ScalarText.DateOrMoment(RecognitionEntry.Part(entry, RecognitionEntry.Announced)).Value is not { } announced) return false;
        return (announced.Moment ?? Recognition.BeginOf(announced.Day)) <= now;
    }

    private static string TextOf(RecordText record, string key) => record.Value(key) is YamlScalar { IsNull: false } scalar ? ScalarText.OneLine(scalar.Text) : "";
}
