using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>The terms of an index in the order of their UTF-8 bytes, so that all that begin alike stand together. A term's number is its place.</summary>
internal sealed class TermDictionary : ISortedWords
{
    internal const int TermBytes = 1;
    internal const int TermStarts = 2;
    internal const int DocumentCounts = 3;
    internal const int Postings = 4;
    internal const int PostingStarts = 5;
    internal const int Positions = 6;
    internal const int PositionStarts = 7;

    private readonly Blob _bytes;
    private readonly Column<int> _starts;
    private readonly Column<int> _documentCounts;
    private readonly Blob _postings;
    private readonly Column<long> _postingStarts;
    private readonly Blob _positions;
    private readonly Column<long> _positionStarts;

    public TermDictionary(SectionFile file)
    {
        _bytes = file.Blob(TermBytes);
        _starts = file.Column<int>(TermStarts);
        _documentCounts = file.Column<int>(DocumentCounts);
        _postings = file.Blob(Postings);
        _postingStarts = file.Column<long>(PostingStarts);
        _positions = file.Blob(Positions);
        _positionStarts = file.Column<long>(PositionStarts);
    }

    /// <summary>How many terms there are.</summary>
    public int Count => _documentCounts.Count;

    /// <summary>How many documents hold a term, in any field.</summary>
    public int DocumentCount(int term) => _documentCounts[term];

    /// <summary>The UTF-8 of a term.</summary>
    public ReadOnlySpan<byte> Term(int number)
    {
        var starts = _starts.Span;
        return _bytes.Slice(starts[number], starts[number + 1] - starts[number]);
    }

    /// <summary>The number of a term; negative when no document holds it.</summary>
    public int Find(string term)
    {
        var bytes = Encoding.UTF8.GetBytes(term);
        var number = FirstFrom(bytes);
        return number < Count && Term(number).SequenceEqual(bytes) ? number : -1;
    }

    /// <summary>The terms that begin with some letters: numbers from <c>First</c> to one before <c>End</c>.</summary>
    public (int First, int End) Prefix(string start)
    {
        var bytes = Encoding.UTF8.GetBytes(start);
        var first = FirstFrom(bytes);

        // 0xFF is no byte of UTF-8, so what begins with the letters is less than the letters and 0xFF.
        return (first, FirstFrom([.. bytes, 0xFF]));
    }

    /// <summary>A term's postings.</summary>
    internal ReadOnlySpan<byte> PostingsOf(int term) => Stretch(_postings, _postingStarts, term);

    /// <summary>A term's positions.</summary>
    internal ReadOnlySpan<byte> PositionsOf(int term) => Stretch(_positions, _positionStarts, term);

    private static ReadOnlySpan<byte> Stretch(Blob blob, Column<long> starts, int term)
    {
        var span = starts.Span;
        return blob.Slice(span[term], (int)(span[term + 1] - span[term]));
    }

    // The number of the first term that is not less.
    private int FirstFrom(ReadOnlySpan<byte> term)
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
}
