using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>
/// Merges that were decided on before the announcement of one record: once both are public, whoever brings the index up to date completes them. Until then, and
/// where the announcement is withdrawn, nothing of the one comes into the other.
/// </summary>
public static class WaitingMerges
{
    /// <summary>Completes what has waited long enough, each in a transaction of its own, in the name of whoever decided on it.</summary>
    /// <param name="root">The content folder.</param>
    /// <param name="now">The moment it is now.</param>
    /// <returns>What came of each, in order of files; one that is refused waits on, and its message says why.</returns>
    /// <exception cref="IOException">The content cannot be read or written, or is being changed (<see cref="ContentBusyException"/>). What is not completed waits on.</exception>
    public static ImmutableArray<MergeReport> Complete(string root, DateTimeOffset now)
    {
        root = Path.GetFullPath(root);
        ContentSet content;
        using (ContentReading.Begin(root))
        {
            // Hardly ever does one wait, and reading all records takes long.
            if (!RecordFiles.Naming(RecordFiles.All(root), "merged-into").Any()) return [];
            content = new ContentReader(root).Read();
        }

        var open = content.Practices.Where(record => MergeRun.IsPublic(record, now)).ToDictionary(record => record.Id, StringComparer.Ordinal);
        return
        [
            .. open.Values.Where(record => record.MergedInto is { } kept && open.ContainsKey(kept))
                .OrderBy(record => record.File, StringComparer.Ordinal)
                .Select(record => MergeRun.Run(root, record.MergedInto!, record.Id, isDryRun: false, DecidedBy(root, record), now)),
        ];
    }

    private static string DecidedBy(string root, Practice record) =>
        ContentLog.Read(root).LastOrDefault(line => line.Entry is { What: "merge" } entry && entry.Records?.GetValueOrDefault("waits", []).Contains(record.Id) == true)?.Entry?.By ?? "unknown";
}
