using System.Collections.Immutable;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>What a merge did, or would do.</summary>
public enum MergeResult
{
    /// <summary>There is one record now, in one file.</summary>
    Merged,

    /// <summary>
    /// The other record is not public yet, or not as early as the kept one: it keeps its file, its texts and its embargo, and says what it is to be merged into. When it is
    /// public, <see cref="WaitingMerges"/> make one of the two.
    /// </summary>
    Waits,

    /// <summary>There is nothing left to do.</summary>
    Done,

    /// <summary>It cannot be; the message says why.</summary>
    Refused,
}

/// <summary>A merge and what came of it.</summary>
/// <param name="Kept">Id of the record that stays.</param>
/// <param name="Other">Id of the one that goes.</param>
/// <param name="Result">What came of it.</param>
/// <param name="IsDryRun">Whether nothing was written.</param>
/// <param name="Message">Why, in a sentence.</param>
/// <param name="Taken">The keys that the kept record got something of.</param>
/// <param name="Differences">What both state differently; that of the kept one stays.</param>
/// <param name="IsOfContent">Of a refusal: whether a file is wrong, not what was asked.</param>
public sealed record MergeReport(
    string Kept,
    string Other,
    MergeResult Result,
    bool IsDryRun,
    string Message,
    ImmutableArray<string> Taken,
    ImmutableArray<MergeDifference> Differences,
    bool IsOfContent = false);
