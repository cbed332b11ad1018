using System.Collections.Immutable;

namespace Practices.Indexer.Import.Landing;

/// <summary>What became of a submission.</summary>
public enum ImportOutcome
{
    /// <summary>It is a new record.</summary>
    Added,

    /// <summary>Its record got what the source changed.</summary>
    Changed,

    /// <summary>Its record stays as it is.</summary>
    Unchanged,

    /// <summary>The mapping says that the row is no submission.</summary>
    LeftOut,

    /// <summary>It cannot become a record; the problems say why.</summary>
    Refused,
}

/// <summary>A value that both the source and an editor have changed since the last import. The editor's stays.</summary>
/// <param name="Key">The record's key; <c>story</c> for what stands below the front matter.</param>
/// <param name="Editor">What the file says; empty where it says nothing.</param>
/// <param name="Source">What the source says; empty where it says nothing.</param>
public sealed record ImportConflict(string Key, string Editor, string Source);

/// <summary>One row of an import and what became of it.</summary>
/// <param name="Source">The row.</param>
/// <param name="Key">What it is; <see langword="null"/> where that cannot be told.</param>
/// <param name="File">Its record's file from the content folder; <see langword="null"/> where there is none.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Changed">The keys that the record got.</param>
/// <param name="Conflicts">The keys where the editor's value stays against the source's.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record ImportedRow(
    RowPlace Source, SubmissionKey? Key, string? File, ImportOutcome Outcome, ImmutableArray<string> Changed, ImmutableArray<ImportConflict> Conflicts, string? Reason = null);

/// <summary>Where a row stands, without its values.</summary>
/// <param name="File">The file, as in <see cref="SourceRow.File"/>.</param>
/// <param name="Sheet">The sheet, where there are sheets.</param>
/// <param name="Row">The row, from 1.</param>
public sealed record RowPlace(string File, string? Sheet, int Row)
{
    /// <summary>The place of a row.</summary>
    public static RowPlace Of(SourceRow row) => new(row.File, row.Sheet, row.Row);

    /// <summary><c>file:sheet:row</c>.</summary>
    public override string ToString() => Sheet is null ? $"{File}:{Row}" : $"{File}:{Sheet}:{Row}";
}

/// <summary>A submission that an earlier import brought and that the source no longer names. Its record stays.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Record">Id of its record.</param>
public sealed record MissingSubmission(SubmissionKey Key, string Record);

/// <summary>What an import did, or would do.</summary>
/// <param name="Award">Id of the award or programme.</param>
/// <param name="IsDryRun">Whether nothing was written.</param>
/// <param name="Rows">Every row of the source, in its order.</param>
/// <param name="Missing">What the source no longer names, in order of keys.</param>
/// <param name="Problems">Every problem, in the order found.</param>
public sealed record ImportReport(
    string Award, bool IsDryRun, ImmutableArray<ImportedRow> Rows, ImmutableArray<MissingSubmission> Missing, ImmutableArray<ImportProblem> Problems)
{
    /// <summary>How many rows had an outcome.</summary>
    public int Count(ImportOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    /// <summary>How many records have a value in conflict.</summary>
    public int InConflict => Rows.Count(row => !row.Conflicts.IsEmpty);

    /// <summary>Whether there is something for the secretariat to look at.</summary>
    public bool HasFindings => InConflict > 0 || Problems.Length > 0 || Rows.Any(row => row.Outcome == ImportOutcome.Refused);
}
