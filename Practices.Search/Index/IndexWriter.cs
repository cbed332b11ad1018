using System.Collections.Immutable;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>Builds a snapshot and swaps it in.</summary>
public static class IndexWriter
{
    /// <summary>
    /// Writes an index of the documents into a folder, in place of what it holds. Readers of the old snapshot are undisturbed; a crash leaves the old or the new one.
    /// </summary>
    /// <param name="folder">The index folder; made when it is missing.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="documents">The documents, in any order: the same ones give the same bytes.</param>
    /// <param name="stamp">A text kept with the snapshot for the caller, such as a fingerprint of what the documents were made from.</param>
    /// <exception cref="IndexException">Another writer holds the folder, the folder is not an index, or the system refuses; the old snapshot stands.</exception>
    /// <exception cref="ArgumentException">The schema or a document is wrong: a name that is empty, unknown or comes twice.</exception>
    public static void Write(string folder, IndexSchema schema, IEnumerable<Document> documents, string stamp = "") =>
        Write(folder, schema, documents, stamp, DiskFiles.Instance);

    internal static void Write(string folder, IndexSchema schema, IEnumerable<Document> documents, string stamp, IFileOperations files)
    {
        SchemaRules.Check(schema);
        var sorted = SchemaRules.Sort(schema, documents);
        try
        {
            files.CreateFolder(folder);

            // Looked at before the lock is taken, so that not even the lock's file is left in somebody else's folder.
            if (IndexFolder.ForeignEntry(folder) is { } foreign)
                throw new IndexException($"{folder}: holds {Path.GetFileName(foreign)}, which is no part of an index. Choose an empty or a new folder.");
            using var writeLock = WriteLock.TryTake(folder)
                ?? throw new IndexException($"{folder}: another program is writing this index. Wait until it has ended, and index again.");
            Commit(folder, schema, sorted, stamp, files);
        }
        catch (Exception refused) when (refused is (IOException or UnauthorizedAccessException) and not IndexException)
        {
            throw new IndexException(
                $"{folder}: the index cannot be written: {refused.Message} What was there before still stands. Make room or give access, and index again.", refused);
        }
    }

    // Nothing that a reader sees changes before the rename of the manifest, and that is one step.
    private static void Commit(string folder, IndexSchema schema, ImmutableArray<Document> documents, string stamp, IFileOperations files)
    {
        var generation = IndexFolder.NextGeneration(folder);
        var next = Path.Combine(folder, IndexFolder.NextManifest);
        Manifest manifest;
        try
        {
            var entries = SegmentWriter.Write(files, folder, Segment.NameOf(generation), schema, documents);
            manifest = new(generation, VersionOf(schema, documents), stamp, schema, documents.Length, entries);
            using var file = files.Create(next);
            file.Write(manifest.ToBytes());
            file.Flush();
        }
        catch
        {
            Remove(files, [.. Segment.Extensions.Select(extension => Path.Combine(folder, Segment.NameOf(generation) + extension)), next]);
            throw;
        }

        // The names of the segment's files are to be on the disk before a manifest speaks of them.
        files.FlushFolder(folder);
        files.Rename(next, Path.Combine(folder, Manifest.FileName));
        files.FlushFolder(folder);
        Remove(files, IndexFolder.SegmentFiles(folder).Where(path => manifest.Files.All(entry => entry.Name != Path.GetFileName(path))));
    }

    private static string VersionOf(IndexSchema schema, ImmutableArray<Document> documents)
    {
        using var digest = new DocumentDigest(schema);
        foreach (var document in documents) digest.Add(document);
        return digest.Finish();
    }

    // What cannot be removed now, such as a file that a reader holds on Windows, the next writer removes.
    private static void Remove(IFileOperations files, IEnumerable<string> paths)
    {
        foreach (var path in paths.ToArray())
        {
            try
            {
                files.Delete(path);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
