using System.Text;

namespace Practices.Search.Suggesting;

/// <summary>
/// Words in order, each with the entries that hold it. The words that begin as something typed stand side by side, so their entries do, too.
/// A beginning that many entries share, as every single letter is, keeps its set of entries ready; any other has few to gather.
/// </summary>
internal sealed class PrefixIndex
{
    private readonly byte[] _letters;
    private readonly int[] _letterStarts;
    private readonly int[] _entries;
    private readonly int[] _entryStarts;
    private readonly Dictionary<(int First, int End), ulong[]> _common;

    /// <summary>Makes an index of its tables.</summary>
    /// <param name="letters">The words in UTF-8 one after another, in the order of their bytes.</param>
    /// <param name="letterStarts">Where each word begins in them, and where the last ends.</param>
    /// <param name="entries">The entries of each word, ascending, one word after another.</param>
    /// <param name="entryStarts">Where those of each word begin, and where those of the last end.</param>
    /// <param name="common">The entries of ranges of words that have many, as sets.</param>
    public PrefixIndex(byte[] letters, int[] letterStarts, int[] entries, int[] entryStarts, Dictionary<(int First, int End), ulong[]> common)
    {
        _letters = letters;
        _letterStarts = letterStarts;
        _entries = entries;
        _entryStarts = entryStarts;
        _common = common;
    }

    /// <summary>Bytes of the tables.</summary>
    public long Size =>
        _letters.Length + (sizeof(int) * (long)(_letterStarts.Length + _entries.Length + _entryStarts.Length)) + _common.Values.Sum(set => sizeof(ulong) * (long)set.Length);

    /// <summary>The entries with a word that begins so.</summary>
    /// <param name="beginning">The first letters of a word, folded.</param>
    /// <param name="scratch">Room for a set, which may become the answer.</param>
    public ReadOnlySpan<ulong> Find(string beginning, Span<ulong> scratch)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(beginning.Length)];
        var prefix = bytes[..Encoding.UTF8.GetBytes(beginning, bytes)];
        var first = FirstWord(prefix, 0, _letterStarts.Length - 1, isAfter: false);
        var end = EndOfWords(prefix, first);
        if (_common.TryGetValue((first, end), out var ready)) return ready;
        scratch.Clear();
        EntrySets.Add(scratch, _entries.AsSpan(_entryStarts[first].._entryStarts[end]));
        return scratch;
    }

    // Most beginnings are shared by few words, so the last is looked for in growing steps.
    private int EndOfWords(ReadOnlySpan<byte> prefix, int first)
    {
        var step = 1;
        while (first + step < _letterStarts.Length && Word(first + step - 1).StartsWith(prefix)) step *= 2;
        return FirstWord(prefix, first + (step / 2), Math.Min(first + step - 1, _letterStarts.Length - 1), isAfter: true);
    }

    // The first word from low to high that is not before the prefix; or, after it, the first that does not begin with it either; else high.
    private int FirstWord(ReadOnlySpan<byte> prefix, int low, int high, bool isAfter)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (isAfter ? Word(middle).StartsWith(prefix) : Word(middle).SequenceCompareTo(prefix) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private ReadOnlySpan<byte> Word(int number) => _letters.AsSpan(_letterStarts[number].._letterStarts[number + 1]);
}
