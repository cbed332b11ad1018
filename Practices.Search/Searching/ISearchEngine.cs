using System.Collections.Immutable;

namespace Practices.Search.Searching;

/// <summary>
/// One snapshot of an index, open for searching. This is the seam at which another engine can stand beside ours.
/// Safe for any number of threads; a snapshot never changes.
/// </summary>
public interface ISearchEngine : IDisposable
{
    /// <summary>Names the content of the snapshot: equal documents and schema give an equal name. Lower-case hexadecimal.</summary>
    string Version { get; }

    /// <summary>How many documents there are.</summary>
    int Count { get; }

    /// <summary>Every id, in ordinal order.</summary>
    IEnumerable<string> Ids { get; }

    /// <summary>Finds, counts and ranks.</summary>
    SearchResult Search(SearchRequest request);

    /// <summary>The documents that are most like one, the best first, itself left out; empty when there is no such document or nothing is like it.</summary>
    ImmutableArray<Hit> Similar(string id, SimilarRequest request);

    /// <summary>Why a document ranks where it does for the text of a request; <see langword="null"/> when there is no such document or it does not match.</summary>
    Explanation? Explain(SearchRequest request, string id);

    /// <summary>The bytes that were stored with a document; <see langword="false"/> when there is no such document.</summary>
    bool TryGetStored(string id, out ReadOnlyMemory<byte> stored);
}
