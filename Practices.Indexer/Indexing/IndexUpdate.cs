using System.Collections.Immutable;

namespace Practices.Indexer.Indexing;

/// <summary>What an indexing run did.</summary>
/// <param name="Added">Ids that are new.</param>
/// <param name="Changed">Ids whose record is another than before.</param>
/// <param name="Removed">Ids that are gone: deleted, withdrawn, or no longer published.</param>
/// <param name="Unchanged">How many records stayed as they were.</param>
/// <param name="Refused">Files that gave no record because of an error.</param>
/// <param name="Kept">Ids of refused files whose last good version stays.</param>
/// <param name="Elapsed">Reading, building and writing together.</param>
public sealed record IndexUpdate(
    ImmutableArray<string> Added,
    ImmutableArray<string> Changed,
    ImmutableArray<string> Removed,
    int Unchanged,
    ImmutableArray<string> Refused,
    ImmutableArray<string> Kept,
    TimeSpan Elapsed)
{
    /// <summary>How many records are public after the run.</summary>
    public int Total => Added.Length + Changed.Length + Unchanged;
}
