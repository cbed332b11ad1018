using Practices.Search.Index;
using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>Walks through the documents of one segment that hold a part of a query, and scores them.</summary>
internal sealed class LeafScorer
{
    private readonly LeafMatches _matches;
    private readonly Segment _segment;
    private readonly double _averageLength;

    // The bound of the block that the walk stands in, which holds up to its last document.
    private double _bound;
    private int _boundHolds = -1;

    public LeafScorer(Leaf leaf, LeafMatches matches, Segment segment, double averageLength)
    {
        Leaf = leaf;
        _matches = matches;
        _segment = segment;
        _averageLength = averageLength;
        Factor = leaf.Idf * (Bm25.K1 + 1);

        // Of a gathered part no more is known than that its impact is below 1.
        MaxScore = matches.Cursor is null ? Factor : Bound(matches.Cursor.MaxImpact());
    }

    /// <summary>The part.</summary>
    public Leaf Leaf { get; }

    /// <summary>Whether the part is one term, and walked through its posting list.</summary>
    public bool IsTerm => _matches.Cursor is not null;

    /// <summary>The posting list of a part that is one term.</summary>
    public PostingCursor? Cursor => _matches.Cursor;

    /// <summary>The frequencies of a gathered part, by document.</summary>
    public double[] Frequencies => _matches.Frequencies;

    /// <summary>How many documents a walk meets.</summary>
    public int Postings => _matches.Cursor?.Documents ?? _matches.Count;

    /// <summary>What an impact of 1 would add to a score.</summary>
    public double Factor { get; }

    /// <summary>No document gets more from this part.</summary>
    public double MaxScore { get; }

    /// <summary>The document that the walk stands on; <see cref="int.MaxValue"/> at its end.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>The most that an impact of a block adds to a score.</summary>
    public double Bound(float impact) => Factor * Bm25.ImpactBound(impact, _segment.AverageLength, _averageLength);

    /// <summary>Goes back before the first document.</summary>
    public void Rewind()
    {
        _matches.Cursor?.Rewind();
        Doc = -1;
        _boundHolds = -1;
    }

    /// <summary>Goes to the next document, passing over blocks that add no more than <paramref name="least"/>.</summary>
    public void MoveNext(double least)
    {
        if (_matches.Cursor is not { } cursor)
        {
            Doc = _matches.Docs!.FirstFrom(Doc + 1) is var next && next < _matches.Docs.Documents ? next : int.MaxValue;
            return;
        }

        if (!cursor.MoveNextInBlock())
        {
            do
            {
                if (cursor.MoveNextBlock()) continue;
                Doc = int.MaxValue;
                return;
            }
            while (Bound(cursor.BlockImpact) <= least);
            cursor.MoveNextInBlock();
        }

        Doc = cursor.Doc;
    }

    /// <summary>The most that the part adds to the score of a document, told without reading its postings. Documents are asked for in ascending order.</summary>
    public double BoundOf(int doc)
    {
        if (_matches.Cursor is not { } cursor) return MaxScore;
        if (doc <= _boundHolds) return _bound;
        _bound = cursor.MoveToBlock(doc) ? Bound(cursor.BlockImpact) : 0;
        _boundHolds = cursor.IsInBlock ? cursor.BlockLastDoc : int.MaxValue;
        return _bound;
    }

    /// <summary>What the part adds to a document's score where the walk stands on it; else 0.</summary>
    public double ScoreAt(int doc, double lengthNorm) => Doc == doc ? Leaf.Score(FrequencyAt(doc), lengthNorm) : 0;

    /// <summary>Goes to a document, or the first behind it, and tells what the part adds to its score.</summary>
    public double ScoreOf(int doc, double lengthNorm)
    {
        if (Doc < doc) MoveTo(doc);
        return ScoreAt(doc, lengthNorm);
    }

    private void MoveTo(int doc)
    {
        if (_matches.Cursor is { } cursor) Doc = cursor.MoveTo(doc) ? cursor.Doc : int.MaxValue;
        else Doc = _matches.Docs!.Contains(doc) ? doc : -1;
    }

    private double FrequencyAt(int doc) => _matches.Cursor is { } cursor ? _segment.Terms.Shapes.WeightedFrequencies[cursor.Shape] : _matches.Frequencies[doc];
}
