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

        var candidates = Candidates(slots);
        if (reader.LiveDocs is not null) candidates.And(reader.LiveDocs);
        var cursors = Array.ConvertAll(slots, slot => slot.ConvertAll(Open));
        if (words.Slop == 0 && Array.TrueForAll(cursors, slot => slot.Count == 1))
        {
            AddExact(words, candidates, Array.ConvertAll(cursors, slot => slot[0]), docs, frequencies);
            return;
        }

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

    // Words side by side, each in one form: what most phrases are.
    private void AddExact(WordsQuery words, DocSet candidates, PostingCursor[] cursors, DocSet docs, double[] frequencies)
    {
        var fieldsOf = reader.Segment.Terms.Shapes.Fields;
        var starts = new List<int>();
        foreach (var doc in candidates)
        {
            var fields = words.Fields;
            foreach (var cursor in cursors)
            {
                cursor.MoveTo(doc);
                fields &= fieldsOf[cursor.Shape];
            }

            var frequency = 0.0;
            for (; fields != 0; fields &= fields - 1)
            {
                var field = BitOperations.TrailingZeroCount(fields);
                frequency += snapshot.Weights[field] * CountTogether(words, cursors, field, starts);
            }

            if (frequency == 0) continue;
            docs.Add(doc);
            frequencies[doc] += frequency;
        }
    }

    // At how many places in a field the words stand side by side.
    private static int CountTogether(WordsQuery words, PostingCursor[] cursors, int field, List<int> starts)
    {
        var first = cursors[0].Positions(field);
        if (cursors is [_, var other]) return PositionPairs.Count(first, other.Positions(field), words.Slots[1].Offset);

        starts.Clear();
        for (var i = 0; i < first.Count; i++) starts.Add(first[i]);
        for (var slot = 1; slot < cursors.Length && starts.Count > 0; slot++)
        {
            var positions = cursors[slot].Positions(field);
            var offset = words.Slots[slot].Offset;
            var (kept, at) = (0, 0);
            for (var i = 0; i < starts.Count; i++)
            {
                while (at < positions.Count && positions[at] < starts[i] + offset) at++;
                if (at < positions.Count && positions[at] == starts[i] + offset) starts[kept++] = starts[i];
            }

            starts.RemoveRange(kept, starts.Count - kept);
        }

        return starts.Count;
    }

    private List<int> Terms(Slot slot)
    {
        var numbers = SlotTerms.Of(slot, reader.Segment.Terms);
        if (numbers.Count <= MaxTermsOfSlot) return numbers;
        return [.. numbers.OrderByDescending(reader.Segment.Terms.DocumentCount).ThenBy(number => number).Take(MaxTermsOfSlot)];
    }

    private PostingCursor Open(int term)
    {
        var cursor = scratch.Cursor();
        cursor.Open(reader.Segment.Terms, term);
        return cursor;
    }

    // The documents that hold a term of every slot, wherever.
    private DocSet Candidates(List<int>[] slots)
    {
        DocSet? all = null;
        var cursor = scratch.Cursor();
        foreach (var slot in slots)
        {
            var docs = scratch.EmptySet();
            foreach (var term in slot)
            {
                cursor.Open(reader.Segment.Terms, term);
                cursor.AddTo(docs);
            }

            if (all is null) all = docs;
            else all.And(docs);
        }

        return all!;
    }

    // Moves every cursor to a document; returns the fields in which every slot has a term.
    private uint MoveTo(List<PostingCursor>[] cursors, int doc)
    {
        var fieldsOf = reader.Segment.Terms.Shapes.Fields;
        var fields = uint.MaxValue;
        foreach (var slot in cursors)
        {
            var ofSlot = 0u;
            foreach (var cursor in slot)
            {
                if (cursor.MoveTo(doc) && cursor.Doc == doc) ofSlot |= fieldsOf[cursor.Shape];
            }

            fields &= ofSlot;
        }

        return fields;
    }

    private static void ReadPositions(WordsQuery words, List<PostingCursor>[] cursors, int doc, int field, PhraseWindows windows)
    {
        windows.Clear();
        for (var slot = 0; slot < cursors.Length; slot++)
        {
            var positions = windows[slot];
            foreach (var cursor in cursors[slot])
            {
                if (!cursor.MoveTo(doc) || cursor.Doc != doc) continue;
                var places = cursor.Positions(field);
                for (var i = 0; i < places.Count; i++) positions.Add(places[i] - words.Slots[slot].Offset);
            }

            if (cursors[slot].Count > 1) positions.Sort();
        }
    }
}
