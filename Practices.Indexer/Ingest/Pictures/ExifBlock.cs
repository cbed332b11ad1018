using System.Buffers.Binary;

namespace Practices.Indexer.Ingest.Pictures;

/// <summary>The two things that a page must know of a picture's EXIF data (CIPA DC-008: a TIFF file in small).</summary>
/// <param name="IsTurned">Whether the picture is shown on its side, so that its width is its height.</param>
/// <param name="TellsPosition">Whether it tells where on earth it was taken.</param>
internal readonly record struct ExifBlock(bool IsTurned, bool TellsPosition)
{
    private const int Orientation = 0x0112;
    private const int GpsDirectory = 0x8825;
    private const int EntryLength = 12;

    /// <summary>Reads the first directory of the block. What cannot be read tells nothing.</summary>
    public static ExifBlock Read(ReadOnlySpan<byte> block)
    {
        if (block.StartsWith("Exif\0\0"u8)) block = block[6..];
        if (block.Length < 8 || !(block.StartsWith("II*\0"u8) || block.StartsWith("MM\0*"u8))) return default;
        var isLittle = block[0] == 'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(block[4..]) : BinaryPrimitives.ReadUInt32BigEndian(block[4..]);
        if (directory > block.Length - 2) return default;
        var entries = block[(int)directory..];
        var count = UInt16(entries);
        var (isTurned, tellsPosition) = (false, false);
        for (var i = 0; i < count && 2 + ((i + 1) * EntryLength) <= entries.Length; i++)
        {
            var entry = entries[(2 + (i * EntryLength))..];
            var tag = UInt16(entry);
            if (tag == Orientation) isTurned = UInt16(entry[8..]) is >= 5 and <= 8;
            if (tag == GpsDirectory) tellsPosition = true;
        }

        return new(isTurned, tellsPosition);

        int UInt16(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
    }
}
