using System.Buffers.Binary;
using Practices.Indexer.Content;

namespace Practices.Indexer.Ingest.Pictures;

/// <summary>What the first bytes of a picture say of it. Nothing is decoded, so that a hostile picture costs no more than its length.</summary>
/// <param name="Format">The format that the bytes are of, whatever the file's name says.</param>
/// <param name="Width">How wide a browser shows it, in pixels: a JPEG that a camera has turned is as wide as it is high.</param>
/// <param name="Height">How high.</param>
/// <param name="TellsPosition">Whether its EXIF data tells where on earth it was taken.</param>
public readonly record struct PictureHeader(PictureFormat Format, int Width, int Height, bool TellsPosition)
{
    /// <summary>Reads the header.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <returns><see langword="null"/> for what is none of <see cref="PictureFormat.All"/>, or ends before it says how large it is.</returns>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var header =
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(bytes)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png(bytes)
            : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? Gif(bytes)
            : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? WebP(bytes)
            : AvifBoxes.Read(bytes);
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    // ITU-T T.81, annex B: segments, each a marker and a length, until the frame header that says the size.
    private static PictureHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var exif = default(ExifBlock);
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker is 0xD9 or 0xDA || length < 2 || at + 2 + length > bytes.Length) return null;
            var segment = bytes.Slice(at + 4, length - 2);
            if (marker == 0xE1 && segment.StartsWith("Exif\0\0"u8)) exif = ExifBlock.Read(segment[6..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (segment.Length < 5) return null;
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
                return exif.IsTurned ? new(PictureFormat.Jpeg, height, width, exif.TellsPosition) : new(PictureFormat.Jpeg, width, height, exif.TellsPosition);
            }

            at += 2 + length;
        }

        return null;
    }

    // W3C PNG, third edition: the first chunk says the size.
    private static PictureHeader? Png(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 24 || !bytes[12..].StartsWith("IHDR"u8)) return null;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        var tellsPosition = false;
        for (long at = 8; at + 12 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (length > chunk.Length - 12) break;
            if (chunk[4..].StartsWith("eXIf"u8)) tellsPosition |= ExifBlock.Read(chunk.Slice(8, (int)length)).TellsPosition;
            at += 12 + length;
        }

        return new(PictureFormat.Png, width, height, tellsPosition);
    }

    private static PictureHeader? Gif(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 10 ? null : new(PictureFormat.Gif, BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]), TellsPosition: false);

    // RFC 9649: one of three kinds of chunk comes first, and each says the size in its own way.
    private static PictureHeader? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30) return null;
        var first = bytes[12..16];
        if (first.SequenceEqual("VP8 "u8) && bytes[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return new(PictureFormat.WebP, BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF, TellsPosition: false);
        if (first.SequenceEqual("VP8L"u8) && bytes[20] == 0x2F)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return new(PictureFormat.WebP, (int)(size & 0x3FFF) + 1, (int)(size >> 14 & 0x3FFF) + 1, TellsPosition: false);
        }

        if (!first.SequenceEqual("VP8X"u8)) return null;
        var tellsPosition = false;
        for (long at = 12; at + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (length > chunk.Length - 8) break;
            if (chunk.StartsWith("EXIF"u8)) tellsPosition |= ExifBlock.Read(chunk.Slice(8, (int)length)).TellsPosition;
            at += 8 + length + (length & 1);
        }

        return new(PictureFormat.WebP, Int24(bytes[24..]) + 1, Int24(bytes[27..]) + 1, tellsPosition);
    }

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
