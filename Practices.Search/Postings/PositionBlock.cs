using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    /// <summary>How many numbers may be read behind positions, so that a whole vector may be read from any of them.</summary>
    public const int Slack = 16;

    private const byte HasGroups = 0x80;
    private const int HeaderLength = 2;
    private const int GroupSize = BitPacking.BlockSize;

    // Where each group begins in the bytes, what is left over as the last of them; nothing once it is read.
    private int[] _starts = new int[8];

    // The distances of each group that was read, added up from its first on.
    private int[] _sums = new int[GroupSize + Slack];
    private int[] _spanning = new int[GroupSize];
    private TermDictionary? _terms;
    private int _block;
    private int _groups;
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
        var at = 1;
        _groups = (bytes[0] & HasGroups) == 0 ? 0 : (int)VarInt.Read(bytes, ref at);
        if (_groups >= _starts.Length) Array.Resize(ref _starts, (_groups + 1) * 2);
        if ((_groups + 1) * GroupSize > _sums.Length - Slack) Array.Resize(ref _sums, (_starts.Length * GroupSize) + Slack);
        for (var group = 0; group < _groups; group++)
        {
            _starts[group] = at;
            var header = bytes[at..];
            at += HeaderLength + PatchedPacking.LengthOf(header[HeaderLength..], GroupSize, header[0], header[1]);
        }

        _starts[_groups] = at;
    }

    /// <summary>Some positions of a posting in one field. Valid until the next are read.</summary>
    /// <param name="first">The place of the first among the block's positions.</param>
    /// <param name="count">How many they are.</param>
    public PostingPositions Read(int first, int count)
    {
        var group = first / GroupSize;
        var last = (first + count - 1) / GroupSize;
        if (_starts[group] > 0) ReadGroup(group);
        if (group == last) return new(_sums.AsSpan(first, count), SumBefore(first));

        for (group++; group <= last; group++)
        {
            if (_starts[group] > 0) ReadGroup(group);
        }

        return ReadSpanning(first, count);
    }

    private int SumBefore(int first) => first % GroupSize == 0 ? 0 : _sums[first - 1];

    // Sums begin anew with each group, so these are carried from one to the next.
    private PostingPositions ReadSpanning(int first, int count)
    {
        if (count > _spanning.Length - Slack) _spanning = new int[(count * 2) + Slack];
        var carried = -SumBefore(first);
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && (first + i) % GroupSize == 0) carried = _spanning[i - 1];
            _spanning[i] = carried + _sums[first + i];
        }

        return new(_spanning.AsSpan(0, count), 0);
    }

    private void ReadGroup(int group)
    {
        var bytes = _terms!.PositionsOf(_block)[_starts[group]..];
        var distances = MemoryMarshal.Cast<int, uint>(_sums.AsSpan(group * GroupSize, GroupSize));
        _starts[group] = 0;
        if (group < _groups) PatchedPacking.Unpack(bytes[HeaderLength..], bytes[0], bytes[1], distances);
        else ReadRest(bytes, distances);
        AddUp(MemoryMarshal.Cast<uint, int>(distances));
    }

    // How many there are is not written: what the block's bytes have room for, of which the last may be none.
    private void ReadRest(ReadOnlySpan<byte> bytes, Span<uint> distances)
    {
        var count = _restWidth == 0 ? 0 : Math.Min(distances.Length, (bytes.Length - BitPacking.Slack) * 8 / _restWidth);
        BitPacking.UnpackBits(bytes, _restWidth, distances[..count]);
        distances[count..].Clear();
    }

    // Each number becomes the sum of all up to it, four at a time (Hillis and Steele, "Data parallel algorithms", 1986).
    private static void AddUp(Span<int> numbers)
    {
        var carried = Vector128<int>.Zero;
        foreach (ref var vector in MemoryMarshal.Cast<int, Vector128<int>>(numbers))
        {
            var sums = vector + Vector128.Shuffle(vector, Vector128.Create(-1, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(-1, -1, 0, 1));
            vector = sums + carried;
            carried = Vector128.Shuffle(vector, Vector128.Create(3));
        }
    }
}
