using System.Text;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Yaml;

/// <summary>The text of a file, with the way from an offset in it to a line and a column.</summary>
public sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    private SourceText(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The place of an offset, which may be the end of the text.</summary>
    public Position PositionOf(int offset)
    {
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return new(line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>How many lines there are, the last of which may be empty.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>The offset at which a line begins; <paramref name="line"/> counts from 1.</summary>
    public int OffsetOfLine(int line) => _lineStarts[line - 1];

    /// <summary>Text that is known to be sound.</summary>
    public static SourceText Of(string text) => new(text);

    /// <summary>Decodes strict UTF-8, with or without a byte order mark. Anything else is reported where it stands and gives <see langword="null"/>.</summary>
    public static SourceText? Read(ReadOnlySpan<byte> bytes, FileDiagnostics problems)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Error("encoding", Position.Start, "The file is written in UTF-16. Save it as UTF-8.");
            return null;
        }

        var valid = ValidLength(bytes);
        var source = new SourceText(Encoding.UTF8.GetString(bytes[..valid]));
        if (valid < bytes.Length)
        {
            problems.Error("encoding", source.PositionOf(source.Text.Length), $"The byte 0x{bytes[valid]:X2} is not UTF-8. Save the file as UTF-8.");
            return null;
        }

        return source.HasControlCharacter(problems) ? null : source;
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return bytes.Length;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }

    private bool HasControlCharacter(FileDiagnostics problems)
    {
        for (var i = 0; i < Text.Length; i++)
        {
            if (!ControlCharacters.IsOne(Text[i])) continue;
            var name = Text[i] == '\0' ? "a NUL character; the file may be UTF-16 or not text at all" : $"the control character U+{(int)Text[i]:X4}, which cannot be seen";
            problems.Error("control-character", PositionOf(i), $"Here stands {name}. Delete it, or save the file as UTF-8.");
            return true;
        }

        return false;
    }
}
