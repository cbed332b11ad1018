namespace Practices.Search.Storage;

/// <summary>
/// Holds a folder for one writer, among the threads and processes of a machine. The system lets go of it when the process ends, however it ends;
/// the empty file stays, since taking it away would let two writers hold two files of one name.
/// </summary>
internal sealed class WriteLock : IDisposable
{
    /// <summary>The file's name in the folder.</summary>
    public const string FileName = "write.lock";

    private readonly FileStream _stream;

    private WriteLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock; <see langword="null"/> when another writer has it.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static WriteLock? TryTake(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (IsHeld(path))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    // A sharing violation and a full disk are one exception type, and its codes differ between systems: whether the file is held shows when it stands and refuses a reader.
    private static bool IsHeld(string path)
    {
        if (!File.Exists(path)) return false;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
