using System.Numerics;
using System.Runtime.Intrinsics;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// Reads the postings of one term in document order, a block at a time; can be opened again for another term.
/// See <see cref="PostingsWriter"/> for the format. Not safe for two threads at once.
/// </summary>
internal sealed class PostingCursor
{
    // So many more than a block that a whole vector may be read from any place in it.
    private readonly int[] _docs = new int[BitPacking.BlockSize + 16];
    private readonly uint[] _shapes = new uint[BitPacking.BlockSize];
    private readonly uint[] _gaps = new uint[BitPacking.BlockSize];

    private TermDictionary? _terms;
    private int _documents;
    private int _firstBlock;
    private int _endBlock;
    private int _block;
    private int _lastDoc;
    private int _count;
    private int _at;
    private bool _hasDocs;
    private bool _hasShapes;

    /// <summary>The document that the cursor stands on.</summary>
    public int Doc => _docs[_at];

    /// <summary>How the term stands in the document: a shape of the dictionary.</summary>
    public int Shape => (int)BlockShapes[_at];

    /// <summary>The number of the posting that the cursor stands on: how many documents that hold the term come before.</summary>
    public int Number => ((_block - _firstBlock) * BitPacking.BlockSize) + _at;

    /// <summary>How many documents hold the term.</summary>
    public int Documents => _documents;

    /// <summary>The largest impact of the block.</summary>
    public float BlockImpact => _terms!.Impacts[_block];

    /// <summary>The last document of the block.</summary>
    public int BlockLastDoc => _lastDoc;

    /// <summary>The documents of the block.</summary>
    public ReadOnlySpan<int> BlockDocs
    {
        get
        {
            if (!_hasDocs) ReadDocs();
            return _docs.AsSpan(0, _count);
        }
    }

    /// <summary>The shapes of the block's postings.</summary>
    public ReadOnlySpan<uint> BlockShapes
    {
        get
        {
            if (!_hasShapes) ReadShapes();
            return _shapes.AsSpan(0, _count);
        }
    }

    /// <summary>Opens a term, before its first document and its first block.</summary>
    public void Open(TermDictionary terms, int term)
    {
        _terms = terms;
        _documents = terms.DocumentCount(term);
        (_firstBlock, _endBlock) = terms.BlocksOf(term);
        Rewind();
    }

    /// <summary>Goes back before the first document.</summary>
    public void Rewind()
    {
        _block = _firstBlock - 1;
        _count = 0;
        _at = -1;
    }

    /// <summary>The largest impact of the whole list.</summary>
    public float MaxImpact()
    {
        var max = 0f;
        foreach (var impact in _terms!.Impacts[_firstBlock.._endBlock]) max = Math.Max(max, impact);
        return max;
    }

    /// <summary>Goes to the next block, before its first document, and reads none of it yet.</summary>
    public bool MoveNextBlock()
    {
        if (_block + 1 >= _endBlock) return false;
        StandBefore(_block + 1);
        return true;
    }

    /// <summary>Goes to the next document of the block.</summary>
    public bool MoveNextInBlock()
    {
        if (_at + 1 >= _count) return false;
        if (!_hasDocs) ReadDocs();
        _at++;
        return true;
    }

    /// <summary>Goes to the next document.</summary>
    public bool MoveNext() => MoveNextInBlock() || (MoveNextBlock() && MoveNextInBlock());

    /// <summary>Whether the cursor stands in a block, before one of its documents or on it.</summary>
    public bool IsInBlock => _count > 0;

    /// <summary>Goes to the block that the first document that is not less is in, and reads none of it yet; stays in its block when that is the one.</summary>
    public bool MoveToBlock(int doc)
    {
        if (_count > 0 && BlockLastDoc >= doc) return true;
        var block = FirstBlockWith(doc);
        if (block < _endBlock)
        {
            StandBefore(block);
            return true;
        }

        _block = _endBlock;
        _count = 0;
        return false;
    }

    /// <summary>Goes to the first document that is not less; stays where it is when it stands there already.</summary>
    public bool MoveTo(int doc)
    {
        if (!MoveToBlock(doc)) return false;
        if (!_hasDocs) ReadDocs();
        _at = Math.Max(_at, 0);
        if (_docs[_at] < doc) _at = FirstFrom(doc);
        return true;
    }

    /// <summary>Puts every document of the list into a set.</summary>
    public void AddTo(DocSet docs)
    {
        while (MoveNextBlock())
        {
            var block = Block;
            if (block.IsBits) docs.Or(block.FirstWord, block.Words);
            else docs.Add(BlockDocs);
        }
    }

    private PostingBlock Block => new(_terms!, _firstBlock, _block, _count);

    private void StandBefore(int block)
    {
        _block = block;
        _lastDoc = _terms!.LastDocs[block];
        _count = Math.Min(BitPacking.BlockSize, _documents - ((block - _firstBlock) * BitPacking.BlockSize));
        _at = -1;
        _hasDocs = false;
        _hasShapes = false;
    }

    private void ReadDocs()
    {
        _hasDocs = true;
        Block.ReadDocs(_docs, _gaps);
    }

    private void ReadShapes()
    {
        _hasShapes = true;
        Block.ReadShapes(_shapes);
    }

    // The place in the block of the first document that is not less; there is one.
    private int FirstFrom(int doc)
    {
        var wanted = Vector256.Create(doc);
        for (var at = _at; ; at += Vector256<int>.Count)
        {
            var less = Vector256.LessThan(Vector256.Create<int>(_docs.AsSpan(at)), wanted).ExtractMostSignificantBits();

            // Documents ascend, so those that are less come first; what lies behind the block's end is never reached.
            if (less != 0xFF) return at + BitOperations.TrailingZeroCount(~less);
        }
    }

    // The first block from the next on whose last document is not less; the end when there is none. Most often it is near.
    private int FirstBlockWith(int doc)
    {
        var lastDocs = _terms!.LastDocs;
        var low = Math.Min(_block + 1, _endBlock);
        var high = low;
        for (var step = 1; high < _endBlock && lastDocs[high] < doc; step *= 2)
        {
            low = high + 1;
            high += step;
        }

        high = Math.Min(high, _endBlock);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (lastDocs[middle] < doc) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
