using System.Buffers.Binary;
using Practices.Indexer.Content;

namespace Practices.Indexer.Ingest.Pictures;

/// <summary>The size of an AVIF picture, which stands in boxes inside boxes (ISO/IEC 23008-12; AV1 Image File Format 1.1).</summary>
internal static class AvifBoxes
{
    /// <summary>The header, with the largest size that any item of the file has: the others are its thumbnail and its transparency.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (Find(bytes, "ftyp"u8) is not { } brands || !HasBrand(bytes[brands]) || Find(bytes, "meta"u8) is not { } meta) return null;

        // A full box begins with its version and flags.
        var box = bytes[meta];
        if (box.Length < 4) return null;
        box = box[4..];
        if (Find(box, "iprp"u8) is not { } iprp) return null;
        box = box[iprp];
        if (Find(box, "ipco"u8) is not { } ipco) return null;
        var properties = box[ipco];

        var (width, height, isTurned) = (0, 0, false);
        for (var at = 0; Next(properties, at) is var (inside, end); at = end)
        {
            var property = properties[inside];
            var type = TypeOf(properties, at);
            if (type.SequenceEqual("ispe"u8) && property.Length >= 12)
            {
                var (w, h) = (BinaryPrimitives.ReadInt32BigEndian(property[4..]), BinaryPrimitives.ReadInt32BigEndian(property[8..]));
                if (w > 0 && h > 0 && (long)w * h > (long)width * height) (width, height) = (w, h);
            }

            // Quarters of a turn.
            if (type.SequenceEqual("irot"u8) && property.Length > 0) isTurned = (property[0] & 1) == 1;
        }

        return isTurned ? new(PictureFormat.Avif, height, width, TellsPosition: false) : new(PictureFormat.Avif, width, height, TellsPosition: false);
    }

    // The major brand, its version, then the compatible ones.
    private static bool HasBrand(ReadOnlySpan<byte> brands)
    {
        for (var at = 0; at + 4 <= brands.Length; at += 4)
            if (at != 4 && (brands[at..].StartsWith("avif"u8) || brands[at..].StartsWith("avis"u8))) return true;
        return false;
    }

    private static Range? Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> type)
    {
        for (var at = 0; Next(boxes, at) is var (inside, end); at = end)
            if (TypeOf(boxes, at).SequenceEqual(type)) return inside;
        return null;
    }

    private static ReadOnlySpan<byte> TypeOf(ReadOnlySpan<byte> boxes, int at) => boxes.Slice(at + 4, 4);

    // A length of 1 says that the true one follows in 64 bits, a length of 0 that the box is the last.
    private static (Range Inside, int End)? Next(ReadOnlySpan<byte> boxes, int at)
    {
        if (boxes.Length - at < 8) return null;
        long length = BinaryPrimitives.ReadUInt32BigEndian(boxes[at..]);
        var header = 8;
        if (length == 1)
        {
            if (boxes.Length - at < 16) return null;
            (length, header) = (BinaryPrimitives.ReadInt64BigEndian(boxes[(at + 8)..]), 16);
        }

        if (length == 0) length = boxes.Length - at;
        return length < header || length > boxes.Length - at ? null : ((at + header)..(int)(at + length), (int)(at + length));
    }
}
