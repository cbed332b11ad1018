using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>The working memory of a search in one segment, lent from one search to the next so that searching allocates little. One search has it at a time.</summary>
/// <param name="documents">How many documents the segment has.</param>
internal sealed class SearchScratch(int documents)
{
    // More than this is not kept: a phrase with a short prefix may need many cursors once, a pasted page many words.
    private const int MaxCursors = 64;
    private const int MaxSets = 32;
    private const int MaxFrequencies = 4;

    private readonly Pool<DocSet> _sets = new(() => new DocSet(documents));
    private readonly Pool<double[]> _frequencies = new(() => new double[DocSet.WordsFor(documents) * 64]);
    private readonly Pool<int[]> _lists = new(() => new int[documents]);
    private readonly Pool<PostingCursor> _cursors = new(() => new PostingCursor());
    private readonly Pool<PositionCursor> _positions = new(() => new PositionCursor());
    private int[] _counts = [];
    private int[] _setCounts = [];

    /// <summary>An empty set.</summary>
    public DocSet EmptySet()
    {
        var set = _sets.Lend();
        set.Clear();
        return set;
    }

    /// <summary>A set with the members of another.</summary>
    public DocSet Copy(DocSet other)
    {
        var set = _sets.Lend();
        set.CopyFrom(other);
        return set;
    }

    /// <summary>Zero for each document, and for those that fill up the last word of a set.</summary>
    public double[] Frequencies()
    {
        var frequencies = _frequencies.Lend();
        Array.Clear(frequencies);
        return frequencies;
    }

    /// <summary>Room for every document; holds anything at first.</summary>
    public int[] List() => _lists.Lend();

    /// <summary>A cursor that stands nowhere.</summary>
    public PostingCursor Cursor() => _cursors.Lend();

    /// <summary>A cursor of positions that stands nowhere.</summary>
    public PositionCursor Positions() => _positions.Lend();

    /// <summary>Numbers for counting values; hold anything at first. The same for every call.</summary>
    public Span<int> Counts(int count)
    {
        if (_counts.Length < count) _counts = new int[count];
        return _counts.AsSpan(0, count);
    }

    /// <summary>Numbers for counting sets of values; hold anything at first. The same for every call.</summary>
    public Span<int> SetCounts(int count)
    {
        if (_setCounts.Length < count) _setCounts = new int[count];
        return _setCounts.AsSpan(0, count);
    }

    /// <summary>Takes back all that was lent.</summary>
    public void TakeBack()
    {
        _sets.TakeBack(MaxSets);
        _frequencies.TakeBack(MaxFrequencies);
        _lists.TakeBack(MaxSets);
        _cursors.TakeBack(MaxCursors);
        _positions.TakeBack(MaxCursors);
    }

    private sealed class Pool<T>(Func<T> make)
    {
        private readonly List<T> _all = [];
        private int _lent;

        public T Lend()
        {
            if (_lent == _all.Count) _all.Add(make());
            return _all[_lent++];
        }

        public void TakeBack(int kept)
        {
            _lent = 0;
            if (_all.Count > kept) _all.RemoveRange(kept, _all.Count - kept);
        }
    }
}
