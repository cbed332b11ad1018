namespace Practices.Search.Searching;

/// <summary>Keeps the documents with the largest keys; among equal keys those offered first.</summary>
internal sealed class TopDocuments
{
    // A heap with the worst document at its root.
    private readonly PriorityQueue<int, (double Key, int Order)> _heap;
    private readonly int _capacity;
    private double _worst = double.NegativeInfinity;

    /// <summary>Keeps none yet.</summary>
    /// <param name="capacity">How many are kept.</param>
    public TopDocuments(int capacity)
    {
        _capacity = capacity;
        _heap = new(capacity);
    }

    /// <summary>Takes a document if it is among the best so far. Documents are offered in ascending order.</summary>
    public void Offer(int doc, double key)
    {
        if (_heap.Count < _capacity)
        {
            _heap.Enqueue(doc, (key, -doc));
        }
        else if (_capacity > 0 && key > _worst)
        {
            _heap.EnqueueDequeue(doc, (key, -doc));
        }
        else
        {
            return;
        }

        if (_heap.Count == _capacity && _heap.TryPeek(out _, out var worst)) _worst = worst.Key;
    }

    /// <summary>The documents kept, the best first; none are kept any more.</summary>
    public int[] Drain()
    {
        var docs = new int[_heap.Count];
        for (var i = docs.Length - 1; i >= 0; i--) docs[i] = _heap.Dequeue();
        return docs;
    }
}
