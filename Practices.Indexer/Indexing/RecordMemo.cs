using System.Collections.Concurrent;

namespace Practices.Indexer.Indexing;

/// <summary>What was made of records, kept for the first of them that were asked for. Safe for any number of threads.</summary>
/// <param name="most">How many are kept; what others need is made each time.</param>
public sealed class RecordMemo<T>(int most)
{
    private readonly ConcurrentDictionary<string, T> _made = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What belongs to a record, made now where it is not kept. That there is no such record is not kept.</summary>
    public T Of(string id, Func<string, T> make)
    {
        if (_made.TryGetValue(id, out var made)) return made;
        made = make(id);
        if (made is not null && _count < most && _made.TryAdd(id, made)) Interlocked.Increment(ref _count);
        return made;
    }
}
