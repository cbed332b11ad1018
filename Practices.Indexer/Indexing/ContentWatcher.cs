using System.Diagnostics;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Indexing;

/// <summary>
/// Follows the content folder and refreshes a library within a second of a change or of the end of an embargo. Only the paths that the file system names are
/// looked at; all of them at the start, where it has lost count, and once a minute, since network folders often tell nothing.
/// </summary>
public sealed class ContentWatcher : IDisposable
{
    // Editors save in several steps: the folder must be quiet for this long, so that a half-written file is not reported as broken.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    // A folder that is never quiet is looked at all the same.
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMilliseconds(600);

    // How often the folder is looked at itself: one that was moved away and replaced tells nothing to whoever listened to the old one.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // Another process may hold the index; it is done soon. Where the system refuses to tell of changes, this is how often they are looked for.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private readonly PracticeLibrary _library;
    private readonly SemaphoreSlim _changed = new(0);
    private FileSystemWatcher? _files;
    private readonly Lock _naming = new();
    private HashSet<string> _named = new(StringComparer.Ordinal);
    private bool _isAllNew = true;
    private DateTime _created;

    /// <summary>Starts listening; changes from now on are seen once <see cref="RunAsync"/> runs.</summary>
    public ContentWatcher(PracticeLibrary library)
    {
        _library = library;
        Listen();
    }

    /// <summary>Refreshes at once, so that the content is in memory when it changes, and on every change until it is cancelled. Nothing that goes wrong ends it.</summary>
    /// <param name="updated">Told of every refresh that changed the index or the list of problems.</param>
    /// <param name="failed">Told of a refresh that could not be done; the library stays as it was and is refreshed again soon.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(Action<IndexUpdate?, IReadOnlyList<Diagnostic>> updated, Action<IOException> failed, CancellationToken cancellation)
    {
        for (var goesOn = !cancellation.IsCancellationRequested; goesOn; goesOn = await NextAsync(cancellation))
        {
            var named = TakeNamed();
            try
            {
                var before = _library.Diagnostics;
                var update = named is null ? _library.Refresh() : _library.Refresh(named);
                if (update is not null || !before.SequenceEqual(_library.Diagnostics)) updated(update, _library.Diagnostics);
            }
            catch (IOException problem)
            {
                LookAtAll();
                failed(problem);
            }
#pragma warning disable CA1031 // A slip of ours in one refresh must not leave the site deaf for the rest of its life.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LookAtAll();
                failed(new IOException(problem.Message, problem));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _files?.Dispose();
        _changed.Dispose();
    }

    /// <summary>Waits until there may be something new; <see langword="false"/> when cancelled.</summary>
    private async Task<bool> NextAsync(CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        try
        {
            while (waited.Elapsed < Wait())
            {
                if (await _changed.WaitAsync(Glance < Wait() ? Glance : Wait(), cancellation))
                {
                    await UntilQuietAsync(cancellation);
                    return true;
                }

                if (_files is null || Created() != _created)
                {
                    Listen();
                    if (_files is not null) break;
                }
            }

            LookAtAll();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task UntilQuietAsync(CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < LongestQuiet && await _changed.WaitAsync(Quiet, cancellation))
        {
            // Each further change starts the quiet anew.
        }
    }

    private TimeSpan Wait()
    {
        if (_library.LastFailure is not null || _files is null) return RetryAfter;
        var embargo = _library.NextPublication - _library.Now;
        return embargo is { } left && left < LongestWait ? (left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1)) : LongestWait;
    }

    private DateTime Created() => Directory.GetCreationTimeUtc(_library.ContentFolder);

    /// <summary>Listens to the folder that stands there now, where the system lets us: it has a limit for listeners, and the folder may be away.</summary>
    private void Listen()
    {
        _files?.Dispose();
        _files = null;
        _created = Created();
        try
        {
            _files = new(_library.ContentFolder)
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
            _files.Error += (_, _) =>
            {
                LookAtAll();
                _changed.Release();
            };
            _files.EnableRaisingEvents = true;
        }
        catch (Exception refused) when (refused is IOException or ArgumentException or UnauthorizedAccessException)
        {
            _files?.Dispose();
            _files = null;
        }
    }

    private void OnChange(object sender, FileSystemEventArgs e)
    {
        // What is prepared beside the content is none of it.
        if (e.Name is ['.', ..]) return;
        lock (_naming)
        {
            _named.Add(NameOf(e.Name));
            if (e is RenamedEventArgs { OldName: not ['.', ..] } renamed) _named.Add(NameOf(renamed.OldName));
        }

        _changed.Release();
    }

    private static string NameOf(string? path) => (path ?? "").Replace(Path.DirectorySeparatorChar, '/');

    private void LookAtAll()
    {
        lock (_naming) _isAllNew = true;
    }

    // What was named since the last time; null when everything is to be looked at.
    private HashSet<string>? TakeNamed()
    {
        lock (_naming)
        {
            var named = _isAllNew || _named.Contains("") ? null : _named;
            (_named, _isAllNew) = (new(StringComparer.Ordinal), false);
            return named;
        }
    }
}
