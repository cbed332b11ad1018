using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Practices.Search.Index;
using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>
/// Ranks the documents of one segment by score, passing over all that cannot be among the best: whole blocks of postings by their largest impact, and the lists of
/// frequent words by their largest score (MaxScore; Turtle and Flood, "Query evaluation: strategies and optimizations", 1995). What is kept is what scoring every document would keep.
/// </summary>
internal sealed class SegmentRanker
{
    // Where the documents are so much fewer than the postings, each is looked up instead.
    private const int PostingsOfLookUp = 8;

    // Sums of scores differ by the order in which they are added.
    private const double RoundingAllowed = 1e-9;

    private readonly MatchSet _hits;
    private readonly TopDocuments _top;
    private readonly LeafScorer[] _leaves;
    private readonly Segment _segment;
    private readonly double _averageLength;

    /// <summary>Ranks nothing yet.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="number">The segment's place in it.</param>
    /// <param name="hits">The documents to be ranked.</param>
    /// <param name="leaves">What they are scored by; at least one.</param>
    /// <param name="top">Receives the best.</param>
    public SegmentRanker(IndexSnapshot snapshot, int number, MatchSet hits, ImmutableArray<Leaf> leaves, TopDocuments top)
    {
        _hits = hits;
        _top = top;
        _segment = snapshot.Segments[number].Segment;
        _averageLength = snapshot.AverageLength;
        _leaves = new LeafScorer[leaves.Length];
        for (var i = 0; i < leaves.Length; i++) _leaves[i] = new(leaves[i], leaves[i].Segments[number], _segment, snapshot.AverageLength);
    }

    /// <summary>Ranks.</summary>
    public void Rank()
    {
        if (_leaves is [{ IsTerm: true } term] && _hits.Count * PostingsOfLookUp >= term.Postings) RankTerm(term);
        else if (_leaves is [{ IsTerm: false } gathered]) RankGathered(gathered);
        else if (_hits.Count <= _leaves.Min(leaf => leaf.Postings) || _hits.Count * PostingsOfLookUp < _leaves.Max(leaf => leaf.Postings)) RankEach();
        else RankByLargestScores();

        // A document may match without a word that adds to its score, as in "heat OR -rural". Such are of interest only where nothing better fills the page.
        if (_top.Bar >= 0 || _top.Count >= Math.Min(_top.Capacity, _hits.Count)) return;
        _top.Clear();
        foreach (var leaf in _leaves) leaf.Rewind();
        RankEach();
    }

    private double NormOf(int doc) => Bm25.LengthNorm(_segment.Lengths.Weighted[doc], _averageLength);

    private void RankTerm(LeafScorer term)
    {
        var cursor = term.Cursor!;
        var lengths = _segment.Lengths.Weighted;
        var weighted = _segment.Terms.Shapes.WeightedFrequencies;
        while (cursor.MoveNextBlock())
        {
            if (term.Bound(cursor.BlockImpact) <= _top.Bar) continue;
            var docs = cursor.BlockDocs;
            var shapes = cursor.BlockShapes;
            for (var i = 0; i < docs.Length; i++)
            {
                if (!_hits.Docs.Contains(docs[i])) continue;
                _top.Offer(docs[i], term.Leaf.Score(weighted[(int)shapes[i]], Bm25.LengthNorm(lengths[docs[i]], _averageLength)));
            }
        }
    }

    private void RankGathered(LeafScorer gathered)
    {
        var frequencies = gathered.Frequencies;
        var words = _hits.Docs.Words;
        for (var word = 0; word < words.Length; word++)
        {
            var bits = words[word];
            if (bits == 0) continue;

            // The last word may reach behind the lengths.
            if ((word + 1) * 64 <= _hits.Docs.Documents) bits &= MayBeAboveBar(gathered, word * 64);
            for (; bits != 0; bits &= bits - 1)
            {
                var doc = (word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits);
                _top.Offer(doc, gathered.Leaf.Score(frequencies[doc], NormOf(doc)));
            }
        }
    }

