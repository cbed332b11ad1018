using Practices.Search.Index;

namespace Practices.Search.Searching;

/// <summary>Searches a snapshot.</summary>
public sealed class Searcher(IndexSnapshot snapshot) : ISearchEngine
{
    /// <inheritdoc/>
    public string Version => "";

    /// <inheritdoc/>
    public int Count => 0;

    /// <inheritdoc/>
    public IEnumerable<string> Ids => [];

    /// <inheritdoc/>
    public SearchResult Search(SearchRequest request) => SearchResult.Empty;

    /// <inheritdoc/>
    public Explanation? Explain(string text, string id) => null;

    /// <inheritdoc/>
    public bool TryGetStored(string id, out ReadOnlyMemory<byte> stored)
    {
        stored = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => snapshot.Dispose();
}
