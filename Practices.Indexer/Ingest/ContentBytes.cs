using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Ingest;

/// <summary>The bytes of content files, and the digests that they are known by.</summary>
internal static class ContentBytes
{
    /// <summary>The bytes of a file; <see langword="null"/>, with a report, for what is too long to be opened or cannot be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxLength">The longest that is opened.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="length">Its length; -1 when even that cannot be had.</param>
    public static byte[]? Read(string path, int maxLength, FileDiagnostics problems, out long length)
    {
        length = -1;
        try
        {
            // A pipe says that it is empty, and opening it would wait for ever.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                length = 0;
                return [];
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            length = stream.Length;
            if (length > maxLength)
            {
                problems.Error("file-size", Position.Start, $"The file has {length / 1024} KB; at most {maxLength / 1024} KB are read. Shorten it, or link to the long document.");
                return null;
            }

            var bytes = new byte[length];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error("unreadable", Position.Start, $"The file cannot be read: {e.Message} Give this program the right to read it, or mend the link.");
            return null;
        }
    }

    /// <summary>What the content's fingerprint is the sum of: a file's name with its bytes.</summary>
    public static UInt128 Digest(string name, ReadOnlySpan<byte> bytes) => Digest($"{name}\n{Convert.ToHexString(SHA256.HashData(bytes))}");

    /// <summary>The same of a file whose bytes were not read.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="length">Its length; -1 when even that cannot be had.</param>
    public static UInt128 DigestOfUnread(string name, long length) => Digest($"{name}\n{length}");

    /// <summary>The same of a text that names a file, or tells of one that cannot be read.</summary>
    public static UInt128 Digest(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
