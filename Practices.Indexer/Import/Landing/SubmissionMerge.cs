using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Practices.Indexer.Import.Landing;

/// <summary>
/// A submission, its record and what the last import stated, brought together key by key. What the source changed and the editor did not is taken; what the editor changed
/// stays; where both did it stays too, and is a conflict.
/// </summary>
internal sealed class SubmissionMerge
{
    private const string Story = "story";

    // Stated once, when the record is made; from then on they are the editors' and the announcement's.
    private static readonly ImmutableArray<string> Once = ["kind", "status", "publish-at", "added"];

    // What makes the entry the submission's own, and what the announcement decides.
    private static readonly ImmutableArray<string> Fixed = ["award", "cycle", "external-id", RecognitionEntry.Staged, RecognitionEntry.Announced];

    private readonly Submission _submission;
    private readonly LedgerEntry? _last;
    private readonly bool _keepsEdited;
    private readonly ImmutableArray<string>.Builder _changed = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ImportConflict>.Builder _conflicts = ImmutableArray.CreateBuilder<ImportConflict>();
    private readonly ImmutableSortedDictionary<string, string>.Builder _stated = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    private SubmissionMerge(Submission submission, RecordText record, LedgerEntry? last, bool keepsEdited)
    {
        _submission = submission;
        _last = last;
        _keepsEdited = keepsEdited;
        Record = record;
        MergeFields();
        MergeRecognition();
        MergeStory();
    }

    /// <summary>The record with what was taken.</summary>
    public RecordText Record { get; private set; }

    /// <summary>The keys that were taken.</summary>
    public ImmutableArray<string> Changed => [.. _changed.Distinct(StringComparer.Ordinal)];

    /// <summary>The keys that were not, since both sides changed them.</summary>
    public ImmutableArray<ImportConflict> Conflicts => [.. _conflicts];

    /// <summary>What this import has stated, for the next one.</summary>
    public ImmutableSortedDictionary<string, string> Stated => _stated.ToImmutable();

    /// <summary>Merges.</summary>
    /// <param name="submission">What the source says.</param>
    /// <param name="record">What the file says.</param>
    /// <param name="last">What the source said last time; <see langword="null"/> when that is not known.</param>
    /// <param name="keepsEdited">Whether conflicts are settled in the editor's favour, so that they are not reported again.</param>
    public static SubmissionMerge Of(Submission submission, RecordText record, LedgerEntry? last, bool keepsEdited) => new(submission, record, last, keepsEdited);

    /// <summary>What an import states of a submission whose record is made new.</summary>
    public static ImmutableSortedDictionary<string, string> StatedOf(Submission submission)
    {
        var stated = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in submission.Fields.Where(pair => !Once.Contains(pair.Key) && pair.Key != RecognitionEntry.Key))
            if (StatedValue.Of(value) is { } one) stated[key] = StatedValue.Hash(one)!;
        foreach (var (part, value) in IsForAward(submission) ? OwnEntry(submission) : [])
            if (!Fixed.Contains(part) && StatedValue.Of(value) is { } one) stated[$"{RecognitionEntry.Key}.{part}"] = StatedValue.Hash(one)!;
        if (StatedValue.OfStory(submission.Story) is { } story) stated[Story] = StatedValue.Hash(story)!;
        return stated.ToImmutable();
    }

    /// <summary>Whether the submission is to an award; an offer of a learning programme is no recognition, and is known again by the ledger alone.</summary>
    public static bool IsForAward(Submission submission) => submission.Fields.ContainsKey(RecognitionEntry.Key);

    /// <summary>The submission's own entry of <c>recognition</c>.</summary>
    public static JsonObject OwnEntry(Submission submission) =>
        (submission.Fields[RecognitionEntry.Key] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(entry => RecognitionEntry.IsOf(entry, submission.Key))
        ?? new() { ["award"] = submission.Key.Award, ["cycle"] = submission.Key.Cycle.Length > 0 ? submission.Key.Cycle : null, ["external-id"] = submission.Key.ExternalId };

    private void MergeFields()
    {
        var known = _last?.Stated.Keys.Where(key => key != Story && !key.Contains('.', StringComparison.Ordinal)) ?? [];
        foreach (var key in _submission.Fields.Select(pair => pair.Key).Union(known, StringComparer.Ordinal).Where(key => !Once.Contains(key) && key != RecognitionEntry.Key).ToList())
        {
            var value = _submission.Fields[key];
            if (Takes(key, StatedValue.Of(value), StatedValue.Of(Record.Value(key)))) Record = Record.With(key, value?.DeepClone());
        }
    }

    private void MergeStory()
    {
        var told = StatedValue.OfStory(_submission.Story);
        if (Takes(Story, told, StatedValue.OfStory(Record.Story))) Record = Record.WithStory(told ?? "");
    }

    private void MergeRecognition()
    {
        if (!IsForAward(_submission)) return;
        var entries = RecognitionEntry.Of(Record);
        var own = entries.OfType<JsonObject>().LastOrDefault(entry => RecognitionEntry.IsOf(entry, _submission.Key));
        if (own is null)
        {
            _conflicts.Add(new(RecognitionEntry.Key, "", StatedValue.Shown(StatedValue.Of(OwnEntry(_submission)))));
            return;
        }

        var stated = OwnEntry(_submission);
        var next = (JsonObject)own.DeepClone();
        var before = _changed.Count;
        foreach (var part in stated.Select(pair => pair.Key).Union(own.Select(pair => pair.Key), StringComparer.Ordinal).Where(part => !Fixed.Contains(part)).ToList())
        {
            if (!Takes($"{RecognitionEntry.Key}.{part}", StatedValue.Of(stated[part]), StatedValue.Of(own[part]))) continue;
            if (stated[part] is { } value) next[part] = value.DeepClone();
            else next.Remove(part);
        }

        if (_changed.Count == before) return;

        // What is announced stays; a new outcome waits for its own announcement.
        var isNewOutcome = !RecognitionEntry.IsStaged(own) && IsToBeStaged(_submission) && RecognitionEntry.Part(own, "outcome") != RecognitionEntry.Part(next, "outcome");
        if (isNewOutcome)
        {
            next.Remove(RecognitionEntry.Announced);
            next[RecognitionEntry.Staged] = true;
            if (RecognitionEntry.Part(own, "outcome").Length > 0) entries.Add(next);
            else entries[entries.IndexOf(own)] = next;
        }
        else
        {
            entries[entries.IndexOf(own)] = next;
        }

        Record = Record.With(RecognitionEntry.Key, entries);
    }

    /// <summary>Whether what the source says of outcomes waits for an announcement.</summary>
    public static bool IsToBeStaged(Submission submission) => (submission.Fields["status"]?.ToString() ?? "staged") == "staged";

    // Decides on one value, and notes what the source has said of it.
    private bool Takes(string key, string? source, string? file)
    {
        var stated = StatedValue.Hash(source);
        var last = _last?.Stated.GetValueOrDefault(key);
        var isConflict = false;
        var takes = false;
        if (source != file && (_last is null || stated != last))
        {
            if (file is null ? last is null : StatedValue.Hash(file) == last) takes = true;
            else isConflict = source is not null;
        }

        if (takes) _changed.Add(key);
        if (isConflict && !_keepsEdited) _conflicts.Add(new(key, StatedValue.Shown(file), StatedValue.Shown(source)));
        if ((isConflict && !_keepsEdited ? last : stated) is { } hash) _stated[key] = hash;
        return takes;
    }
}
