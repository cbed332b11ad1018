using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// The positions of a block of postings, one posting after another, each position as the distance to the one before in its field. Read in groups of
/// <see cref="BitPacking.BlockSize"/>, each when one of its positions is wanted. Can be opened again for another block.
/// <para>
/// A byte says the width of what is left over after the last whole group, and by its highest bit whether there are whole groups. Where there are, their number
/// follows, then each with a byte for its width and one for the number of its exceptions (<see cref="PatchedPacking"/>). What is left over lies bit after bit.
/// </para>
/// </summary>
internal sealed class PositionBlock
{
    private const byte HasGroups = 0x80;
    private const int HeaderLength = 2;
    private const int GroupSize = BitPacking.BlockSize;

    // Where each group begins in the bytes; nothing once it is read.
    private int[] _starts = new int[8];
    private uint[] _distances = new uint[GroupSize];
    private TermDictionary? _terms;
    private int _block;
    private int _groups;
    private int _rest;
    private int _restWidth;

    /// <summary>Adds the distances of a block to some bytes; they are not the same afterwards, as the upper bits of wide ones are taken from them.</summary>
    public static void Write(Span<uint> distances, ByteBuffer target)
    {
        var groups = distances.Length / GroupSize;
        var rest = distances[(groups * GroupSize)..];
        var restWidth = BitPacking.WidthOf(rest);
        target.Write([(byte)(groups == 0 ? restWidth : restWidth | HasGroups)]);
        if (groups > 0) target.WriteVarInt((uint)groups);
        for (var group = 0; group < groups; group++)
        {
            var numbers = distances.Slice(group * GroupSize, GroupSize);
            var (width, exceptions) = PatchedPacking.Choose(numbers);
            target.Write([(byte)width, (byte)exceptions]);
            PatchedPacking.Pack(numbers, width, exceptions, target);
        }

        if (restWidth > 0) BitPacking.PackBits(rest, restWidth, target);
    }

    /// <summary>Stands before a block and reads none of it yet.</summary>
    public void Open(TermDictionary terms, int block)
    {
        _terms = terms;
        _block = block;
        var bytes = terms.PositionsOf(block);
        _restWidth = bytes[0] & ~HasGroups;
        _groups = 0;
        _rest = 1;
        if ((bytes[0] & HasGroups) == 0) return;

        _groups = (int)VarInt.Read(bytes, ref _rest);
        if (_groups > _starts.Length) Array.Resize(ref _starts, _groups * 2);
        if (_groups * GroupSize > _distances.Length) Array.Resize(ref _distances, _starts.Length * GroupSize);
        for (var group = 0; group < _groups; group++)
        {
            _starts[group] = _rest;
            var header = bytes[_rest..];
            _rest += HeaderLength + PatchedPacking.LengthOf(header[HeaderLength..], GroupSize, header[0], header[1]);
        }
    }

    /// <summary>Some positions of a posting in one field.</summary>
    /// <param name="first">The place of the first among the block's positions.</param>
    /// <param name="positions">Receives them, in ascending order.</param>
    public void Read(int first, Span<int> positions)
    {
        var position = 0;
        var i = 0;
        var whole = Math.Min(positions.Length, (_groups * GroupSize) - first);
        if (whole > 0)
        {
            for (var group = first / GroupSize; group <= (first + whole - 1) / GroupSize; group++)
            {
                if (_starts[group] > 0) ReadGroup(group);
            }

            foreach (var distance in _distances.AsSpan(first, whole))
            {
                position += (int)distance;
                positions[i++] = position;
            }
        }

        if (i == positions.Length) return;
        var packed = _terms!.PositionsOf(_block)[_rest..];
        for (first -= _groups * GroupSize; i < positions.Length; i++)
        {
            if (_restWidth > 0) position += (int)BitPacking.At(packed, _restWidth, first + i);
            positions[i] = position;
        }
    }

    private void ReadGroup(int group)
    {
        var header = _terms!.PositionsOf(_block)[_starts[group]..];
        PatchedPacking.Unpack(header[HeaderLength..], header[0], header[1], _distances.AsSpan(group * GroupSize, GroupSize));
        _starts[group] = 0;
    }
}
