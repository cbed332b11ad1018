using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;
using Practices.Indexer.Vocabularies;
using Practices.Search.Index;

namespace Practices.Indexer.Indexing;

/// <summary>
/// The collection as it is now: brings the index up to date with the content, and hands out the current catalog.
/// One thread at a time refreshes it; any number read <see cref="Current"/>, which is swapped whole.
/// </summary>
public sealed class PracticeLibrary : IDisposable
{
    private readonly Lock _refreshing = new();
    private readonly string _indexFolder;
    private readonly ContentReader _reader;
    private readonly TimeProvider _clock;
    private volatile PracticeCatalog? _current;
    private ImmutableArray<Diagnostic> _diagnostics = [];

    /// <summary>Makes a library of a content folder and an index folder; nothing is read before <see cref="Refresh"/>.</summary>
    public PracticeLibrary(string contentFolder, string indexFolder, TimeProvider? clock = null)
    {
        ContentFolder = contentFolder;
        _indexFolder = indexFolder;
        _reader = new(contentFolder);
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>The content folder.</summary>
    public string ContentFolder { get; }

    /// <summary>
    /// The current catalog. A caller keeps the one it took for the length of its work: an older one stays readable
    /// until nobody holds it, when the garbage collector lets its files go.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing has been read yet.</exception>
    public PracticeCatalog Current => _current ?? throw new InvalidOperationException("The collection has not been read yet: call Refresh first.");

    /// <summary>Whether there is a catalog to read.</summary>
    public bool IsReady => _current is not null;

    /// <summary>The problems of the content as last read.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Raised after <see cref="Current"/> was replaced, on the thread that refreshed.</summary>
    public event EventHandler? Changed;

    /// <summary>When the earliest embargo ends that the current catalog knows of.</summary>
    public DateTimeOffset? NextPublication => _current?.Stamp.NextPublication;

    /// <summary>The clock that embargoes are held against.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Why the last <see cref="Refresh"/> failed; <see langword="null"/> when it did not.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Makes the index agree with the content, and opens it.</summary>
    /// <param name="full">Whether to make the index of the content alone: a refused file's last good version is not kept.</param>
    /// <returns>What was done; <see langword="null"/> when the index was up to date already.</returns>
    /// <exception cref="IOException">The content cannot be read (also <see cref="DirectoryNotFoundException"/>) or the index cannot be written
    /// (<see cref="IndexException"/>). What was current stays current; where nothing was, the index that stands in the folder is opened if it can be.</exception>
    public IndexUpdate? Refresh(bool full = false)
    {
        lock (_refreshing)
        {
            try
            {
                using var reading = ContentReading.Begin(ContentFolder);
                var update = Update(full);
                LastFailure = null;
                return update;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                LastFailure = failure.Message;
                throw;
            }
        }
    }

    /// <summary>Opens the index as it stands, and writes nothing.</summary>
    /// <returns>Whether it is of the content as it is now.</returns>
    /// <exception cref="IOException">The content cannot be read, or there is no index that can be (<see cref="IndexException"/>).</exception>
    public bool Open()
    {
        lock (_refreshing)
        {
            using var reading = ContentReading.Begin(ContentFolder);
            var content = _reader.Peek();
            Replace(PracticeCatalog.Open(_indexFolder, content.Vocabularies));
            return IsUpToDate(Current, content.Fingerprint);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();

    private IndexUpdate? Update(bool full)
    {
        if (_current is null && !full && OpenUnchanged() is { } unchanged)
        {
            Replace(unchanged);
            return null;
        }

        var content = _reader.Read();
        _diagnostics = content.Diagnostics;

        // A process that still holds what the folder has lost is as good a memory of the last good versions.
        var existing = OpenExisting(content.Vocabularies);
        var previous = existing ?? _current;
        try
        {
            if (previous is not null && !full && IsUpToDate(previous, content.Fingerprint) && existing is not null)
            {
                Replace(existing);
                return null;
            }

            if (previous is not null && !content.MissingVocabularies.IsEmpty)
            {
                throw new IOException(
                    $"The vocabularies {string.Join(", ", content.MissingVocabularies)} cannot be read, so the index stays as it was. Mend or put back their files in {Path.Combine(ContentFolder, "vocabularies")}.");
            }

            var update = PracticeIndex.Write(content, _indexFolder, full ? null : previous, _clock.GetUtcNow());
            Replace(PracticeCatalog.Open(_indexFolder, content.Vocabularies));
            return update;
        }
        catch (IOException) when (_current is null && existing is not null)
        {
            // Better the collection as it was than none.
            Replace(existing);
            throw;
        }
        finally
        {
            if (existing is not null && existing != _current) existing.Dispose();
        }
    }

    /// <summary>The index of exactly this content, when the content had no problem: then nothing needs to be parsed to know that.</summary>
    private PracticeCatalog? OpenUnchanged()
    {
        var content = _reader.Peek();
        if (OpenExisting(content.Vocabularies) is not { } catalog) return null;
        if (IsUpToDate(catalog, content.Fingerprint) && catalog.Stamp.Problems == 0) return catalog;
        catalog.Dispose();
        return null;
    }

    private bool IsUpToDate(PracticeCatalog catalog, string fingerprint) =>
        catalog.Stamp.Fingerprint == fingerprint && !(catalog.Stamp.NextPublication <= _clock.GetUtcNow());

    /// <summary>
    /// The index as another run left it. One that is missing, damaged or foreign is no loss: it is made again from the content.
    /// </summary>
    private PracticeCatalog? OpenExisting(VocabularySet vocabularies)
    {
        try
        {
            return PracticeCatalog.Open(_indexFolder, vocabularies);
        }
        catch (IndexException)
        {
            return null;
        }
    }

    private void Replace(PracticeCatalog next)
    {
        // The same records under other vocabularies are another catalog: their names changed.
        if (_current is { } current && current.Version == next.Version && current.Stamp.Fingerprint == next.Stamp.Fingerprint)
        {
            if (next != current) next.Dispose();
            return;
        }

        _current = next;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
