namespace Practices.Search.Index;

/// <summary>Builds a snapshot and swaps it in.</summary>
public static class IndexWriter
{
    /// <summary>
    /// Writes an index of the documents into a folder, in place of what it holds. Readers of the old snapshot are undisturbed; a crash leaves the old or the new one.
    /// </summary>
    /// <param name="folder">The index folder; made when it is missing.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="documents">The documents, in any order: the same ones give the same bytes.</param>
    /// <param name="stamp">A text kept with the snapshot for the caller, such as a fingerprint of what the documents were made from.</param>
    public static void Write(string folder, IndexSchema schema, IEnumerable<Document> documents, string stamp = "") =>
        throw new NotSupportedException();
}
