using System.Buffers;
using System.Text;

namespace Practices.Indexer.Import.Sources;

/// <summary>Finds the encoding of a text file: what the mapping says, a byte order mark, UTF-8 if every byte of it is, else windows-1252 with a warning.</summary>
internal static class TextDecoding
{
    private const int SampleBytes = 4096;

    /// <summary>The encoding, and what there is to say about it.</summary>
    /// <exception cref="SourceException">There is no encoding of the name that the mapping gives.</exception>
    public static (Encoding Encoding, ImportProblem? Problem) Find(SourceFile file, string? named)
    {
        if (named is not null) return (Named(named), null);
        using var stream = file.Open();
        var sample = new byte[SampleBytes];
        var length = stream.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        var head = sample.AsSpan(0, length);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Encoding.UTF8, null);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return (Encoding.UTF32, null);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, null);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, null);
        if (WithoutMark(head) is { } wide) return (wide, null);
        return IsUtf8(head, stream)
            ? (Encoding.UTF8, null)
            : (Named("windows-1252"), file.Warning("encoding-guessed", "The file is not UTF-8 and was read as windows-1252. Save it as \"CSV UTF-8\", or name its encoding in the mapping, if letters with accents come out wrong."));
    }

    private static Encoding Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new SourceException("encoding-unknown", $"There is no encoding \"{name}\". Write its usual name into the mapping, such as utf-8 or windows-1252.");
        }
    }

    // Every second byte of mostly Latin text in UTF-16 is zero, and no other text has zeros.
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++; else odd++;
        }

        if (odd > head.Length / 4 && even == 0) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return even > head.Length / 4 && odd == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> head, Stream rest)
    {
        var buffer = new byte[64 * 1024];
        head.CopyTo(buffer);
        var filled = head.Length;
        while (true)
        {
            var read = rest.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            var bytes = buffer.AsSpan(0, filled);
            var keep = read == 0 ? 0 : UnfinishedBytes(bytes);
            if (!System.Text.Unicode.Utf8.IsValid(bytes[..(filled - keep)])) return false;
            if (read == 0) return true;
            bytes[(filled - keep)..].CopyTo(buffer);
            filled = keep;
        }
    }

    // A character may begin in one piece of the file and end in the next.
    private static int UnfinishedBytes(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            if (Rune.DecodeFromUtf8(bytes[^back..], out _, out var length) == OperationStatus.NeedMoreData && length == back) return back;
        }

        return 0;
    }
}
