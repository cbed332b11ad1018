namespace Practices.Search.Storage;

/// <summary>
/// Everything that an index writer does to a folder. The one place where the disk is changed, so that a test can let any operation fail.
/// Each throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when the system refuses.
/// </summary>
internal interface IFileOperations
{
    /// <summary>Makes a folder and those above it; nothing when it stands.</summary>
    void CreateFolder(string folder);

    /// <summary>Makes an empty file, in place of one that stands there.</summary>
    IOutputFile Create(string path);

    /// <summary>Gives a file another name in its folder, in place of one that stands there, in one indivisible step.</summary>
    void Rename(string from, string to);

    /// <summary>Waits until the names in a folder are on the disk.</summary>
    void FlushFolder(string folder);

    /// <summary>Takes a file away.</summary>
    void Delete(string path);
}

/// <summary>A file that is being written, from its beginning to its end.</summary>
internal interface IOutputFile : IDisposable
{
    /// <summary>Adds bytes at the end.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Waits until all that was written is on the disk.</summary>
    void Flush();
}
