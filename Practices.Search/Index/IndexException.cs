using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>An index cannot be opened or written. The message names the file and says what to do.</summary>
public sealed class IndexException : IOException
{
    /// <inheritdoc/>
    public IndexException(string message) : base(message) { }

    /// <inheritdoc/>
    public IndexException(string message, Exception inner) : base(message, inner) { }

    /// <summary>A file of an index is damaged or foreign.</summary>
    internal static IndexException Of(StorageException damage, string folder) => new($"{damage.Message}. Delete the folder \"{folder}\" and index again.", damage);
}
