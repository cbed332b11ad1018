namespace Practices.Search.Postings;

/// <summary>Documents of a segment that are only read: as bits, and one by one for who asks.</summary>
/// <param name="docs">The documents.</param>
/// <param name="count">How many they are.</param>
/// <param name="buffer">Has room for all of them; used on demand.</param>
internal sealed class MatchSet(DocSet docs, int count, int[] buffer)
{
    private bool _isListed;

    /// <summary>The documents as bits.</summary>
    public DocSet Docs => docs;

    /// <summary>How many they are.</summary>
    public int Count => count;

    /// <summary>The documents in ascending order.</summary>
    public ReadOnlySpan<int> List
    {
        get
        {
            if (!_isListed) docs.CopyTo(buffer);
            _isListed = true;
            return buffer.AsSpan(0, count);
        }
    }
}
