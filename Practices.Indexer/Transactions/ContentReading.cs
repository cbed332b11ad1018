namespace Practices.Indexer.Transactions;

/// <summary>
/// Held while a content folder is read: no change of several files begins or is half done in that time. A change that was decided on when its process died is completed first.
/// </summary>
public sealed class ContentReading : IDisposable
{
    private readonly FileStream? _lock;

    private ContentReading(FileStream? held) => _lock = held;

    /// <summary>Waits until the folder can be read.</summary>
    /// <param name="root">The content folder, which need not exist.</param>
    /// <exception cref="ContentBusyException">A change has been going on for minutes.</exception>
    /// <exception cref="IOException">An interrupted change cannot be completed; the message says what to do.</exception>
    public static ContentReading Begin(string root)
    {
        var change = ContentTransaction.FolderOf(root);
        while (true)
        {
            var held = ContentLocks.Read(change);
            if (!ContentTransaction.IsDecided(root)) return new(held);

            // Whoever decided on it has died: while it lived, nobody could have come in here.
            held?.Dispose();
            ContentTransaction.Complete(root);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();
}
