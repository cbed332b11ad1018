namespace Practices.Indexer.Transactions;

/// <summary>Another program changes or reads the content at this moment; nothing was written, and the same may be tried again soon.</summary>
public sealed class ContentBusyException(string message) : IOException(message);
