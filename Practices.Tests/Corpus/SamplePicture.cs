using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Practices.Tests.Corpus;

/// <summary>Small pictures that browsers draw.</summary>
internal static class SamplePicture
{
    /// <summary>24 by 10 pixels in each format, as common programs write them.</summary>
    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8" +
        "fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAKABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFRABAQAAAAAAAAAAAAAAAAAAABP/xAAWAQEBAQAAAAAAAAAAAAAAAAAABAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAAxX/2gAMAwEA" +
        "AhEDEQA/AMOxZINuakroNK7CQJqRQaf/2Q==");

    public static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhGAAKAPAAAACAAAAAACH5BAAAAAAALAAAAAAYAAoAAAINhI+py+0Po5y02otzKwA7");

    public static readonly byte[] WebPLossy = Convert.FromBase64String("UklGRj4AAABXRUJQVlA4IDIAAAAQAwCdASoYAAoAPxFysFAsJqSisAgBgCIJQBWF0AAQNgAA/ueL/XeLSjX18AU8VqkgAA==");

    public static readonly byte[] WebPLossless = Convert.FromBase64String("UklGRhwAAABXRUJQVlA4TA8AAAAvF0ACAAdQwIj+ByKi/wEA");

    public static readonly byte[] Avif = Convert.FromBase64String(
        "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB8AAAAoaWluZgAAAAAAAQAA" +
        "ABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAABgAAAAKAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAAABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACdtZGF0EgAKCDgQ7ywg" +
        "IaDSMhEbQBxxxwQAAeAH+0KmIfRIgA==");

    /// <summary>The same, turned by a quarter when it is shown.</summary>
    public static readonly byte[] AvifTurned = Convert.FromBase64String(
        "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAAD8bWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABJAAAAB8AAAAoaWluZgAAAAAAAQAA" +
        "ABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAdGlwcnAAAABUaXBjbwAAABRpc3BlAAAAAAAAABgAAAAKAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAAABNjb2xybmNseAABAA0ABoAAAAAJaXJvdAEAAAAYaXBtYQAAAAAAAAABAAEFAQKDBIUAAAAnbWRh" +
        "dBIACgg4EO8sICGg0jIRG0AccccEAAHgB/tCpiH0SIA=");

    /// <summary>A grey PNG picture of any size.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="grey">How light it is: another grey, other bytes.</param>
    /// <param name="more">Chunks to stand before the picture's data, such as <see cref="Chunk"/> makes.</param>
    public static byte[] Png(int width, int height, byte grey = 128, byte[]? more = null)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        var row = new byte[width + 1];
        Array.Fill(row, grey, 1, width);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var y = 0; y < height; y++) zlib.Write(row);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. more ?? [], .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A piece of a PNG file: length, name, data, checksum.</summary>
    public static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc32.HashToUInt32(named));
        return chunk;
    }

    /// <summary>The JPEG picture with EXIF data that says how it is turned and, where told, that it tells a position.</summary>
    public static byte[] JpegWith(byte[] exif) => [.. Jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 8), .. "Exif\0\0"u8, .. exif, .. Jpeg[2..]];

    /// <summary>EXIF data with one entry of a short number.</summary>
    public static byte[] Exif(ushort tag, byte value, bool isLittle) => isLittle
        ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, (byte)tag, (byte)(tag >> 8), 3, 0, 1, 0, 0, 0, value, 0, 0, 0, 0, 0, 0, 0]
        : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, (byte)(tag >> 8), (byte)tag, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0];
}
