using Practices.Indexer.Transactions;

namespace Practices.Indexer.Ingest;

/// <summary>
/// Reads a content folder whole. Keep one to read again: only files whose bytes changed are parsed anew. Not safe for several threads.
/// </summary>
/// <param name="root">The content folder, as for <see cref="ContentLedger"/>.</param>
public sealed class ContentReader(string root)
{
    /// <summary>The longest file that is opened: a record's text is a hundred times shorter.</summary>
    public const int MaxFileBytes = 2 * 1024 * 1024;

    private readonly ContentLedger _ledger = new(root, mostAtHand: int.MaxValue);

    /// <summary>Reads everything there is. Problems are in the result; nothing is thrown for them.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message says what to do.</exception>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public ContentSet Read()
    {
        using var reading = ContentReading.Begin(_ledger.Root);
        _ledger.Refresh();
        return new(
            _ledger.Root,
            _ledger.Vocabularies,
            [.. _ledger.Records.Keys.Order(StringComparer.Ordinal).Select(_ledger.Record)],
            _ledger.Diagnostics,
            [.. _ledger.Refused],
            _ledger.FileCount,
            _ledger.Fingerprint);
    }
}
