namespace Practices.Indexer.Ingest;

/// <summary>A file as its folder lists it.</summary>
/// <param name="Name">Its path from the content folder, with <c>/</c>.</param>
/// <param name="Stamp">Its length and time; <see langword="null"/> of a link, whose own say nothing of the file behind it.</param>
public readonly record struct ListedFile(string Name, FileStamp? Stamp);

/// <summary>By what a file shows that it may have changed, without being opened.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Modified">When it was last written, in UTC.</param>
/// <param name="Mode">Who may read it; -1 where the system has no such thing.</param>
public readonly record struct FileStamp(long Length, DateTime Modified, UnixFileMode Mode)
{
    // Some file systems count seconds in twos: whatever is written within that after a reading may carry the time of before.
    private static readonly TimeSpan Coarseness = TimeSpan.FromSeconds(2);

    /// <summary>The stamp of a file as it is now; <see langword="null"/> of a link and of what cannot be looked at.</summary>
    public static FileStamp? Of(FileInfo file)
    {
        try
        {
            return !file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? new(file.Length, file.LastWriteTimeUtc, file.UnixFileMode) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a file that still has this stamp is what it was when it was read at a moment.</summary>
    public bool IsTrusted(DateTime readAt) => Modified < readAt - Coarseness;
}
