using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Indexing;

/// <summary>
/// The collection as it is now: brings the index up to date with the content, follows changes while a program runs,
/// and hands out the current catalog.
/// </summary>
public sealed class PracticeLibrary : IDisposable
{
    /// <summary>The current catalog. A caller keeps the one it took for the length of its work; it stays open until the last has let go.</summary>
    public PracticeCatalog Current => throw new NotSupportedException();

    /// <summary>The problems of the content as last read.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Raised after <see cref="Current"/> was replaced.</summary>
    public event EventHandler? Changed;

    /// <inheritdoc/>
    public void Dispose() => Changed?.Invoke(this, EventArgs.Empty);
}
