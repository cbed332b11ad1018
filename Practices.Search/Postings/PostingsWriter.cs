using System.Runtime.InteropServices;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// Writes the posting lists of a segment, term after term, in blocks of <see cref="BitPacking.BlockSize"/> postings; only a list's last block may be shorter.
/// <para>
/// A block is a <see cref="BlockHeader"/>, the documents and the shapes. Documents are the distances from one to the next, less one, packed
/// (<see cref="PatchedPacking"/>); or, where that is no longer, a bit for each document of the block's stretch, in words of 64 that lie as the words of a <see cref="DocSet"/> do.
/// Shapes are packed like the distances.
/// Positions are a stream apart, <see cref="PositionBlock"/>. What finds a block stands in four columns: its last document, where it begins in both streams, and the largest
/// impact of its postings, by which whole blocks are passed over in ranking (Ding and Suel, "Faster top-k document retrieval using block-max indexes", 2011).
/// </para>
/// </summary>
internal sealed class PostingsWriter(SectionWriter writer)
{
    private readonly List<int> _lastDocs = [];
    private readonly List<uint> _postingStarts = [];
    private readonly List<uint> _positionStarts = [];
    private readonly List<float> _impacts = [];
    private readonly ByteBuffer _positionBytes = new();
    private readonly ByteBuffer _block = new();
    private readonly ByteBuffer _distances = new();
    private readonly uint[] _gaps = new uint[BitPacking.BlockSize];
    private readonly uint[] _shapes = new uint[BitPacking.BlockSize];
    private readonly int[] _docs = new int[BitPacking.BlockSize];
    private readonly List<uint> _positions = [];

    /// <summary>How many blocks are written.</summary>
    public int Blocks => _lastDocs.Count;

    /// <summary>Begins the stream of postings.</summary>
    public void Begin() => writer.Begin(TermDictionary.Postings);

    /// <summary>Adds the list of a term.</summary>
    /// <param name="list">The list as it was gathered.</param>
    /// <param name="shapeNumbers">The final number of each shape.</param>
    /// <param name="shapeCounts">How many positions a posting of each shape has, before renumbering.</param>
    /// <param name="impactOf">The impact of a document's shape, before renumbering.</param>
    public void Add(PostingListBuilder list, int[] shapeNumbers, IReadOnlyList<int> shapeCounts, Func<int, int, double> impactOf)
    {
        var bytes = list.Bytes;
        var at = 0;
        var doc = -1;
        for (var rest = list.Count; rest > 0;)
        {
            var count = Math.Min(rest, BitPacking.BlockSize);
            var before = doc;
            var impact = 0.0;
            for (var i = 0; i < count; i++)
            {
                _gaps[i] = VarInt.Read(bytes, ref at);
                doc += (int)_gaps[i] + 1;
                var shape = (int)VarInt.Read(bytes, ref at);
                for (var position = shapeCounts[shape]; position > 0; position--) _positions.Add(VarInt.Read(bytes, ref at));
                impact = Math.Max(impact, impactOf(doc, shape));
                _shapes[i] = (uint)shapeNumbers[shape];
                _docs[i] = doc;
            }

            WriteBlock(count, before, impact);
            rest -= count;
        }
    }

    /// <summary>Ends the stream of postings and writes positions and columns.</summary>
    public void Finish()
    {
        _postingStarts.Add(Offset(writer.SectionLength));
        _positionStarts.Add(Offset(_positionBytes.Length));
        Span<byte> slack = stackalloc byte[BitPacking.Slack];
        slack.Clear();
        writer.Write<byte>(slack);
        writer.Section(TermDictionary.Positions, _positionBytes.Written);
        writer.Write<byte>(slack);
        writer.Section<int>(TermDictionary.BlockLastDocs, CollectionsMarshal.AsSpan(_lastDocs));
        writer.Section<uint>(TermDictionary.BlockPostings, CollectionsMarshal.AsSpan(_postingStarts));
        writer.Section<uint>(TermDictionary.BlockPositions, CollectionsMarshal.AsSpan(_positionStarts));
        writer.Section<float>(TermDictionary.BlockImpacts, CollectionsMarshal.AsSpan(_impacts));
    }

    private void WriteBlock(int count, int before, double impact)
    {
        var last = _docs[count - 1];
        _lastDocs.Add(last);
        _postingStarts.Add(Offset(writer.SectionLength));
        _positionStarts.Add(Offset(_positionBytes.Length));

        // Never less than the impact itself.
        _impacts.Add(MathF.BitIncrement((float)impact));

        var gaps = _gaps.AsSpan(0, count);
        var shapes = _shapes.AsSpan(0, count);
        var (gapWidth, gapExceptions) = PatchedPacking.Choose(gaps);
        var (shapeWidth, shapeExceptions) = PatchedPacking.Choose(shapes);
        _distances.Clear();
        PatchedPacking.Pack(gaps, gapWidth, gapExceptions, _distances);
        var firstWord = (before + 1) >> 6;
        var words = (last >> 6) - firstWord + 1;
        var asBits = words * sizeof(ulong) <= _distances.Length;
        _block.Clear();
        new BlockHeader(asBits ? BlockHeader.AsBits : gapWidth, shapeWidth, asBits ? 0 : gapExceptions, shapeExceptions).Write(_block, count);
        if (asBits) WriteBits(_docs.AsSpan(0, count), firstWord, words);
        else _block.Write(_distances.Written);
        PatchedPacking.Pack(shapes, shapeWidth, shapeExceptions, _block);
        writer.Write(_block.Written);

        PositionBlock.Write(CollectionsMarshal.AsSpan(_positions), _positionBytes);
        _positions.Clear();
    }

    private void WriteBits(ReadOnlySpan<int> docs, int firstWord, int words)
    {
        Span<ulong> bits = stackalloc ulong[words];
        bits.Clear();
        foreach (var doc in docs) bits[(doc >> 6) - firstWord] |= 1UL << doc;
        _block.Write(MemoryMarshal.AsBytes(bits));
    }

    private static uint Offset(long length) => checked((uint)length);
}
