using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Practices.Search.Analysis;
using Practices.Search.Postings;

namespace Practices.Search.Index;

/// <summary>
/// What the words of a language become, kept while a segment is written: a word that was folded and stemmed once is looked up the next time. Nearly every word of a
/// text has been met before, and filters hold no state, so that the same letters always give the same terms.
/// </summary>
internal sealed class WordCache
{
    // As many as make an entry 64 bytes.
    private const int MaxLetters = 21;

    private const int FirstRoom = 1 << 12;
    private const int SlotsOfEntry = 2;
    private const int MaxProbes = 32;

    private readonly Analyzer _analyzer;
    private readonly TermIndexBuilder _terms;
    private readonly WordListBuilder _written;
    private readonly TermBuffer _term = new();

    // Nearly all words: a hash table of open addressing, each entry in one line of the processor's cache, so that a word that was not met for a while costs two waits for memory.
    private Entry[] _entries = new Entry[FirstRoom];
    private int[] _slots = new int[FirstRoom * SlotsOfEntry];
    private int _count;

    // Long words, and those that find no place near where they belong, as may be when somebody means them not to.
    private readonly Dictionary<string, Word> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordCache(Analyzer analyzer, TermIndexBuilder terms, WordListBuilder written)
    {
        _written = written;
        _analyzer = analyzer;
        _terms = terms;
        _lookup = _others.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Finds the words of a text.</summary>
    public ITokenizer Tokenizer => _analyzer.Tokenizer;

    /// <summary>The terms of a word as it stands in a text.</summary>
    public Word Read(ReadOnlySpan<char> letters)
    {
        if (letters.Length > MaxLetters) return ReadOther(letters);
        var hash = HashOf(letters);
        var mask = _slots.Length - 1;
        for (var (slot, probes) = (hash & mask, 0); probes < MaxProbes; slot = (slot + 1) & mask, probes++)
        {
            var number = _slots[slot] - 1;
            if (number < 0) return Add(letters, hash, slot);
            ref var entry = ref _entries[number];
            if (entry.Hash == hash && letters.SequenceEqual(((ReadOnlySpan<char>)entry.Letters)[..entry.Length])) return entry.Word;
        }

        return ReadOther(letters);
    }

    /// <summary>Where a word belongs in the table.</summary>
    internal static int HashOf(ReadOnlySpan<char> letters)
    {
        var hash = (uint)letters.Length;
        var words = MemoryMarshal.Cast<char, ulong>(letters);
        foreach (var word in words) hash = BitOperations.Crc32C(hash, word);
        foreach (var letter in letters[(words.Length * 4)..]) hash = BitOperations.Crc32C(hash, letter);
        return (int)hash;
    }

    private Word Add(ReadOnlySpan<char> letters, int hash, int slot)
    {
        var word = Analyse(letters);
        if (_count == _entries.Length) slot = Grow(hash);
        if (slot < 0) return _others[letters.ToString()] = word;

        ref var entry = ref _entries[_count++];
        entry.Hash = hash;
        entry.Length = (byte)letters.Length;
        letters.CopyTo(entry.Letters);
        entry.Word = word;
        _slots[slot] = _count;
        return word;
    }

    // Returns the slot for one more.
    private int Grow(int hash)
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _slots = new int[_entries.Length * SlotsOfEntry];
        for (var number = 0; number < _count; number++)
        {
            if (FreeSlot(_entries[number].Hash) is var slot and >= 0) _slots[slot] = number + 1;
            else _others[new(((ReadOnlySpan<char>)_entries[number].Letters)[.._entries[number].Length])] = _entries[number].Word;
        }

        return FreeSlot(hash);
    }

    private int FreeSlot(int hash)
    {
        var mask = _slots.Length - 1;
        for (var probes = 0; probes < MaxProbes; probes++)
        {
            if (_slots[(hash + probes) & mask] == 0) return (hash + probes) & mask;
        }

        return -1;
    }

    private Word ReadOther(ReadOnlySpan<char> letters)
    {
        if (_lookup.TryGetValue(letters, out var word)) return word;
        word = Analyse(letters);
        _others.Add(letters.ToString(), word);
        return word;
    }

    private Word Analyse(ReadOnlySpan<char> letters)
    {
        if (!_analyzer.Apply(letters, _term)) return new(-1, -1, -1, IsStopWord: false, 0, 0);
        var word = new Word(_terms.NumberOf(_term.Letters), -1, _written.NumberOf(letters), _term.IsStopWord, TermHash.Of(_term.Letters), 0);
        return _term.MoveToFork() ? word with { Second = _terms.NumberOf(_term.Letters), SecondHash = TermHash.Of(_term.Letters) } : word;
    }

    /// <summary>The terms of a word.</summary>
    /// <param name="First">The number of its term while building; negative when the filters drop the word.</param>
    /// <param name="Second">The number of the term that it is in its second reading; negative when it has none.</param>
    /// <param name="Written">Its number in the list of words as they are written; negative when it is not kept there.</param>
    /// <param name="IsStopWord">Whether the word is too common to count as length; the first reading decides.</param>
    /// <param name="FirstHash">The <see cref="TermHash"/> of the first term; any where there is none.</param>
    /// <param name="SecondHash">That of the second.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Word(int First, int Second, int Written, bool IsStopWord, byte FirstHash, byte SecondHash);

    private struct Entry
    {
        public Word Word;
        public int Hash;
        public byte Length;
        public Room Letters;
    }

    [InlineArray(MaxLetters)]
    private struct Room
    {
        private char _first;
    }
}
