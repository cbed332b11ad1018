using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
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

    /// <summary>Makes the index agree with the content, and opens it.</summary>
    /// <param name="full">Whether to make the index of the content alone: a refused file's last good version is not kept.</param>
    /// <returns>What was done; <see langword="null"/> when the index was up to date already.</returns>
    /// <exception cref="IOException">The content cannot be read (also <see cref="DirectoryNotFoundException"/>) or the index cannot be written
    /// (<see cref="IndexException"/>). What was current stays current.</exception>
    public IndexUpdate? Refresh(bool full = false)
    {
        lock (_refreshing)
        {
            var content = _reader.Read();
            _diagnostics = content.Diagnostics;
            var previous = full ? null : OpenExisting(content);
            if (previous is not null && IsUpToDate(previous, content))
            {
                Replace(previous);
                return null;
            }

            var update = PracticeIndex.Write(content, _indexFolder, previous, _clock.GetUtcNow());
            Replace(PracticeCatalog.Open(_indexFolder, content.Vocabularies));
            return update;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();

    private bool IsUpToDate(PracticeCatalog catalog, ContentSet content) =>
        catalog.Stamp.Fingerprint == content.Fingerprint && !(catalog.Stamp.NextPublication <= _clock.GetUtcNow());

    /// <summary>
    /// The index as another run left it. One that is missing, damaged or foreign is no loss: it is made again from the content.
    /// </summary>
    private PracticeCatalog? OpenExisting(ContentSet content)
    {
        try
        {
            return PracticeCatalog.Open(_indexFolder, content.Vocabularies);
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
            next.Dispose();
            return;
        }

        _current = next;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
