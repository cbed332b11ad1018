namespace Practices.Search.Storage;

/// <summary>A file of an index is not what it should be.</summary>
/// <param name="path">The file.</param>
/// <param name="problem">What is wrong with it, as the end of a sentence that begins with the file's name.</param>
internal sealed class StorageException(string path, string problem) : Exception($"{path} {problem}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong with it.</summary>
    public string Problem { get; } = problem;
}
