using System.Numerics;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>
/// Finds the documents in which words stand side by side, each word in one form: what most phrases are. A document's posting in a word's list is found by counting the bits that come before it in the
/// set of the word's documents, so that nothing is searched for.
/// </summary>
internal sealed class ExactPhraseMatcher(IndexSnapshot snapshot, SegmentReader reader, SearchScratch scratch)
{
    private readonly List<int> _starts = [];

    /// <summary>Finds a phrase.</summary>
    /// <param name="words">The phrase.</param>
    /// <param name="terms">The term of each slot.</param>
    /// <param name="holders">The documents of each term's whole list.</param>
    /// <param name="candidates">Those to look at, which all lists hold.</param>
    /// <param name="docs">Receives the documents that hold the phrase.</param>
    /// <param name="frequencies">How often each does is added here, by the weights of the fields.</param>
    public void Add(WordsQuery words, int[] terms, DocSet[] holders, DocSet candidates, DocSet docs, double[] frequencies)
    {
        var cursors = Array.ConvertAll(terms, Open);
        if (terms.Length == 2)
        {
            AddPair(words, cursors, holders, candidates, docs, frequencies);
            return;
        }

        var numbers = new int[terms.Length];
        for (var word = 0; word < candidates.Words.Length; word++)
        {
            var found = 0UL;
            for (var rest = candidates.Words[word]; rest != 0; rest &= rest - 1)
            {
                var bit = rest & (0 - rest);
                var fields = words.Fields;
                for (var slot = 0; slot < cursors.Length; slot++)
                {
                    cursors[slot].MoveTo(numbers[slot] + BitOperations.PopCount(holders[slot].Words[word] & (bit - 1)));
                    fields &= cursors[slot].Fields;
                }

                var frequency = 0.0;
                for (; fields != 0; fields &= fields - 1)
                {
                    var field = BitOperations.TrailingZeroCount(fields);
                    frequency += snapshot.Weights[field] * CountTogether(words, cursors, field);
                }

                if (frequency == 0) continue;
                found |= bit;
                frequencies[(word << 6) + BitOperations.TrailingZeroCount(bit)] += frequency;
            }

            docs.OrWord(word, found);
            for (var slot = 0; slot < numbers.Length; slot++) numbers[slot] += BitOperations.PopCount(holders[slot].Words[word]);
        }
    }

    // The same for two words, as most phrases have, with all that is the same for every document at hand.
    private void AddPair(WordsQuery words, PositionCursor[] cursors, DocSet[] holders, DocSet candidates, DocSet docs, double[] frequencies)
    {
        var (first, second) = (cursors[0], cursors[1]);
        var wanted = candidates.Words;
        var firsts = holders[0].Words[..wanted.Length];
        var seconds = holders[1].Words[..wanted.Length];
        var distance = words.Slots[1].Offset;
        var fieldsWanted = words.Fields;
        var weights = snapshot.Weights.AsSpan();
        var (firstNumber, secondNumber) = (0, 0);
        for (var word = 0; word < wanted.Length; word++)
        {
            var found = 0UL;
            var (firstBits, secondBits) = (firsts[word], seconds[word]);
            for (var rest = wanted[word]; rest != 0; rest &= rest - 1)
            {
                var bit = rest & (0 - rest);
                first.MoveTo(firstNumber + BitOperations.PopCount(firstBits & (bit - 1)));
                second.MoveTo(secondNumber + BitOperations.PopCount(secondBits & (bit - 1)));
                var frequency = 0.0;
                for (var fields = fieldsWanted & first.Fields & second.Fields; fields != 0; fields &= fields - 1)
                {
                    var field = BitOperations.TrailingZeroCount(fields);
                    frequency += weights[field] * PositionPairs.Count(first.Positions(field), second.Positions(field), distance);
                }

                if (frequency == 0) continue;
                found |= bit;
                frequencies[(word << 6) + BitOperations.TrailingZeroCount(bit)] += frequency;
            }

            docs.OrWord(word, found);
            firstNumber += BitOperations.PopCount(firstBits);
            secondNumber += BitOperations.PopCount(secondBits);
        }
    }

    private PositionCursor Open(int term)
    {
        var cursor = scratch.Positions();
        cursor.Open(reader.Segment.Terms, term);
        return cursor;
    }

    // At how many places in a field the words stand side by side.
    private int CountTogether(WordsQuery words, PositionCursor[] cursors, int field)
    {
        _starts.Clear();
        var first = cursors[0].Positions(field);
        for (var i = 0; i < first.Count; i++) _starts.Add(first[i]);
        for (var slot = 1; slot < cursors.Length && _starts.Count > 0; slot++)
        {
            var positions = cursors[slot].Positions(field);
            var offset = words.Slots[slot].Offset;
            var (kept, at) = (0, 0);
            for (var i = 0; i < _starts.Count; i++)
            {
                while (at < positions.Count && positions[at] < _starts[i] + offset) at++;
                if (at < positions.Count && positions[at] == _starts[i] + offset) _starts[kept++] = _starts[i];
            }

            _starts.RemoveRange(kept, _starts.Count - kept);
        }

        return _starts.Count;
    }
}
