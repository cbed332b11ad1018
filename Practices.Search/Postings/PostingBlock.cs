using System.Numerics;
using System.Runtime.InteropServices;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>Reads the parts of one block of a posting list, each alone; <see cref="PostingsWriter"/> says how they lie.</summary>
internal readonly ref struct PostingBlock
{
    private readonly BlockHeader _header;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _lastDocBefore;
    private readonly int _wordCount;

    /// <summary>Finds a block's parts.</summary>
    /// <param name="terms">The dictionary that the list belongs to.</param>
    /// <param name="firstBlock">The list's first block.</param>
    /// <param name="block">The block.</param>
    /// <param name="count">How many postings it has.</param>
    public PostingBlock(TermDictionary terms, int firstBlock, int block, int count)
    {
        var bytes = terms.PostingsOf(block);
        _header = BlockHeader.Read(bytes, count);
        _bytes = bytes[BlockHeader.LengthOf(count)..];
        _lastDocBefore = block > firstBlock ? terms.LastDocs[block - 1] : -1;
        Count = count;
        FirstWord = (_lastDocBefore + 1) >> 6;
        _wordCount = (terms.LastDocs[block] >> 6) - FirstWord + 1;
    }

    /// <summary>How many postings the block has.</summary>
    public int Count { get; }

    /// <summary>Whether the documents are written as bits.</summary>
    public bool IsBits => _header.DocWidth == BlockHeader.AsBits;

    /// <summary>The word of a document set in which the block begins: with the document after the last of the block before.</summary>
    public int FirstWord { get; }

    /// <summary>The words of a document set, where the documents are bits.</summary>
    public ReadOnlySpan<ulong> Words => MemoryMarshal.Cast<byte, ulong>(_bytes[..(_wordCount * sizeof(ulong))]);

    /// <summary>Reads the documents.</summary>
    /// <param name="docs">Receives them; has room for <see cref="Count"/>.</param>
    /// <param name="gaps">Room for as many numbers, which hold anything afterwards.</param>
    public void ReadDocs(Span<int> docs, Span<uint> gaps)
    {
        docs = docs[..Count];
        if (IsBits)
        {
            var first = FirstWord << 6;
            var i = 0;
            foreach (var word in Words)
            {
                for (var rest = word; rest != 0; rest &= rest - 1) docs[i++] = first + BitOperations.TrailingZeroCount(rest);
                first += 64;
            }

            return;
        }

        gaps = gaps[..Count];
        PatchedPacking.Unpack(_bytes, _header.DocWidth, _header.DocExceptions, gaps);
        var doc = _lastDocBefore;
        for (var i = 0; i < docs.Length; i++)
        {
            doc += (int)gaps[i] + 1;
            docs[i] = doc;
        }
    }

    /// <summary>Reads how the term stands in each document.</summary>
    /// <param name="shapes">Receives the shapes; has room for <see cref="Count"/>.</param>
    public void ReadShapes(Span<uint> shapes)
    {
        var docs = IsBits ? _wordCount * sizeof(ulong) : PatchedPacking.LengthOf(_bytes, Count, _header.DocWidth, _header.DocExceptions);
        PatchedPacking.Unpack(_bytes[docs..], _header.ShapeWidth, _header.ShapeExceptions, shapes[..Count]);
    }
}
