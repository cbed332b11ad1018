using System.Runtime.InteropServices;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>How the documents and shapes of a block of postings are written; two bytes before them, four in a whole block.</summary>
/// <param name="DocWidth">Bits of a distance between documents; <see cref="AsBits"/> where the documents are bits.</param>
/// <param name="ShapeWidth">Bits of a shape.</param>
/// <param name="DocExceptions">How many distances are wider.</param>
/// <param name="ShapeExceptions">How many shapes are wider.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockHeader(int DocWidth, int ShapeWidth, int DocExceptions, int ShapeExceptions)
{
    /// <summary>The width that says that documents are written as bits.</summary>
    public const int AsBits = 255;

    /// <summary>Reads the header of a block of so many postings.</summary>
    public static BlockHeader Read(ReadOnlySpan<byte> bytes, int count) =>
        count == BitPacking.BlockSize ? new(bytes[0], bytes[1], bytes[2], bytes[3]) : new(bytes[0], bytes[1], 0, 0);

    /// <summary>Bytes that the header of a block of so many postings takes.</summary>
    public static int LengthOf(int count) => count == BitPacking.BlockSize ? 4 : 2;

    /// <summary>Adds the header of a block of so many postings.</summary>
    public void Write(ByteBuffer target, int count)
    {
        ReadOnlySpan<byte> bytes = [(byte)DocWidth, (byte)ShapeWidth, (byte)DocExceptions, (byte)ShapeExceptions];
        target.Write(bytes[..LengthOf(count)]);
    }
}
