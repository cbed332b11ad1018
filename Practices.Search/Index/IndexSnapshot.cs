using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Facets;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>An index as it stood at one commit, opened and verified. Never changes; safe for any number of threads.</summary>
public sealed class IndexSnapshot : IDisposable
{
    private readonly string _folder;

    // One for the owner and one for each search under way: the files are let go of when the last is given back, so that no search loses its ground.
    private int _holders = 1;
    private int _isDisposed;

    private IndexSnapshot(string folder, Manifest manifest, ImmutableArray<SegmentReader> segments)
    {
        _folder = folder;
        Manifest = manifest;
        Segments = segments;
        Count = manifest.Documents;
        Analyzers = [.. segments.SelectMany(segment => segment.Languages).Distinct().Order(StringComparer.Ordinal).Select(Analysis.Analyzers.For).Distinct()];
        Weights = [.. manifest.Schema.Texts.Select(field => field.Weight)];
        Facets = [.. manifest.Schema.Facets.Select((field, number) => new SnapshotFacet(field, segments, number))];
        var totals = new long[Weights.Length];
        foreach (var segment in segments)
        {
            for (var field = 0; field < totals.Length; field++) totals[field] += segment.FieldTotals[field];
        }

        AverageLength = FieldLengths.Average(totals, Weights, Count);
    }

    /// <summary>The text that was kept with the snapshot when it was written.</summary>
    public string Stamp => Manifest.Stamp;

    /// <summary>The fields that the index was written with.</summary>
    public IndexSchema Schema => Manifest.Schema;

    /// <summary>How many documents there are.</summary>
    public int Count { get; }

    internal Manifest Manifest { get; }

    /// <summary>The segments; a document's place is its segment and its number there.</summary>
    internal ImmutableArray<SegmentReader> Segments { get; }

    /// <summary>The facets, in the schema's order.</summary>
    internal ImmutableArray<SnapshotFacet> Facets { get; }

    /// <summary>The analyzers of the documents' languages: a query is read by each.</summary>
    internal ImmutableArray<Analyzer> Analyzers { get; }

    /// <summary>The weights of the text fields.</summary>
    internal ImmutableArray<double> Weights { get; }

    /// <summary>The mean of the documents' weighted lengths; 1 where there is no word at all.</summary>
    internal double AverageLength { get; }

    /// <summary>Opens the newest snapshot of a folder.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="verification">How much is held against checksums before anything is answered.</param>
    /// <exception cref="IndexException">There is none, it is damaged, or it was written by another version; the message names the file and the remedy.</exception>
    public static IndexSnapshot Open(string folder, Verification verification = Verification.Results)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Open(folder, verification, before: null);
    }

    /// <summary>Opens the newest snapshot of the same folder; of its files only those that this snapshot does not have are opened and verified.</summary>
    /// <exception cref="IndexException">As for <see cref="Open(string, Verification)"/>.</exception>
    public IndexSnapshot Reopen() => Open(_folder, Verification.Results, this);

    /// <summary>What is said of a file that turns out to be damaged while it is read.</summary>
    internal IndexException ExceptionOf(StorageException damage) => IndexException.Of(damage, _folder);

    /// <summary>Whether the folder still holds this very snapshot; its files are not looked at.</summary>
    public bool IsNewest()
    {
        try
        {
            var newest = ReadManifest(_folder);
            return (newest.Generation, newest.Version, newest.Stamp) == (Manifest.Generation, Manifest.Version, Manifest.Stamp);
        }
        catch (Exception unreadable) when (unreadable is StorageException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Lets go of the files, once the searches under way have ended.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0) Release();
    }

    /// <summary>How many documents hold a term, in any field.</summary>
    internal int DocumentCount(string term)
    {
        var count = 0;
        foreach (var reader in Segments) count += reader.Segment.Terms.Find(term) is var number and >= 0 ? reader.DocumentCount(number) : 0;
        return count;
    }

    /// <summary>Whether any document carries a value of a facet, or one below it.</summary>
    internal bool Carries(string field, FacetPath path) =>
        Schema.Facets.IndexOf(field) is var facet and >= 0 && Facets[facet].Paths.BinarySearch(path) is var ordinal and >= 0 && Facets[facet].Totals[ordinal] > 0;

    /// <summary>Keeps the files open while a search runs; every call needs a <see cref="Release"/>.</summary>
    /// <exception cref="ObjectDisposedException">The snapshot is closed.</exception>
    internal void Hold()
    {
        for (var holders = Volatile.Read(ref _holders); ;)
        {
            ObjectDisposedException.ThrowIf(holders == 0, this);
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders) return;
            holders = seen;
        }
    }

    /// <summary>Ends a <see cref="Hold"/>.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _holders) > 0) return;
        foreach (var segment in Segments) segment.Release();
    }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="StorageException">It is damaged, or of another version.</exception>
    /// <exception cref="IndexException">There is none.</exception>
    internal static Manifest ReadManifest(string folder)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        try
        {
            return Manifest.FromBytes(File.ReadAllBytes(path), path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexException($"{path} is missing: the folder holds no index. Index first; if it should hold one, delete it and index again.", missing);
        }
    }

    /// <summary>Opens the segments that a manifest names.</summary>
    /// <param name="folder">The index folder.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="verification">How much is held against checksums.</param>
    /// <param name="known">Segments that are open already, and may be shared.</param>
    internal static ImmutableArray<SegmentReader> OpenSegments(string folder, Manifest manifest, Verification verification, ImmutableArray<SegmentReader> known = default)
    {
        var readers = ImmutableArray.CreateBuilder<SegmentReader>(manifest.Segments.Length);
        try
        {
            foreach (var entry in manifest.Segments)
            {
                var shared = known.IsDefault ? null : known.FirstOrDefault(reader => reader.Entry.Files.SequenceEqual(entry.Files));
                var segment = shared?.Segment.TryHold() is true ? shared.Segment : Segment.Open(folder, entry, manifest.Schema, verification);
                try
                {
                    readers.Add(new(segment, entry, entry.Deletions is null ? null : Deletions.Open(folder, entry.Deletions, entry.Documents)));
                }
                catch
                {
                    segment.Release();
                    throw;
                }
            }

            return readers.DrainToImmutable();
        }
        catch
        {
            foreach (var reader in readers) reader.Release();
            throw;
        }
    }

    private static IndexSnapshot Open(string folder, Verification verification, IndexSnapshot? before)
    {
        var failedGeneration = 0;
        while (true)
        {
            try
            {
                var manifest = ReadManifest(folder);
                try
                {
                    return new(folder, manifest, OpenSegments(folder, manifest, verification, before?.Segments ?? default));
                }
                catch (Exception missing) when (missing is (FileNotFoundException or DirectoryNotFoundException) && manifest.Generation != failedGeneration)
                {
                    // A writer may have swapped in the next snapshot after the manifest was read, and removed files of this one.
                    failedGeneration = manifest.Generation;
                }
            }
            catch (StorageException damage)
            {
                throw IndexException.Of(damage, folder);
            }
            catch (Exception refused) when (refused is (IOException or UnauthorizedAccessException) and not IndexException)
            {
                throw new IndexException($"{folder}: the index cannot be read: {refused.Message} Give access to it, or delete the folder and index again.", refused);
            }
        }
    }
}
