using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Landing;

/// <summary>
/// Brings submissions into the content folder: one row after the other is compared with what is there, and all that is to be written lands in one transaction.
/// What is in memory is a line for each row, never the submissions.
/// </summary>
public sealed class ImportRun
{
    // A title goes this far into an id; the city follows.
    private const int MaxTitleId = 60;

    private readonly string _root;
    private readonly string _award;
    private readonly VocabularySet _vocabularies;
    private readonly ImportOptions _options;
    private readonly LandedRecords _records;
    private readonly ContentTransaction? _change;
    private readonly List<ImportedRow> _rows = [];
    private readonly List<ImportProblem> _problems = [];
    private readonly Dictionary<SubmissionKey, int> _rowOf = [];
    private readonly SortedDictionary<string, ImportLedger> _ledgers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    // What the ledgers said of the submissions of this import, to take a row back.
    private readonly Dictionary<SubmissionKey, LedgerEntry?> _last = [];

    private ImportRun(string root, string award, VocabularySet vocabularies, ImportOptions options, ContentTransaction? change)
    {
        _root = root;
        _award = award;
        _vocabularies = vocabularies;
        _options = options;
        _change = change;
        _records = LandedRecords.Read(root, award);
    }

    /// <summary>Imports what a mapping made of the rows. In a dry run nothing is written, and everything is said that would be.</summary>
    /// <param name="root">The content folder.</param>
    /// <param name="award">Id of the award or programme.</param>
    /// <param name="rows">What the mapping made of each row; read once, as it goes.</param>
    /// <param name="vocabularies">The content's vocabularies.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ContentBusyException">Another program is changing the content, or has changed a file since it was compared. Nothing was changed.</exception>
    /// <exception cref="IOException">The folder cannot be read or written. Nothing was changed.</exception>
    public static ImportReport Run(string root, string award, IEnumerable<MappingResult> rows, VocabularySet vocabularies, ImportOptions options)
    {
        root = Path.GetFullPath(root);
        if (options.IsDryRun)
        {
            using var reading = ContentReading.Begin(root);
            return new ImportRun(root, award, vocabularies, options, change: null).Run(rows);
        }

        using var change = ContentTransaction.Begin(root);
        return new ImportRun(root, award, vocabularies, options, change).Run(rows);
    }

    private ImportReport Run(IEnumerable<MappingResult> rows)
    {
        foreach (var row in rows)
        {
            _problems.AddRange(row.Problems);
            if (row.Submission is { } submission) Land(submission);
            else if (row.LeftOut is { } reason) _rows.Add(new(RowPlace.Of(row.Row), null, null, ImportOutcome.LeftOut, [], [], reason));
            else _rows.Add(new(RowPlace.Of(row.Row), null, null, ImportOutcome.Refused, [], []));
            _options.Progress?.Invoke(_rows.Count);
        }

        var report = new ImportReport(_award, _options.IsDryRun, [.. _rows], [.. Missing()], [.. _problems]);
        Commit(report);
        return report;
    }

    private void Land(Submission submission)
    {
        var key = submission.Key;
        if (_rowOf.TryGetValue(key, out var first))
        {
            Refuse(submission, "duplicate-submission", $"{Named(key)} stands in {_rows[first].Source}, too. Give each submission an id of its own, or delete all rows but one.");
            TakeBack(first, RowPlace.Of(submission.Source));
            return;
        }

        _rowOf[key] = _rows.Count;
        if (Wrong(submission) is { } wrong)
        {
            Refuse(submission, wrong.Rule, wrong.Message);
            return;
        }

        var ledger = LedgerOf(key.Cycle);
        var last = ledger.Entries.GetValueOrDefault(key.ExternalId);
        _last[key] = last;
        var holders = _records.Of(key);
        if (holders.Count > 1)
            Refuse(submission, "two-records", $"{Named(key)} is held by {string.Join(" and ", holders.Select(file => file.Name))}. Take the recognition out of all of them but one.");
        else if ((holders.Count == 1 ? holders[0] : last is null ? null : _records.Of(last.Record)) is { } file)
            Merge(submission, ledger, last, file);
        else if (last is not null)
            Refuse(submission, "record-gone", $"{Named(key)} was imported as \"{last.Record}\", which is not there any more. Put it back, or take its entry out of {ledger.Name} to import it anew.");
        else
            Add(submission, ledger);
    }

