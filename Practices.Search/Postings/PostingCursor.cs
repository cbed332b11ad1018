using System.Buffers.Binary;
using System.Numerics;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// Reads the postings of one term in document order, a block at a time; can be opened again for another term.
/// See <see cref="PostingListBuilder"/> for the format. Not safe for two threads at once.
/// </summary>
internal sealed class PostingCursor
{
    private readonly int[] _docs = new int[PostingListBuilder.BlockSize];
    private readonly uint[] _fields = new uint[PostingListBuilder.BlockSize];
    private readonly int[] _firstFrequency = new int[PostingListBuilder.BlockSize + 1];
    private int[] _frequencies = new int[PostingListBuilder.BlockSize];
    private int[] _positions = new int[16];

    private TermDictionary? _terms;
    private int _term;
    private int _documents;
    private int _blocks;
    private int _block;
    private int _count;
    private int _at;

    // How far into the block's positions has been read: the posting that comes next, and where its positions begin.
    private int _positionsPosting;
    private int _positionsStart;
    private bool _hasPositions;

    /// <summary>The document that the cursor stands on.</summary>
    public int Doc => _docs[_at];

    /// <summary>The fields in which it holds the term, one bit each.</summary>
    public uint Fields => _fields[_at];

    /// <summary>Opens a term, before its first document.</summary>
    public void Open(TermDictionary terms, int term)
    {
        _terms = terms;
        _term = term;
        _documents = terms.DocumentCount(term);
        _blocks = (_documents + PostingListBuilder.BlockSize - 1) / PostingListBuilder.BlockSize;
        _block = -1;
        _count = 0;
        _at = -1;
        _hasPositions = false;
    }

    /// <summary>Goes to the next document.</summary>
    public bool MoveNext()
    {
        _hasPositions = false;
        return ++_at < _count || ReadBlock(_block + 1);
    }

    /// <summary>Goes to the first document that is not less; stays where it is when it stands there already.</summary>
    public bool MoveTo(int doc)
    {
        if (_at >= 0 && _at < _count && _docs[_at] >= doc) return true;
        if (_count == 0 || _docs[_count - 1] < doc)
        {
            if (!ReadBlock(FirstBlockWith(doc))) return false;
            _at--;
        }

        _hasPositions = false;
        while (++_at < _count)
        {
            if (_docs[_at] >= doc) return true;
        }

        return false;
    }

    /// <summary>How often the term stands in the document, each occurrence counted by its field's weight.</summary>
    /// <param name="weights">The weights of the fields.</param>
    /// <param name="fields">The fields that count, one bit each.</param>
    public double WeightedFrequency(ReadOnlySpan<double> weights, uint fields)
    {
        var frequency = _firstFrequency[_at];
        var sum = 0.0;
        for (var rest = _fields[_at]; rest != 0; rest &= rest - 1)
        {
            var field = BitOperations.TrailingZeroCount(rest);
            if ((fields & (1u << field)) != 0) sum += weights[field] * _frequencies[frequency];
            frequency++;
        }

        return sum;
    }

    /// <summary>Where the term stands in a field of the document, in ascending order; empty when it does not. Valid until the cursor moves.</summary>
    public ReadOnlySpan<int> Positions(int field)
    {
        if (!_hasPositions) ReadPositions();
        var start = 0;
        var frequency = _firstFrequency[_at];
        for (var rest = _fields[_at]; rest != 0; rest &= rest - 1)
        {
            var count = _frequencies[frequency++];
            if (BitOperations.TrailingZeroCount(rest) == field) return _positions.AsSpan(start, count);
            start += count;
        }

        return [];
    }

    private bool ReadBlock(int block)
    {
        if (block >= _blocks) return false;

        var bytes = _terms!.PostingsOf(_term);
        var lastDoc = -1;
        var index = _blocks > 1 ? _blocks * PostingListBuilder.SkipEntryLength : 0;
        _positionsStart = 0;
        if (block > 0)
        {
            var before = bytes.Slice((block - 1) * PostingListBuilder.SkipEntryLength, PostingListBuilder.SkipEntryLength);
            lastDoc = BinaryPrimitives.ReadInt32LittleEndian(before);
            index += BinaryPrimitives.ReadInt32LittleEndian(before[4..]);
            _positionsStart = BinaryPrimitives.ReadInt32LittleEndian(before[8..]);
        }

        _block = block;
        _count = Math.Min(PostingListBuilder.BlockSize, _documents - (block * PostingListBuilder.BlockSize));
        _at = 0;
        _positionsPosting = 0;
        _hasPositions = false;

        var frequencies = 0;
        for (var i = 0; i < _count; i++)
        {
            lastDoc += (int)VarInt.Read(bytes, ref index);
            var fields = VarInt.Read(bytes, ref index);
            _docs[i] = lastDoc;
            _fields[i] = fields;
            _firstFrequency[i] = frequencies;
            for (; fields != 0; fields &= fields - 1)
            {
                if (frequencies == _frequencies.Length) Array.Resize(ref _frequencies, frequencies * 2);
                _frequencies[frequencies++] = (int)VarInt.Read(bytes, ref index);
            }
        }

        _firstFrequency[_count] = frequencies;
        return true;
    }

    // Blocks are found by their last documents; the one before the first is never asked for again.
    private int FirstBlockWith(int doc)
    {
        if (_blocks <= 1) return _block + 1;
        var bytes = _terms!.PostingsOf(_term);
        var low = _block + 1;
        var high = _blocks;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (BinaryPrimitives.ReadInt32LittleEndian(bytes[(middle * PostingListBuilder.SkipEntryLength)..]) < doc) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void ReadPositions()
    {
        var bytes = _terms!.PositionsOf(_term);
        for (; _positionsPosting < _at; _positionsPosting++)
        {
            for (var i = _firstFrequency[_positionsPosting]; i < _firstFrequency[_positionsPosting + 1]; i++)
            {
                for (var rest = _frequencies[i]; rest > 0; rest--) VarInt.Read(bytes, ref _positionsStart);
            }
        }

        var count = 0;
        for (var i = _firstFrequency[_at]; i < _firstFrequency[_at + 1]; i++)
        {
            var position = 0;
            for (var rest = _frequencies[i]; rest > 0; rest--)
            {
                if (count == _positions.Length) Array.Resize(ref _positions, count * 2);
                position += (int)VarInt.Read(bytes, ref _positionsStart);
                _positions[count++] = position;
            }
        }

        _positionsPosting = _at + 1;
        _hasPositions = true;
    }
}
