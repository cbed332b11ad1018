namespace Practices.Search.Index;

/// <summary>An index as it stood at one commit, opened and verified.</summary>
public sealed class IndexSnapshot : IDisposable
{
    /// <summary>Opens the newest snapshot of a folder.</summary>
    /// <exception cref="IndexException">There is none, it is damaged, or it was written by another version; the message names the file and the remedy.</exception>
    public static IndexSnapshot Open(string folder) => throw new NotSupportedException(folder);

    /// <summary>The text that was kept with the snapshot when it was written.</summary>
    public string Stamp { get; } = "";

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

/// <summary>An index cannot be opened or written. The message names the file and says what to do.</summary>
public sealed class IndexException : IOException
{
    /// <inheritdoc/>
    public IndexException(string message) : base(message) { }

    /// <inheritdoc/>
    public IndexException(string message, Exception inner) : base(message, inner) { }
}