    // Which of 64 documents may score above the bar. An impact above i asks for a frequency above i / (1 - i) × K1 × length norm, which needs no division for each document.
    private ulong MayBeAboveBar(LeafScorer gathered, int first)
    {
        const double roundingAllowed = 1 - 1e-9;
        var impact = _top.Bar / gathered.Factor;
        if (impact <= 0) return ulong.MaxValue;
        if (impact >= 1) return 0;

        var perNorm = impact / (1 - impact) * Bm25.K1 * roundingAllowed;
        var constant = Vector512.Create(perNorm * (1 - Bm25.B));
        var perWord = Vector512.Create(perNorm * Bm25.B / _averageLength);
        var lengths = _segment.Lengths.Weighted.Slice(first, 64);
        var frequencies = gathered.Frequencies.AsSpan(first, 64);
        var bits = 0UL;
        for (var i = 0; i < 64; i += Vector512<double>.Count)
        {
            var length = Vector256.Create<float>(lengths[i..]);
            var (low, high) = Vector256.Widen(length);
            var needed = (Vector512.Create(low, high) * perWord) + constant;
            bits |= Vector512.ExtractMostSignificantBits(Vector512.GreaterThan(Vector512.Create<double>(frequencies[i..]), needed)) << i;
        }

        return bits;
    }

    // Each document is held against what its blocks could give it, then part by part, the most telling first, against what the other blocks could still add.
    private void RankEach()
    {
        var order = _leaves.OrderByDescending(leaf => leaf.MaxScore).ToArray();
        foreach (var doc in _hits.List)
        {
            var most = 0.0;
            foreach (var leaf in order) most += leaf.BoundOf(doc);
            if (most <= _top.Bar) continue;

            var norm = NormOf(doc);
            foreach (var leaf in order)
            {
                most += leaf.ScoreOf(doc, norm) - leaf.BoundOf(doc);
                if (most + RoundingAllowed <= _top.Bar) break;
            }

            if (most + RoundingAllowed > _top.Bar) _top.Offer(doc, ScoreAt(doc, norm));
        }
    }

    // Added up in the order of the query, so that a score is the same number however it was come by.
    private double ScoreAt(int doc, double norm)
    {
        var score = 0.0;
        foreach (var leaf in _leaves) score += leaf.ScoreAt(doc, norm);
        return score;
    }

    private void RankByLargestScores()
    {
        // The frequent words first. Once what the first of them could add together is not enough, only the others' lists give candidates.
        var order = _leaves.OrderBy(leaf => leaf.MaxScore).ToArray();
        var upTo = new double[order.Length + 1];
        for (var i = 0; i < order.Length; i++) upTo[i + 1] = upTo[i] + order[i].MaxScore;
        var firstEssential = 0;
        foreach (var leaf in order) leaf.MoveNext(double.NegativeInfinity);
        while (true)
        {
            while (firstEssential < order.Length && upTo[firstEssential + 1] <= _top.Bar) firstEssential++;
            if (firstEssential == order.Length) return;

            var essential = order.AsSpan(firstEssential);
            var doc = int.MaxValue;
            foreach (var leaf in essential) doc = Math.Min(doc, leaf.Doc);
            if (doc == int.MaxValue) return;
            if (_hits.Docs.Contains(doc)) Offer(doc, order, firstEssential, upTo);

            // Where one list alone gives candidates, its blocks are passed over too.
            var least = essential.Length == 1 ? _top.Bar - upTo[firstEssential] : double.NegativeInfinity;
            foreach (var leaf in essential)
            {
                if (leaf.Doc == doc) leaf.MoveNext(least);
            }
        }
    }

    private void Offer(int doc, LeafScorer[] order, int firstEssential, double[] upTo)
    {
        var norm = NormOf(doc);
        var sum = 0.0;
        for (var i = firstEssential; i < order.Length; i++) sum += order[i].ScoreAt(doc, norm);
        for (var i = firstEssential - 1; i >= 0; i--)
        {
            if (sum + upTo[i + 1] + RoundingAllowed <= _top.Bar) return;
            sum += order[i].ScoreOf(doc, norm);
        }

        _top.Offer(doc, ScoreAt(doc, norm));
    }
}
