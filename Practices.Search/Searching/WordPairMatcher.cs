using System.Numerics;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>
/// Finds the documents in which two words stand side by side, each in one form: what most phrases are, and what longer ones begin with. A document's posting in a word's list is found by counting
/// the bits that come before it in the set of the word's documents, so that nothing is searched for.
/// </summary>
internal sealed class WordPairMatcher(IndexSnapshot snapshot, SegmentReader reader, SearchScratch scratch)
{
    /// <summary>Finds the first two words of a phrase in their places.</summary>
    /// <param name="words">The phrase.</param>
    /// <param name="terms">The term of each slot.</param>
    /// <param name="holders">The documents of each term's whole list.</param>
    /// <param name="candidates">Those to look at, which both lists hold.</param>
    /// <param name="docs">Receives the documents that hold the pair.</param>
    /// <param name="frequencies">How often each does is added here, by the weights of the fields.</param>
    public void Add(WordsQuery words, int[] terms, DocSet[] holders, DocSet candidates, DocSet docs, double[] frequencies)
    {
        var (first, second) = (Open(terms[0]), Open(terms[1]));
        var wanted = candidates.Words;
        var firsts = holders[0].Words[..wanted.Length];
        var seconds = holders[1].Words[..wanted.Length];
        var distance = words.Slots[1].Offset - words.Slots[0].Offset;
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
}
