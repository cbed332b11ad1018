using System.Numerics;

namespace Practices.Search.Postings;

/// <summary>A set of document numbers, one bit each. Not safe for two threads at once.</summary>
internal sealed class DocSet
{
    private readonly ulong[] _words;

    /// <summary>Makes an empty set.</summary>
    /// <param name="documents">How many documents there are: members are from 0 to one less.</param>
    public DocSet(int documents)
    {
        Documents = documents;
        _words = new ulong[(documents + 63) / 64];
    }

    /// <summary>How many documents there are, in the set or not.</summary>
    public int Documents { get; }

    /// <summary>How many documents are in the set.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words) count += BitOperations.PopCount(word);
            return count;
        }
    }

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

    /// <summary>Takes a document out.</summary>
    public void Remove(int doc) => _words[doc >> 6] &= ~(1UL << doc);

    /// <summary>Whether a document is in the set.</summary>
    public bool Contains(int doc) => (_words[doc >> 6] & (1UL << doc)) != 0;

    /// <summary>Makes this set the same as another.</summary>
    public void CopyFrom(DocSet other) => other._words.CopyTo(_words, 0);

    /// <summary>Keeps what is in another set too.</summary>
    public void And(DocSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= other._words[i];
    }

    /// <summary>Keeps what is not in another set.</summary>
    public void AndNot(DocSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= ~other._words[i];
    }

    /// <summary>Adds what is in another set.</summary>
    public void Or(DocSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] |= other._words[i];
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
