using System.Runtime.CompilerServices;
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

    // Where each group begins in the bytes, what is left over as the last of them.
    private int[] _starts = new int[8];

    // Before each position, and behind the last, the sum of the distances up to it, from the beginning of a group on.
    private int[] _sums = new int[GroupSize + Slack];

    // The positions whose sums are read: whole groups.
    private int _first;
    private int _end;
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
        (_first, _end) = (0, 0);
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

    /// <summary>Some positions of a posting in one field. Valid until the next are read. Cheapest from the first of the block to the last, since what lies between is not read.</summary>
    /// <param name="first">The place of the first among the block's positions.</param>
    /// <param name="count">How many they are.</param>
    public PostingPositions Read(int first, int count)
    {
        if (first < _first || first + count > _end) ReadGroups(first, first + count);
        return new(_sums.AsSpan(first, count + 1));
    }

    // Sums go on from the groups read before where these are asked on from; elsewhere they begin anew.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadGroups(int first, int end)
    {
        if (first < _first || first >= _end)
        {
            _end = _first = first / GroupSize * GroupSize;
            _sums[_first] = 0;
        }

        for (; _end < end; _end += GroupSize) ReadGroup(_end / GroupSize);
    }

    private void ReadGroup(int group)
    {
        var bytes = _terms!.PositionsOf(_block)[_starts[group]..];
        var first = group * GroupSize;
        var distances = MemoryMarshal.Cast<int, uint>(_sums.AsSpan(first + 1, GroupSize));
        var count = GroupSize;
        if (group < _groups) PatchedPacking.Unpack(bytes[HeaderLength..], bytes[0], bytes[1], distances);
        else count = ReadRest(bytes, distances);
        AddUp(_sums.AsSpan(first, count + 1));
    }

    // How many there are is not written: what the block's bytes have room for, of which the last may be none. Where they take no bytes, there may be as many as a group has.
    private int ReadRest(ReadOnlySpan<byte> bytes, Span<uint> distances)
    {
        if (_restWidth == 0)
        {
            distances.Clear();
            return distances.Length;
        }

        var count = Math.Min(distances.Length, (bytes.Length - BitPacking.Slack) * 8 / _restWidth);
        BitPacking.UnpackBits(bytes, _restWidth, distances[..count]);
        return count;
    }

    // Each number becomes the sum of all up to it, four at a time (Hillis and Steele, "Data parallel algorithms", 1986). What is added up behind the last is of no use, and in nobody's way.
    private static void AddUp(Span<int> numbers)
    {
        ref var first = ref MemoryMarshal.GetReference(numbers);
        var carried = Vector128.Create(first);
        for (var i = 1; i < numbers.Length; i += Vector128<int>.Count)
        {
            var vector = Vector128.LoadUnsafe(ref first, (nuint)i);
            var sums = vector + Vector128.Shuffle(vector, Vector128.Create(-1, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(-1, -1, 0, 1));
            sums += carried;
            sums.StoreUnsafe(ref first, (nuint)i);
            carried = Vector128.Shuffle(sums, Vector128.Create(3));
        }
    }
}
