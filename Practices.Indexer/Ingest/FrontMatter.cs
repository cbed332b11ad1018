using Practices.Indexer.Diagnostics;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Ingest;

/// <summary>The two halves of a record's file: YAML between two lines of <c>---</c>, the first of them the file's first line, then the story.</summary>
/// <param name="Keys">What stands between the lines.</param>
/// <param name="BodyStart">Where the story begins.</param>
public sealed record FrontMatter(YamlMapping Keys, int BodyStart)
{
    /// <summary>Parts a file; <see langword="null"/> when it has no front matter, or one that cannot be read, which is reported.</summary>
    public static FrontMatter? Read(SourceText source, FileDiagnostics problems)
    {
        var text = source.Text;
        if (!IsFence(text, 0, out var start))
        {
            problems.Error("front-matter-missing", Position.Start, "The file does not begin with front matter. Put a line \"---\" first, then the keys, then another line \"---\".");
            return null;
        }

        for (var line = start; line < text.Length; line = NextLine(text, line))
        {
            if (!IsFence(text, line, out var bodyStart)) continue;
            return YamlReader.Read(source, start, line - start, YamlLimits.FrontMatter, problems) is { } keys ? new(keys, bodyStart) : null;
        }

        problems.Error("front-matter-unclosed", Position.Start, "The front matter that begins here does not end. Put a line \"---\" behind its last key.");
        return null;
    }

    // Three hyphens and nothing but spaces behind them.
    private static bool IsFence(string text, int line, out int next)
    {
        next = NextLine(text, line);
        return text.AsSpan(line, next - line).TrimEnd() is "---";
    }

    private static int NextLine(string text, int line)
    {
        var end = text.AsSpan(line).IndexOfAny('\r', '\n');
        if (end < 0) return text.Length;
        end += line;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
