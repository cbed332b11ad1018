using System.Collections.Immutable;
using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>The terms of a segment in the order of their UTF-8 bytes, so that all that begin alike stand together. A term's number is its place.</summary>
internal sealed class TermDictionary : ISortedWords
{
    internal const int TermBytes = 1;
    internal const int TermStarts = 2;
    internal const int DocumentCounts = 3;
    internal const int TermBlocks = 4;
    internal const int Postings = 5;
    internal const int Positions = 6;
    internal const int BlockLastDocs = 7;
    internal const int BlockPostings = 8;
    internal const int BlockPositions = 9;
    internal const int BlockImpacts = 10;

    private const int MaxTermOnStack = 512;

    private readonly Blob _bytes;
    private readonly Column<int> _starts;
    private readonly Column<int> _documentCounts;
    private readonly Column<int> _blocks;
    private readonly Blob _postings;
    private readonly Blob _positions;
    private readonly Column<int> _lastDocs;
    private readonly Column<uint> _postingStarts;
    private readonly Column<uint> _positionStarts;
    private readonly Column<float> _impacts;

    public TermDictionary(SectionFile file, ImmutableArray<double> weights)
    {
        _bytes = file.Blob(TermBytes);
        _starts = file.Column<int>(TermStarts);
        _documentCounts = file.Column<int>(DocumentCounts);
        _blocks = file.Column<int>(TermBlocks);
        _postings = file.Blob(Postings);
        _positions = file.Blob(Positions);
        _lastDocs = file.Column<int>(BlockLastDocs);
        _postingStarts = file.Column<uint>(BlockPostings);
        _positionStarts = file.Column<uint>(BlockPositions);
        _impacts = file.Column<float>(BlockImpacts);
        Shapes = new(file, weights);
    }

    /// <summary>How many terms there are.</summary>
    public int Count => _documentCounts.Count;

    /// <summary>How terms stand in documents.</summary>
    public OccurrenceShapes Shapes { get; }

    /// <summary>How many documents hold a term, in any field.</summary>
    public int DocumentCount(int term) => _documentCounts[term];

    /// <summary>The UTF-8 of a term.</summary>
    public ReadOnlySpan<byte> Term(int number)
    {
        var starts = _starts.Span;
        return _bytes.Slice(starts[number], starts[number + 1] - starts[number]);
    }

    /// <summary>The number of a term; negative when no document holds it.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        Span<byte> room = stackalloc byte[MaxTermOnStack];
        var bytes = Encode(term, room);
        var number = FirstFrom(bytes);
        return number < Count && Term(number).SequenceEqual(bytes) ? number : -1;
    }

    /// <summary>The terms that begin with some letters: numbers from <c>First</c> to one before <c>End</c>.</summary>
    public (int First, int End) Prefix(ReadOnlySpan<char> start)
    {
        Span<byte> room = stackalloc byte[MaxTermOnStack];
        var bytes = Encode(start, room);
        var first = FirstFrom(bytes);

        // 0xFF is no byte of UTF-8, so what begins with the letters is less than the letters and 0xFF.
        return (first, FirstFrom([.. bytes, 0xFF]));
    }

    /// <summary>The number of the first term that is not less; <see cref="Count"/> when all are.</summary>
    public int FirstFrom(ReadOnlySpan<byte> term)
    {
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Term(middle).SequenceCompareTo(term) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The blocks of a term's postings: numbers from <c>First</c> to one before <c>End</c>.</summary>
    internal (int First, int End) BlocksOf(int term)
    {
        var blocks = _blocks.Span;
        return (blocks[term], blocks[term + 1]);
    }

    /// <summary>The last document of every block.</summary>
    internal ReadOnlySpan<int> LastDocs => _lastDocs.Span;

    /// <summary>The largest impact of every block, by the segment's average length.</summary>
    internal ReadOnlySpan<float> Impacts => _impacts.Span;

    /// <summary>The bytes of a block's postings, and all that follow.</summary>
    internal ReadOnlySpan<byte> PostingsOf(int block) => _postings.From(_postingStarts[block]);

    /// <summary>The bytes of a block's positions, and <see cref="BitPacking.Slack"/> more.</summary>
    internal ReadOnlySpan<byte> PositionsOf(int block)
    {
        var starts = _positionStarts.Span;
        return _positions.Slice(starts[block], checked((int)(starts[block + 1] - starts[block] + BitPacking.Slack)));
    }

    private static ReadOnlySpan<byte> Encode(ReadOnlySpan<char> text, Span<byte> room) =>
        Encoding.UTF8.TryGetBytes(text, room, out var written) ? room[..written] : Encoding.UTF8.GetBytes(text.ToString());
}
