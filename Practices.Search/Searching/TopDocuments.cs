namespace Practices.Search.Searching;

/// <summary>Keeps the documents of one segment with the largest keys; among equal keys those offered first.</summary>
internal sealed class TopDocuments
{
    // A heap with the worst document at its root.
    private readonly (double Key, int Doc)[] _heap;
    private readonly double _floor;
    private int _count;

    /// <summary>Keeps none yet.</summary>
    /// <param name="capacity">How many are kept; at least one.</param>
    /// <param name="floor">Documents below this key are passed over: other segments have enough that are better.</param>
    public TopDocuments(int capacity, double floor = double.NegativeInfinity)
    {
        _heap = new (double Key, int Doc)[capacity];
        _floor = floor;
        Bar = Math.BitDecrement(floor);
    }

    /// <summary>How many are kept at most.</summary>
    public int Capacity => _heap.Length;

    /// <summary>How many are kept.</summary>
    public int Count => _count;

    /// <summary>A document is taken when its key is above this.</summary>
    public double Bar { get; private set; }

    /// <summary>Takes a document if it is among the best so far. Documents are offered in ascending order.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool Offer(int doc, double key)
    {
        if (key <= Bar) return false;
        if (_count < _heap.Length)
        {
            var at = _count++;
            for (; at > 0 && IsWorse((key, doc), _heap[(at - 1) / 2]); at = (at - 1) / 2) _heap[at] = _heap[(at - 1) / 2];
            _heap[at] = (key, doc);
        }
        else
        {
            Sink(0, (key, doc));
        }

        if (_count == _heap.Length) Bar = Math.Max(_heap[0].Key, Bar);
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _count = 0;
        Bar = Math.BitDecrement(_floor);
    }

    /// <summary>The documents kept with their keys, the best first.</summary>
    public ReadOnlySpan<(double Key, int Doc)> Sorted()
    {
        var kept = _heap.AsSpan(0, _count);
        kept.Sort((a, b) => IsWorse(a, b) ? 1 : IsWorse(b, a) ? -1 : 0);
        return kept;
    }

    private void Sink(int at, (double Key, int Doc) document)
    {
        while (true)
        {
            var child = (at * 2) + 1;
            if (child >= _count) break;
            if (child + 1 < _count && IsWorse(_heap[child + 1], _heap[child])) child++;
            if (!IsWorse(_heap[child], document)) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = document;
    }

    private static bool IsWorse((double Key, int Doc) a, (double Key, int Doc) b) => a.Key < b.Key || (a.Key == b.Key && a.Doc > b.Doc);
}
