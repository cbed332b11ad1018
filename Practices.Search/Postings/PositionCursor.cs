using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// Reads where a term stands in documents, posting by posting, each by its number in the term's list: how many documents that hold the term come before. Which documents these are is
/// not read. Can be opened again for another term. Not safe for two threads at once.
/// </summary>
internal sealed class PositionCursor
{
    private readonly uint[] _shapes = new uint[BitPacking.BlockSize];

    // How many positions come before each posting's in the block, and before its end.
    private readonly int[] _before = new int[BitPacking.BlockSize + 1];
    private readonly PositionBlock _positions = new();

    private TermDictionary? _terms;
    private ImmutableArray<uint> _fieldsOf;
    private int _documents;
    private int _firstBlock;

    // Of the list's blocks, and the place in it.
    private int _block;
    private int _at;

    /// <summary>The fields of the posting's document in which the term stands, one bit each.</summary>
    public uint Fields { get; private set; }

    /// <summary>Opens a term, on none of its postings.</summary>
    public void Open(TermDictionary terms, int term)
    {
        _terms = terms;
        _fieldsOf = terms.Shapes.Fields;
        _documents = terms.DocumentCount(term);
        _firstBlock = terms.BlocksOf(term).First;
        _block = -1;
    }

    /// <summary>Goes to a posting.</summary>
    /// <param name="number">Its number in the list.</param>
    public void MoveTo(int number)
    {
        var block = (int)((uint)number / BitPacking.BlockSize);
        if (block != _block) OpenBlock(block);
        _at = (int)((uint)number % BitPacking.BlockSize);
        Fields = _fieldsOf[(int)_shapes[_at]];
    }

    /// <summary>Where the term stands in a field of the document; nowhere, perhaps. Valid until the cursor moves or is asked again.</summary>
    public PostingPositions Positions(int field)
    {
        var first = _before[_at];
        if (Fields == 1u << field) return _positions.Read(first, _before[_at + 1] - first);
        var (before, count) = _terms!.Shapes.PositionsOf((int)_shapes[_at], field);
        return count == 0 ? PostingPositions.None : _positions.Read(first + before, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OpenBlock(int block)
    {
        _block = block;
        var count = Math.Min(BitPacking.BlockSize, _documents - (block * BitPacking.BlockSize));
        new PostingBlock(_terms!, _firstBlock, _firstBlock + block, count).ReadShapes(_shapes);
        _positions.Open(_terms!, _firstBlock + block);
        var counts = _terms!.Shapes.Counts;
        var shapes = _shapes.AsSpan(0, count);
        var ends = _before.AsSpan(1, count);
        var before = 0;
        for (var i = 0; i < shapes.Length; i++)
        {
            before += counts[(int)shapes[i]];
            ends[i] = before;
        }
    }
}
