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
    // So many records' texts are held between their reading and the making of the index; the others are read twice, so that memory does not grow with the folder.
    private const int MostAtHand = 4096;

    // A folder that never rests is left for the next refresh.
    private const int MostRounds = 3;

    private readonly Lock _refreshing = new();
    private readonly string _indexFolder;
    private readonly ContentLedger _content;
    private readonly PracticeIndex _index;
    private readonly TimeProvider _clock;
    private volatile PracticeCatalog? _current;
    private ImmutableArray<Diagnostic> _diagnostics = [];

    /// <summary>Makes a library of a content folder and an index folder; nothing is read before <see cref="Refresh(bool)"/>.</summary>
    public PracticeLibrary(string contentFolder, string indexFolder, TimeProvider? clock = null)
    {
        ContentFolder = contentFolder;
        _indexFolder = indexFolder;
        _content = new(contentFolder, MostAtHand);
        _index = new(_content, indexFolder);
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

    /// <summary>The moment that embargoes are held against.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Why the last <see cref="Refresh(bool)"/> failed; <see langword="null"/> when it did not.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Makes the index agree with the content, and opens it.</summary>
    /// <param name="full">Whether to make the index of the content alone: a refused file's last good version is not kept.</param>
    /// <returns>What was done; <see langword="null"/> when the index was up to date already.</returns>
    /// <exception cref="IOException">The content cannot be read (also <see cref="DirectoryNotFoundException"/>) or the index cannot be written
    /// (<see cref="IndexException"/>). What was current stays current; where nothing was, the index that stands in the folder is opened if it can be.</exception>
    public IndexUpdate? Refresh(bool full = false) => Refresh(() => Update(full, named: null));

    /// <summary>Makes the index agree with what became of some files, and looks at no others where that is enough.</summary>
    /// <param name="named">Paths from the content folder, with <c>/</c>, of all files and folders that came, went or changed since the last refresh.</param>
    /// <returns>As for <see cref="Refresh(bool)"/>.</returns>
    /// <exception cref="IOException">As for <see cref="Refresh(bool)"/>.</exception>
    public IndexUpdate? Refresh(IReadOnlyCollection<string> named) => Refresh(() => Update(full: false, named));

    /// <summary>Opens the index as it stands, and writes nothing.</summary>
    /// <returns>Whether it is of the content as it is now.</returns>
    /// <exception cref="IOException">The content cannot be read, or there is no index that can be (<see cref="IndexException"/>).</exception>
    public bool Open()
    {
        lock (_refreshing)
        {
            using var reading = ContentReading.Begin(ContentFolder);
            var fingerprint = _content.Peek();
            Replace(PracticeCatalog.Open(_indexFolder, _content.Vocabularies));
            return IsUpToDate(Current, fingerprint);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();

    private IndexUpdate? Refresh(Func<IndexUpdate?> update)
    {
        lock (_refreshing)
        {
            try
            {
                using var reading = ContentReading.Begin(ContentFolder);
                var done = update();
                LastFailure = null;
                return done;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                LastFailure = failure.Message;
                throw;
            }
        }
    }

    private IndexUpdate? Update(bool full, IReadOnlyCollection<string>? named)
    {
        if (_current is null && !full && OpenUnchanged() is { } unchanged)
        {
            Replace(unchanged);
            return null;
        }

        _index.Note(named is null ? _content.Refresh() : _content.Refresh(named));
        var update = Write(full);
        for (var round = 1; _index.Stale.Count > 0 && round < MostRounds; round++)
        {
            _index.Note(_content.Refresh([.. _index.Stale]));
            update = Write(full: false) ?? update;
        }

        return update;
    }

    private IndexUpdate? Write(bool full)
    {
        _diagnostics = _content.Diagnostics;

        // A process that still holds what the folder has lost is as good a memory of the last good versions.
        var shown = _current;
        var existing = OpenExisting(_content.Vocabularies);
        var previous = existing ?? _current;
        try
        {
            if (existing is not null && !full && _index.Stale.Count == 0 && IsUpToDate(existing, _content.Fingerprint))
            {
                _index.Settle(existing, IsSame(existing, _current));
                Replace(existing);
                return null;
            }

            if (previous is not null && !_content.MissingVocabularies.IsEmpty)
            {
                throw new IOException(
                    $"The vocabularies {string.Join(", ", _content.MissingVocabularies)} cannot be read, so the index stays as it was. Mend or put back their files in {Path.Combine(ContentFolder, "vocabularies")}.");
            }

            // The index that stands there is the one that this process has followed.
            var canFollow = !full && _index.CanFollow && existing is not null && IsSame(existing, _current);
            var now = _clock.GetUtcNow();
            var update = canFollow ? _index.WriteChanges(existing!, now) : _index.Write(full ? null : previous, now);
            Replace(OpenNext(canFollow ? [.. update.Added, .. update.Changed, .. update.Removed] : null));
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
            if (existing is not null && existing != _current && existing != shown) existing.Dispose();
        }
    }

    /// <summary>The index of exactly this content, when the content had no problem: then nothing needs to be parsed to know that.</summary>
    private PracticeCatalog? OpenUnchanged()
    {
        var fingerprint = _content.Peek();
        if (OpenExisting(_content.Vocabularies) is not { } catalog) return null;
        if (IsUpToDate(catalog, fingerprint) && catalog.Stamp.Problems == 0) return catalog;
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
            if (_current is { } current && current.IsNewest(vocabularies)) return current;
            return _current?.Reopen(vocabularies) ?? PracticeCatalog.Open(_indexFolder, vocabularies);
        }
        catch (IndexException)
        {
            return null;
        }
    }

    private PracticeCatalog OpenNext(IReadOnlyCollection<string>? changed) => _current?.Reopen(_content.Vocabularies, changed) ?? PracticeCatalog.Open(_indexFolder, _content.Vocabularies);

    // The same records under other vocabularies are another catalog: their names changed.
    private static bool IsSame(PracticeCatalog next, PracticeCatalog? current) => current?.Version == next.Version && current.Stamp.Fingerprint == next.Stamp.Fingerprint;

    // Whoever types on finds it made, or waits for what is left of its making.
    private static void MakeSuggester(PracticeCatalog catalog)
    {
        try
        {
            _ = catalog.Suggester;
        }
        catch (ObjectDisposedException)
        {
            // The catalog was closed; nobody asks it any more.
        }
    }

    private void Replace(PracticeCatalog next)
    {
        if (IsSame(next, _current))
        {
            if (next != _current) next.Dispose();
            return;
        }

        var isSuggesting = _current is { HasSuggester: true };
        _current = next;
        if (isSuggesting) _ = Task.Run(() => MakeSuggester(next));
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
