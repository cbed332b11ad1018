using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>The working memory of a search, lent from one search to the next so that searching allocates little. One search has it at a time.</summary>
/// <param name="documents">How many documents the snapshot has.</param>
internal sealed class SearchScratch(int documents)
{
    // More than this is not kept: a phrase with a short prefix may need many cursors once, a pasted page many words.
    private const int MaxCursors = 64;
    private const int MaxSets = 32;
    private const int MaxFrequencies = 8;

    private readonly Pool<DocSet> _sets = new(() => new DocSet(documents));
    private readonly Pool<double[]> _frequencies = new(() => new double[documents]);
    private readonly Pool<PostingCursor> _cursors = new(() => new PostingCursor());
    private int[] _counts = [];

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

    /// <summary>A number for each document; holds anything at first.</summary>
    public double[] Frequencies() => _frequencies.Lend();

    /// <summary>A cursor that stands nowhere.</summary>
    public PostingCursor Cursor() => _cursors.Lend();

    /// <summary>Numbers for counting; hold anything at first. The same for every call.</summary>
    public Span<int> Counts(int count)
    {
        if (_counts.Length < count) _counts = new int[count];
        return _counts.AsSpan(0, count);
    }

    /// <summary>Takes back all that was lent.</summary>
    public void TakeBack()
    {
        _sets.TakeBack(MaxSets);
        _frequencies.TakeBack(MaxFrequencies);
        _cursors.TakeBack(MaxCursors);
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
