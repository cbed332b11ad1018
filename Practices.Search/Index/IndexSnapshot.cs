using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Facets;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>An index as it stood at one commit, opened and verified. Never changes; safe for any number of threads.</summary>
public sealed class IndexSnapshot : IDisposable
{
    // One for the owner and one for each search under way: the files are let go of when the last is given back, so that no search loses its ground.
    private int _holders = 1;
    private int _isDisposed;

    private IndexSnapshot(Manifest manifest, Segment segment)
    {
        Manifest = manifest;
        Segment = segment;
        Analyzers = [.. segment.LanguageCodes.Select(Analysis.Analyzers.For).Distinct()];
        Weights = [.. manifest.Schema.Texts.Select(field => field.Weight)];
        var words = 0.0;
        for (var field = 0; field < Weights.Length; field++) words += Weights[field] * segment.Lengths.Total(field);
        AverageLength = words > 0 ? words / manifest.Documents : 1;
    }

    /// <summary>The text that was kept with the snapshot when it was written.</summary>
    public string Stamp => Manifest.Stamp;

    /// <summary>The fields that the index was written with.</summary>
    public IndexSchema Schema => Manifest.Schema;

    internal Manifest Manifest { get; }

    internal Segment Segment { get; }

    /// <summary>The analyzers of the documents' languages: a query is read by each.</summary>
    internal ImmutableArray<Analyzer> Analyzers { get; }

    /// <summary>The weights of the text fields.</summary>
    internal ImmutableArray<double> Weights { get; }

    /// <summary>The mean of the documents' weighted lengths; 1 where there is no word at all.</summary>
    internal double AverageLength { get; }

    /// <summary>Opens the newest snapshot of a folder.</summary>
    /// <exception cref="IndexException">There is none, it is damaged, or it was written by another version; the message names the file and the remedy.</exception>
    public static IndexSnapshot Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var failedGeneration = 0;
        while (true)
        {
            try
            {
                var manifest = ReadManifest(folder);
                try
                {
                    return new(manifest, Segment.Open(folder, manifest));
                }
                catch (Exception missing) when (missing is (FileNotFoundException or DirectoryNotFoundException) && manifest.Generation != failedGeneration)
                {
                    // A writer may have swapped in the next generation after the manifest was read, and removed this one.
                    failedGeneration = manifest.Generation;
                }
            }
            catch (StorageException damage)
            {
                throw new IndexException($"{damage.Message}. Delete the folder \"{folder}\" and index again.", damage);
            }
            catch (Exception refused) when (refused is (IOException or UnauthorizedAccessException) and not IndexException)
            {
                throw new IndexException($"{folder}: the index cannot be read: {refused.Message} Give access to it, or delete the folder and index again.", refused);
            }
        }
    }

    /// <summary>The values of a facet; <see langword="null"/> when the schema has no such facet.</summary>
    internal FacetColumn? Values(string field) => Schema.Facets.IndexOf(field) is var facet and >= 0 ? Segment.Facets[facet] : null;

    /// <summary>Whether any document carries a value of a facet.</summary>
    internal bool Carries(string field, FacetPath path) => Values(field)?.Find(path) >= 0;

    /// <summary>Lets go of the files, once the searches under way have ended.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0) Release();
    }

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
        if (Interlocked.Decrement(ref _holders) == 0) Segment.Dispose();
    }

    private static Manifest ReadManifest(string folder)
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
}
