using System.Runtime.Intrinsics;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Gathers the documents of one segment that hold a part of a query, and how often each does, where the part is more than one term.</summary>
internal sealed class LeafGatherer(IndexSnapshot snapshot, SegmentReader reader, SearchScratch scratch)
{
    /// <summary>Adds what a part finds.</summary>
    /// <param name="query">A word, prefix, phrase or facet value, or a tree of them that stands for one word.</param>
    /// <param name="docs">Receives the documents.</param>
    /// <param name="frequencies">How often each document holds it is added here, by the weights of the fields.</param>
    public void Add(Query query, DocSet docs, double[] frequencies)
    {
        switch (query)
        {
            case WordsQuery { Slots.Length: 1 } words:
                AddWord(words, docs, frequencies);
                break;

            case WordsQuery words:
                new PhraseMatcher(snapshot, reader, scratch).AddPhrase(words, docs, frequencies);
                break;

            case FacetQuery facet:
                AddFacet(facet, docs, frequencies);
                break;

            case SynonymQuery synonym:
                foreach (var part in synonym.Parts) Add(part, docs, frequencies);
                break;

            case OrQuery or:
                foreach (var part in or.Parts) Add(part, docs, frequencies);
                break;

            case AndQuery and:
                AddAll(and, docs, frequencies);
                break;
        }
    }

    // The variants of a word, or the words of a prefix, count as one word.
    private void AddWord(WordsQuery words, DocSet docs, double[] frequencies)
    {
        var terms = reader.Segment.Terms;
        var weights = words.Field < 0 ? terms.Shapes.WeightedFrequencies : terms.Shapes.WeightedIn(words.Fields);
        var numbers = SlotTerms.Of(words.Slots[0], terms);
        var postings = numbers.Sum(terms.DocumentCount);

        // A few postings are noted one by one; of many, each document is looked at once in the end.
        var isFew = words.Field < 0 && postings < docs.Documents / 16;
        var cursor = scratch.Cursor();
        foreach (var number in numbers)
        {
            cursor.Open(terms, number);
            while (cursor.MoveNextBlock())
            {
                var block = cursor.BlockDocs;
                var shapes = cursor.BlockShapes;
                for (var i = 0; i < block.Length; i++) frequencies[block[i]] += weights[(int)shapes[i]];
                if (isFew) docs.Add(block);
            }
        }

        if (!isFew) AddWhereFound(docs, frequencies);
    }

    private static void AddWhereFound(DocSet docs, double[] frequencies)
    {
        var lanes = Vector512<double>.Count;
        for (var word = 0; word < docs.Words.Length; word++)
        {
            var bits = 0UL;
            for (var i = 0; i < 64; i += lanes)
            {
                var found = Vector512.GreaterThan(Vector512.Create<double>(frequencies.AsSpan((word * 64) + i, lanes)), Vector512<double>.Zero);
                bits |= Vector512.ExtractMostSignificantBits(found) << i;
            }

            docs.OrWord(word, bits);
        }
    }

    private void AddFacet(FacetQuery facet, DocSet docs, double[] frequencies)
    {
        var carrying = FacetMatches.Add(snapshot.Schema, reader.Segment, facet, scratch.EmptySet());
        foreach (var doc in carrying) frequencies[doc] += facet.Weight;
        docs.Or(carrying);
    }

    // Several words that together say one thing count as often as the rarest of them, so that they are worth no more than one.
    private void AddAll(AndQuery and, DocSet docs, double[] frequencies)
    {
        DocSet? all = null;
        var least = scratch.Frequencies();
        foreach (var part in and.Parts)
        {
            var found = scratch.EmptySet();
            var ofPart = scratch.Frequencies();
            Add(part, found, ofPart);
            if (all is null)
            {
                (all, least) = (found, ofPart);
                continue;
            }

            all.And(found);
            foreach (var doc in all) least[doc] = Math.Min(least[doc], ofPart[doc]);
        }

        if (all is null) return;
        foreach (var doc in all) frequencies[doc] += least[doc];
        docs.Or(all);
    }
}