    private void Add(Submission submission, ImportLedger ledger)
    {
        var fields = (JsonObject)submission.Fields.DeepClone();
        fields["status"] ??= "staged";
        if (SubmissionMerge.IsForAward(submission))
        {
            var others = ((JsonArray)fields[RecognitionEntry.Key]!).Where(entry => !RecognitionEntry.IsOf(entry, submission.Key)).Select(entry => entry?.DeepClone());
            var own = (JsonObject)SubmissionMerge.OwnEntry(submission).DeepClone();
            if (SubmissionMerge.IsToBeStaged(submission)) own[RecognitionEntry.Staged] = true;
            fields[RecognitionEntry.Key] = new JsonArray([own, .. others]);
        }

        var id = TakeId(submission);
        var name = $"{(fields["kind"]?.ToString() == "learning" ? "learning/" : ImportLedger.FolderOf(submission.Key.Award, submission.Key.Cycle))}{id}.md";
        var bytes = Encoding.UTF8.GetBytes(RecordText.Write(fields, submission.Story));
        if (Good(submission, name, bytes) is not { } record)
        {
            _records.GiveBack(id);
            return;
        }

        _options.Added?.Invoke(record);
        _change?.Write(name, before: null, bytes);
        ledger.Set(submission.Key.ExternalId, new(id, SubmissionMerge.StatedOf(submission)));
        _rows.Add(new(RowPlace.Of(submission.Source), submission.Key, name, ImportOutcome.Added, [], []));
    }

    private void Merge(Submission submission, ImportLedger ledger, LedgerEntry? last, ContentFile file)
    {
        if (_written.Contains(file.Name))
        {
            Refuse(submission, "record-of-several", $"{file.Name} holds another submission of this import, too, and has been changed for that one. Import once more, or one cycle after the other.");
            return;
        }

        var bytes = File.ReadAllBytes(file.Path);
        var problems = new FileDiagnostics(file.Name);
        if (RecordText.Read(bytes, problems) is not { } record)
        {
            var found = problems.All.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.ToString()).FirstOrDefault();
            Refuse(submission, "record-unreadable", $"Its record {file.Name} cannot be merged into: {found ?? "its keys do not each begin a line."} Mend the file, then import again.");
            return;
        }

        var merge = SubmissionMerge.Of(submission, record, last, _options.KeepsEdited);
        if (!merge.Changed.IsEmpty)
        {
            var after = merge.Record.ToBytes();
            if (Good(submission, file.Name, after) is null) return;
            _change?.Write(file.Name, bytes, after);
            _written.Add(file.Name);
        }

