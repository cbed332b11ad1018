using System.Collections.Immutable;

namespace Practices.Indexer.Import.Announcing;

/// <summary>What an announcement or a withdrawal does to a record.</summary>
public enum StageChange
{
    /// <summary>The record appears with its recognition.</summary>
    RecordAppears,

    /// <summary>The record is public already; its recognition appears.</summary>
    RecognitionAppears,

    /// <summary>The record is public no more.</summary>
    RecordWithdrawn,

    /// <summary>The record stays; its recognition is seen no more.</summary>
    RecognitionWithdrawn,

    /// <summary>Nothing; the reason is its status, or that it is done already.</summary>
    None,
}

/// <summary>One record of a cycle.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Change">What happens to it.</param>
/// <param name="Outcomes">Its outcomes in the cycle, in the award's ids.</param>
/// <param name="Status">Its status before.</param>
public sealed record StagedRecord(string Id, string Title, StageChange Change, ImmutableArray<string> Outcomes, string Status);

/// <summary>What an announcement or a withdrawal did, or would do.</summary>
/// <param name="IsDryRun">Whether nothing was written.</param>
/// <param name="Records">Every record of the cycle, in order of ids.</param>
/// <param name="Problems">What is in the way; with one of these nothing was written.</param>
public sealed record StageReport(bool IsDryRun, ImmutableArray<StagedRecord> Records, ImmutableArray<string> Problems)
{
    /// <summary>How many records have a change.</summary>
    public int Count(StageChange change) => Records.Count(record => record.Change == change);

    /// <summary>How many records that change have an outcome, by the outcome's id; those without one under <c>no outcome</c>.</summary>
    public SortedDictionary<string, int> ByOutcome()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var outcome in Records.Where(record => record.Change != StageChange.None).SelectMany(record => record.Outcomes.DefaultIfEmpty("no outcome")))
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
        return counts;
    }
}
