using System.Numerics;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Finds the documents in which words stand together.</summary>
internal sealed class PhraseMatcher(IndexSnapshot snapshot, SegmentReader reader, SearchScratch scratch)
{
    // A prefix inside a phrase stands for this many of its words, those that most documents hold: each needs a cursor of its own.
    private const int MaxTermsOfSlot = 64;

    /// <summary>Finds a phrase. A window of words counts as one occurrence, less the farther they stand from their places.</summary>
    /// <param name="words">The phrase.</param>
    /// <param name="docs">Receives the documents that hold it.</param>
    /// <param name="frequencies">How often each does is added here, by the weights of the fields.</param>
    public void AddPhrase(WordsQuery words, DocSet docs, double[] frequencies)
    {
        var slots = words.Slots.Select(slot => Terms(slot)).ToArray();
        if (Array.Exists(slots, slot => slot.Count == 0)) return;

        var holders = Array.ConvertAll(slots, Holders);
        var candidates = scratch.Copy(holders[0]);
        foreach (var others in holders.AsSpan(1)) candidates.And(others);
        if (reader.LiveDocs is not null) candidates.And(reader.LiveDocs);
        if (words.Slop == 0 && slots.Length > 1 && Array.TrueForAll(slots, slot => slot.Count == 1))
        {
            var pair = new WordPairMatcher(snapshot, reader, scratch);
            var terms = Array.ConvertAll(slots, slot => slot[0]);
            if (slots.Length == 2)
            {
                pair.Add(words, terms, holders, candidates, docs, frequencies);
                return;
            }

            // Few documents hold even the first two words of a longer phrase in their places.
            var beginning = scratch.EmptySet();
            pair.Add(words, terms, holders, candidates, beginning, scratch.Frequencies());
            candidates = beginning;
        }

        var cursors = Array.ConvertAll(slots, slot => slot.ConvertAll(Open));
        var windows = new PhraseWindows(slots.Length);
        foreach (var doc in candidates)
        {
            var frequency = 0.0;
            for (var fields = MoveTo(cursors, doc) & words.Fields; fields != 0; fields &= fields - 1)
            {
                var field = BitOperations.TrailingZeroCount(fields);
                ReadPositions(words, cursors, doc, field, windows);
                while (windows.MoveNext(words.Slop)) frequency += snapshot.Weights[field] / (1 + windows.Distance);
            }

            if (frequency == 0) continue;
            docs.Add(doc);
            frequencies[doc] += frequency;
        }
    }

    private List<int> Terms(Slot slot)
    {
        var numbers = SlotTerms.Of(slot, reader.Segment.Terms);
        if (numbers.Count <= MaxTermsOfSlot) return numbers;
        return [.. numbers.OrderByDescending(reader.Segment.Terms.DocumentCount).ThenBy(number => number).Take(MaxTermsOfSlot)];
    }

    private (PostingCursor Postings, PositionCursor Positions) Open(int term)
    {
        var (postings, positions) = (scratch.Cursor(), scratch.Positions());
        postings.Open(reader.Segment.Terms, term);
        positions.Open(reader.Segment.Terms, term);
        return (postings, positions);
    }

    // The documents that hold a term of a slot, wherever.
    private DocSet Holders(List<int> slot)
    {
        var docs = scratch.EmptySet();
        var cursor = scratch.Cursor();
        foreach (var term in slot)
        {
            cursor.Open(reader.Segment.Terms, term);
            cursor.AddTo(docs);
        }

        return docs;
    }

    // Moves every cursor to a document; returns the fields in which every slot has a term.
    private static uint MoveTo(List<(PostingCursor Postings, PositionCursor Positions)>[] cursors, int doc)
    {
        var fields = uint.MaxValue;
        foreach (var slot in cursors)
        {
            var ofSlot = 0u;
            foreach (var (postings, positions) in slot)
            {
                if (!postings.MoveTo(doc) || postings.Doc != doc) continue;
                positions.MoveTo(postings.Number);
                ofSlot |= positions.Fields;
            }

            fields &= ofSlot;
        }

        return fields;
    }

    private static void ReadPositions(WordsQuery words, List<(PostingCursor Postings, PositionCursor Positions)>[] cursors, int doc, int field, PhraseWindows windows)
    {
        windows.Clear();
        for (var slot = 0; slot < cursors.Length; slot++)
        {
            var all = windows[slot];
            foreach (var (postings, positions) in cursors[slot])
            {
                if (!postings.MoveTo(doc) || postings.Doc != doc) continue;
                var places = positions.Positions(field);
                for (var i = 0; i < places.Count; i++) all.Add(places[i] - words.Slots[slot].Offset);
            }

            if (cursors[slot].Count > 1) all.Sort();
        }
    }
}
