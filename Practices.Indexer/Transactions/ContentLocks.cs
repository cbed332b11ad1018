using Practices.Search.Storage;

namespace Practices.Indexer.Transactions;

/// <summary>
/// The two locks of a content folder. Whoever prepares a change holds <c>write.lock</c> alone. Readers share <c>apply.lock</c>, which the writer holds alone for the
/// moments in which files change, so that nobody reads some files of a change and not the others. The system lets go of both when a process ends.
/// </summary>
internal static class ContentLocks
{
    private const string ApplyLock = "apply.lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Far longer than a change of a hundred thousand files takes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Takes the writers' lock; <see langword="null"/> when another writer has it.</summary>
    public static WriteLock? TryWrite(string changeFolder) => WriteLock.TryTake(changeFolder);

    /// <summary>Waits until nobody reads, and keeps readers out.</summary>
    /// <exception cref="ContentBusyException">Somebody has been reading for minutes.</exception>
    public static FileStream Apply(string changeFolder) => Wait(
        Path.Combine(changeFolder, ApplyLock),
        path => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None),
        "Another program has been reading the content for minutes. Nothing was changed: try again when it has ended.")!;

    /// <summary>Waits until no files change, and keeps it so; <see langword="null"/> where no change has ever been made.</summary>
    /// <exception cref="ContentBusyException">A change has been going on for minutes.</exception>
    public static FileStream? Read(string changeFolder) => Wait(
        Path.Combine(changeFolder, ApplyLock),
        path => File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null,
        "Another program has been changing the content for minutes. Try again when it has ended.");

    private static FileStream? Wait(string path, Func<string, FileStream?> take, string busy)
    {
        for (var until = Environment.TickCount64 + (long)Longest.TotalMilliseconds; ;)
        {
            try
            {
                return take(path);
            }
            catch (IOException) when (File.Exists(path) && Environment.TickCount64 < until)
            {
                Thread.Sleep(Pause);
            }
            catch (IOException) when (File.Exists(path))
            {
                throw new ContentBusyException(busy);
            }
        }
    }
}