        ledger.Set(submission.Key.ExternalId, new(file.Id, merge.Stated));
        _rows.Add(new(
            RowPlace.Of(submission.Source), submission.Key, file.Name, merge.Changed.IsEmpty ? ImportOutcome.Unchanged : ImportOutcome.Changed, merge.Changed, merge.Conflicts));
    }

    // The record is read as the site will read it, before it is written.
    private Practice? Good(Submission submission, string name, byte[] bytes)
    {
        var reading = PracticeValidator.Read(ContentFile.Of(Path.Combine(_root, name), name), bytes, _vocabularies);
        foreach (var problem in reading.Context.Problems.All)
            _problems.Add(Problem(submission.Source, problem.Severity, problem.Rule, $"As a record: {problem.Message}"));
        if (reading.Practice is { } record) return record;
        _rows.Add(new(RowPlace.Of(submission.Source), submission.Key, null, ImportOutcome.Refused, [], []));
        return null;
    }

    // A second submission of the same key came: neither may win.
    private void TakeBack(int at, RowPlace other)
    {
        var row = _rows[at];
        if (row.Outcome == ImportOutcome.Refused || row.Key is not { } key) return;
        if (row.File is { } file && row.Outcome is ImportOutcome.Added or ImportOutcome.Changed)
        {
            _change?.Leave(file);
            _written.Remove(file);
            if (row.Outcome == ImportOutcome.Added) _records.GiveBack(ContentFile.Of("", file).Id);
        }

        LedgerOf(key.Cycle).Set(key.ExternalId, _last[key]);
        _rows[at] = row with { File = null, Outcome = ImportOutcome.Refused, Changed = [], Conflicts = [] };
        _problems.Add(new(Severity.Error, "duplicate-submission", row.Source.File, row.Source.Sheet, row.Source.Row, null, key.ExternalId, $"{Named(key)} stands in {other}, too. Give each submission an id of its own, or delete all rows but one."));
    }

    private static (string Rule, string Message)? Wrong(Submission submission)
    {
        if (submission.Key.ExternalId.Length == 0) return ("missing-external-id", "The row has no external id, by which it is known again. Map a column that has one for every row.");
        if (submission.Key.Cycle.Length > 0 && RecordId.FromName(submission.Key.Cycle).Length == 0) return ("wrong-cycle", $"The cycle \"{submission.Key.Cycle}\" has no letter or digit that a folder can be named by.");
        if (StatedValue.UnshownIn(submission.Fields, "") is { } path) return ("control-character", $"The value of \"{path}\" holds a character that cannot be shown. Delete it in the source.");
        if (!StatedValue.IsShown(submission.Key.ExternalId)) return ("control-character", "The external id holds a character that cannot be shown. Delete it in the source.");
        return StatedValue.IsShown(submission.Story) ? null : ("control-character", "The story holds a character that cannot be shown. Delete it in the source.");
    }

    private void Refuse(Submission submission, string rule, string message)
    {
        _problems.Add(Problem(submission.Source, Severity.Error, rule, message) with { Value = submission.Key.ExternalId.Length > 0 ? StatedValue.Shown(submission.Key.ExternalId) : null });
        _rows.Add(new(RowPlace.Of(submission.Source), submission.Key, null, ImportOutcome.Refused, [], []));
    }

    private static ImportProblem Problem(SourceRow row, Severity severity, string rule, string message) => new(severity, rule, row.File, row.Sheet, row.Row, null, null, message);

    private string TakeId(Submission submission)
    {
        var title = submission.Fields["title"]?.ToString() ?? "";
        var city = ((submission.Fields["places"] as JsonArray)?.FirstOrDefault() as JsonObject)?["city"]?.ToString() ?? "";
        var stem = RecordId.FromName(title);
        if (stem.Length > MaxTitleId) stem = stem[..MaxTitleId] is var cut && cut.LastIndexOf('-') is var hyphen and > 0 ? cut[..hyphen] : stem[..MaxTitleId];
        var place = RecordId.FromName(city);
        if (!$"-{stem}-".Contains($"-{place}-", StringComparison.Ordinal)) stem = RecordId.FromName($"{stem} {place}");

        // Letters that are not Latin make no id; the submission's own number does, or a number of ours.
        var number = RecordId.FromName($"{submission.Key.Award} {submission.Key.Cycle} {submission.Key.ExternalId}");
        string[] wanted = stem.Length > 0 ? [stem, RecordId.FromName($"{stem} {submission.Key.ExternalId}"), number] : [number];
        var id = wanted.FirstOrDefault(_records.Take);
        for (var n = 2; id is null; n++)
        {
            var next = $"{(number.Length > RecordId.MaxLength - 8 ? number[..(RecordId.MaxLength - 8)].TrimEnd('-') : number)}-{n}";
            if (_records.Take(next)) id = next;
        }

        return id;
    }

    private ImportLedger LedgerOf(string cycle)
    {
        if (!_ledgers.TryGetValue(cycle, out var ledger)) _ledgers[cycle] = ledger = ImportLedger.Read(_root, _award, cycle);
        return ledger;
    }

    private IEnumerable<MissingSubmission> Missing() =>
        from ledger in _ledgers
        from entry in ledger.Value.Entries
        let key = new SubmissionKey(_award, ledger.Key, entry.Key)
        where !_rowOf.ContainsKey(key)
        select new MissingSubmission(key, entry.Value.Record);

    private void Commit(ImportReport report)
    {
        if (_change is null) return;
        foreach (var ledger in _ledgers.Values.Where(ledger => ledger.Entries.Count > 0 || ledger.Before is not null))
        {
            var bytes = ledger.ToBytes();
            if (ledger.Before is null || !ledger.Before.AsSpan().SequenceEqual(bytes)) _change.Write(ledger.Name, ledger.Before, bytes);
        }

        ContentLog.Append(_change, _root, new()
        {
            At = _options.Now,
            By = _options.By,
            What = "import",
            Award = _award,
            Cycle = _ledgers.Count == 1 ? _ledgers.Keys.First() : null,
            Counts = new SortedDictionary<string, int>(StringComparer.Ordinal)
            {
                ["added"] = report.Count(ImportOutcome.Added),
                ["changed"] = report.Count(ImportOutcome.Changed),
                ["unchanged"] = report.Count(ImportOutcome.Unchanged),
                ["conflicts"] = report.InConflict,
                ["left out"] = report.Count(ImportOutcome.LeftOut),
                ["refused"] = report.Count(ImportOutcome.Refused),
            },
            Records = new SortedDictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
            {
                ["added"] = IdsOf(report, ImportOutcome.Added),
                ["changed"] = IdsOf(report, ImportOutcome.Changed),
            },
        });
        _change.Commit();
    }

    private static ImmutableArray<string> IdsOf(ImportReport report, ImportOutcome outcome) =>
        [.. report.Rows.Where(row => row.Outcome == outcome).Select(row => ContentFile.Of("", row.File!).Id).Order(StringComparer.Ordinal)];

    private static string Named(SubmissionKey key) => key.Cycle.Length > 0 ? $"The submission \"{key.ExternalId}\" of {key.Award} {key.Cycle}" : $"The submission \"{key.ExternalId}\" of {key.Award}";
}
