using System.Collections.Immutable;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>
/// Brings an index to the next snapshot. Readers of the old one are undisturbed; a crash at any moment leaves the old or the new one, whole.
/// One writer at a time holds a folder; another is refused.
/// </summary>
public static class IndexWriter
{
    // What is gained by more is not worth their memory.
    private static readonly int Threads = Math.Min(Environment.ProcessorCount, 2);

    /// <summary>
    /// Makes the index hold exactly some documents. Those that it holds already, unchanged, stay where they are; the others are analysed and written.
    /// </summary>
    /// <param name="folder">The index folder; made when it is missing.</param>
    /// <param name="schema">The fields. Another schema than before makes everything be written.</param>
    /// <param name="documents">
    /// The documents. In a folder that holds no index the same documents give the same bytes, in any order up to 131,072 of them, beyond that in the order of ids.
    /// They are read once and not all kept in memory.
    /// </param>
    /// <param name="stamp">A text kept with the snapshot for the caller, such as a fingerprint of what the documents were made from.</param>
    /// <param name="anew">Whether to write every document, as into an empty folder.</param>
    /// <exception cref="IndexException">Another writer holds the folder, the folder is not an index, or the system refuses; the old snapshot stands.</exception>
    /// <exception cref="ArgumentException">The schema or a document is wrong: a name that is empty, unknown or comes twice; the old snapshot stands.</exception>
    public static void Write(string folder, IndexSchema schema, IEnumerable<Document> documents, string stamp = "", bool anew = false) =>
        Write(folder, schema, documents, stamp, DiskFiles.Instance, anew);

    /// <summary>Adds and replaces documents, and removes others; the rest stays as it is.</summary>
    /// <param name="folder">The index folder; made when it is missing.</param>
    /// <param name="schema">The fields; those that the index has.</param>
    /// <param name="changed">Documents to add, or to put in the place of those with their ids.</param>
    /// <param name="removed">Ids of documents to remove; one that the index lacks is passed over.</param>
    /// <param name="stamp">A text kept with the snapshot for the caller.</param>
    /// <exception cref="IndexException">As for <see cref="Write(string, IndexSchema, IEnumerable{Document}, string, bool)"/>.</exception>
    /// <exception cref="ArgumentException">As there; or the index has another schema.</exception>
    public static void Update(string folder, IndexSchema schema, IEnumerable<Document> changed, IEnumerable<string> removed, string stamp = "") =>
        Update(folder, schema, changed, removed, stamp, DiskFiles.Instance);

    internal static void Write(
        string folder, IndexSchema schema, IEnumerable<Document> documents, string stamp, IFileOperations files, bool anew = false, int? threads = null) =>
        Commit(folder, schema, files, threads ?? Threads, () => anew ? null : WhatCanBeKept(folder, schema), commit =>
        {
            foreach (var document in documents) commit.Add(document);
            commit.DeleteOthers();
            commit.Finish(stamp);
        });

    internal static void Update(
        string folder, IndexSchema schema, IEnumerable<Document> changed, IEnumerable<string> removed, string stamp, IFileOperations files) =>
        Commit(folder, schema, files, Threads, () => WhatStays(folder, schema), commit =>
        {
            foreach (var id in removed) commit.Delete(id);
            foreach (var document in changed) commit.Add(document);
            commit.Finish(stamp);
        });

    private static void Commit(
        string folder, IndexSchema schema, IFileOperations files, int threads, Func<(Manifest Manifest, ImmutableArray<SegmentReader> Segments)?> before, Action<IndexCommit> fill)
    {
        SchemaRules.Check(schema);
        try
        {
            files.CreateFolder(folder);

            // Looked at before the lock is taken, so that not even the lock's file is left in somebody else's folder.
            if (IndexFolder.ForeignEntry(folder) is { } foreign)
                throw new IndexException($"{folder}: holds {Path.GetFileName(foreign)}, which is no part of an index. Choose an empty or a new folder.");
            using var writeLock = WriteLock.TryTake(folder)
                ?? throw new IndexException($"{folder}: another program is writing this index. Wait until it has ended, and index again.");
            using var commit = new IndexCommit(folder, schema, files, before(), threads);
            fill(commit);
        }
        catch (StorageException damage)
        {
            throw IndexException.Of(damage, folder);
        }
        catch (Exception refused) when (refused is (IOException or UnauthorizedAccessException) and not IndexException)
        {
            throw new IndexException(
                $"{folder}: the index cannot be written: {refused.Message} What was there before still stands. Make room or give access, and index again.", refused);
        }
    }

    // Every document comes again, so what is damaged, or of another make, is no loss: it is written anew.
    private static (Manifest Manifest, ImmutableArray<SegmentReader> Segments)? WhatCanBeKept(string folder, IndexSchema schema)
    {
        try
        {
            var manifest = IndexSnapshot.ReadManifest(folder);
            return manifest.Schema.Equals(schema) ? (manifest, IndexSnapshot.OpenSegments(folder, manifest, Verification.Everything)) : null;
        }
        catch (Exception unusable) when (unusable is StorageException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // What does not come again must be there. Whoever opened the snapshot has verified it, and whoever opens the next will.
    private static (Manifest Manifest, ImmutableArray<SegmentReader> Segments)? WhatStays(string folder, IndexSchema schema)
    {
        if (!File.Exists(Path.Combine(folder, Manifest.FileName))) return null;
        var manifest = IndexSnapshot.ReadManifest(folder);
        if (!manifest.Schema.Equals(schema)) throw new ArgumentException("The index has other fields than these; write it anew.", nameof(schema));
        return (manifest, IndexSnapshot.OpenSegments(folder, manifest, Verification.None));
    }
}
