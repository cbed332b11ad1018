using System.Numerics;

namespace Practices.Search.Postings;

/// <summary>A set of a segment's document numbers, one bit each. Not safe for two threads at once while it changes.</summary>
internal sealed class DocSet
{
    private readonly ulong[] _words;

    /// <summary>Makes an empty set.</summary>
    /// <param name="documents">How many documents there are: members are from 0 to one less.</param>
    public DocSet(int documents)
    {
        Documents = documents;
        _words = new ulong[WordsFor(documents)];
    }

    /// <summary>How many documents there are, in the set or not.</summary>
    public int Documents { get; }

    /// <summary>The bits, 64 documents a word, the lowest first.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>How many documents are in the set.</summary>
    public int Count => BitWords.Count(_words);

    /// <summary>Words that the bits of some documents fill.</summary>
    public static int WordsFor(int documents) => (documents + 63) / 64;

    /// <summary>Takes every document out.</summary>
    public void Clear() => Array.Clear(_words);

    /// <summary>Puts every document in.</summary>
    public void Fill()
    {
        Array.Fill(_words, ulong.MaxValue);
        if (Documents % 64 is var rest and > 0) _words[^1] = (1UL << rest) - 1;
    }

    /// <summary>Puts a document in.</summary>
    public void Add(int doc) => _words[doc >> 6] |= 1UL << doc;

    /// <summary>Puts documents in, which ascend.</summary>
    public void Add(ReadOnlySpan<int> docs)
    {
        // A word is gathered before it is written: to write each bit would have the next wait for it.
        var at = -1;
        var bits = 0UL;
        foreach (var doc in docs)
        {
            if (doc >> 6 != at)
            {
                if (at >= 0) _words[at] |= bits;
                (at, bits) = (doc >> 6, 0);
            }

            bits |= 1UL << doc;
        }

        if (at >= 0) _words[at] |= bits;
    }

    /// <summary>Takes a document out.</summary>
    public void Remove(int doc) => _words[doc >> 6] &= ~(1UL << doc);

    /// <summary>Whether a document is in the set.</summary>
    public bool Contains(int doc) => (_words[doc >> 6] & (1UL << doc)) != 0;

    /// <summary>Makes this set the same as another.</summary>
    public void CopyFrom(DocSet other) => other._words.CopyTo(_words, 0);

    /// <summary>Keeps what is in another set too.</summary>
    public void And(DocSet other) => BitWords.And(_words, other._words);

    /// <summary>Keeps what is not in another set.</summary>
    public void AndNot(DocSet other) => BitWords.AndNot(_words, other._words);

    /// <summary>Adds what is in another set.</summary>
    public void Or(DocSet other) => BitWords.Or(_words, other._words);

    /// <summary>Adds the documents of some words' bits.</summary>
    /// <param name="firstWord">Where the words begin among those of the set.</param>
    /// <param name="words">The bits.</param>
    public void Or(int firstWord, ReadOnlySpan<ulong> words) => BitWords.Or(_words.AsSpan(firstWord, words.Length), words);

    /// <summary>Puts in, of the documents of one word, those whose bits are set.</summary>
    public void OrWord(int word, ulong bits) => _words[word] |= bits;

    /// <summary>How many documents are in both sets.</summary>
    public int CountAnd(ReadOnlySpan<ulong> other) => BitWords.CountAnd(_words, other);

    /// <summary>Writes the members into an array, ascending.</summary>
    /// <param name="docs">Has room for all of them.</param>
    /// <returns>How many they are.</returns>
    public int CopyTo(Span<int> docs)
    {
        var count = 0;
        for (var word = 0; word < _words.Length; word++)
        {
            for (var rest = _words[word]; rest != 0; rest &= rest - 1) docs[count++] = (word << 6) + BitOperations.TrailingZeroCount(rest);
        }

        return count;
    }

    /// <summary>The first member from a document on; the number of documents when there is none.</summary>
    public int FirstFrom(int doc)
    {
        if (doc >= Documents) return Documents;
        var word = doc >> 6;
        var rest = _words[word] & (ulong.MaxValue << doc);
        while (rest == 0)
        {
            if (++word == _words.Length) return Documents;
            rest = _words[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>The members in ascending order. The set may not change meanwhile.</summary>
    public Enumerator GetEnumerator() => new(_words);

    /// <summary>Walks through the members.</summary>
    internal struct Enumerator(ulong[] words)
    {
        private int _word = -1;
        private ulong _rest;

        /// <summary>The member that the walk stands on.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next member.</summary>
        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word >= words.Length) return false;
                _rest = words[_word];
            }

            Current = (_word << 6) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
