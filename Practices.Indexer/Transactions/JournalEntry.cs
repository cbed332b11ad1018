namespace Practices.Indexer.Transactions;

/// <summary>What is to become of a file.</summary>
internal enum JournalAction : byte
{
    /// <summary>The end of the journal.</summary>
    End,

    /// <summary>It gets the bytes that follow.</summary>
    Write,

    /// <summary>It is taken away.</summary>
    Delete,

    /// <summary>It stays as it is: what was said of it before is void.</summary>
    Leave,
}

/// <summary>One file of a change.</summary>
/// <param name="Action">What is to become of it.</param>
/// <param name="Name">Its path from the content folder, with <c>/</c>.</param>
/// <param name="Before">SHA-256 of the bytes that the change was made from, in hexadecimal; empty where there was no file.</param>
/// <param name="Offset">Where its new bytes begin in the journal.</param>
/// <param name="Length">How many there are.</param>
internal sealed record JournalEntry(JournalAction Action, string Name, string Before, long Offset, int Length);
