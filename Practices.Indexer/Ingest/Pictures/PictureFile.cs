using System.Security.Cryptography;

namespace Practices.Indexer.Ingest.Pictures;

/// <summary>The bytes of a picture's file, with what they say.</summary>
/// <param name="Bytes">The whole file; <see langword="null"/> when it is too heavy to be shown, or cannot be read.</param>
/// <param name="Length">Its length in bytes; -1 when it cannot be read.</param>
public sealed record PictureFile(byte[]? Bytes, long Length)
{
    /// <summary>The heaviest picture that pages show: about six seconds on a line of 400 kbit/s.</summary>
    public const int MaxBytes = 300 * 1024;

    /// <summary>What its header says; <see langword="null"/> when it is no picture that pages can show.</summary>
    public PictureHeader? Header { get; } = Bytes is null ? null : PictureHeader.Read(Bytes);

    /// <summary>See <see cref="Content.Picture.Hash"/>.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes ?? []).AsSpan(0, 8));

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns><see langword="null"/> when there is none.</returns>
    public static PictureFile? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var bytes = ContentBytes.Read(path, MaxBytes, new(path), out var length);
        return new(bytes, length);
    }
}
