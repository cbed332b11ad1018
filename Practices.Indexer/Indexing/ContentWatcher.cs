using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Indexing;

/// <summary>
/// Follows the content folder and refreshes a library within a second of a change, of the end of an embargo, or of a change that
/// the file system did not tell of (network folders often do not) within a minute.
/// </summary>
public sealed class ContentWatcher : IDisposable
{
    // Editors save in several steps: the folder must be quiet for this long, so that a half-written file is not reported as broken.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // Another process may hold the index; it is done soon.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private readonly PracticeLibrary _library;
    private readonly FileSystemWatcher _files;
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Starts listening; changes from now on are seen once <see cref="RunAsync"/> runs.</summary>
    public ContentWatcher(PracticeLibrary library)
    {
        _library = library;
        _files = new(library.ContentFolder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        _files.Changed += OnChange;
        _files.Created += OnChange;
        _files.Deleted += OnChange;
        _files.Renamed += OnChange;

        // Too many changes at once to name them: everything is looked at again.
        _files.Error += (_, _) => _changed.Release();
        _files.EnableRaisingEvents = true;
    }

    /// <summary>Refreshes on every change until it is cancelled.</summary>
    /// <param name="updated">Told of every refresh that changed the index or the list of problems.</param>
    /// <param name="failed">Told of a refresh that could not be done; the library stays as it was and is refreshed again soon.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(Action<IndexUpdate?, IReadOnlyList<Diagnostic>> updated, Action<IOException> failed, CancellationToken cancellation)
    {
        var wait = Wait();
        while (true)
        {
            try
            {
                if (await _changed.WaitAsync(wait, cancellation)) await UntilQuietAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                var before = _library.Diagnostics;
                var update = _library.Refresh();
                if (update is not null || !before.SequenceEqual(_library.Diagnostics)) updated(update, _library.Diagnostics);
                wait = Wait();
            }
            catch (IOException problem)
            {
                failed(problem);
                wait = RetryAfter;
            }
            catch (UnauthorizedAccessException problem)
            {
                failed(new IOException(problem.Message, problem));
                wait = RetryAfter;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _files.Dispose();
        _changed.Dispose();
    }

    private void OnChange(object sender, FileSystemEventArgs e) => _changed.Release();

    private async Task UntilQuietAsync(CancellationToken cancellation)
    {
        while (await _changed.WaitAsync(Quiet, cancellation))
        {
            // Each further change starts the quiet anew.
        }
    }

    private TimeSpan Wait()
    {
        var embargo = _library.NextPublication - DateTimeOffset.UtcNow;
        return embargo is { } left && left < LongestWait ? (left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1)) : LongestWait;
    }
}
