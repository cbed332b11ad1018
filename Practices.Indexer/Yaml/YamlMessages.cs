using Practices.Indexer.Diagnostics;
using YamlDotNet.Core;

namespace Practices.Indexer.Yaml;

/// <summary>Says in an editor's words what a YAML parser says in its own.</summary>
internal static class YamlMessages
{
    /// <summary>Where the mistake is, as far as can be told, and what to do about it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">Where the YAML begins in it.</param>
    /// <param name="offset">Where the parser stopped, never before <paramref name="start"/>.</param>
    /// <param name="error">What the parser said.</param>
    public static (Position At, string Message) Explain(SourceText source, int start, int offset, YamlException error)
    {
        var said = error.Message;
        var at = source.PositionOf(offset);
        if (TabAround(source, start, offset, everywhere: Says("tab")) is { } tab)
            return (source.PositionOf(tab), "A tab stands here; YAML is indented with spaces only. Put two spaces in its place.");
        if (Says("found invalid mapping") || Says("Mapping values are not allowed"))
            return (at, "A \": \" in the middle of a value. Put the whole value between double quotes, or check the indentation of this line.");
        if (Says("cannot start any token") || Says("node content"))
            return (at, $"A value cannot begin with {Character(source, offset)}. Put the value between double quotes.");
        if (Says("anchor or alias"))
            return (at, "A value that begins with & or * means something else in YAML. Put the value between double quotes.");
        if (Says("wrong indentation"))
            return (at, "The text that is quoted here goes on in the next line. Close the quotation mark, or indent the lines that belong to it by two spaces.");
        if (Says("escape") || Says("surrogates"))
            return (at, "A backslash between double quotes begins a special sign. Write \\\\ for a backslash, or put the text between single quotes.");
        if (Says("quoted scalar"))
            return (at, "A quotation mark is opened here and not closed. Close it, or write '' for an apostrophe between single quotes.");
        if (Says("block scalar"))
            return (at, "Nothing but the text below belongs to | and >. Begin the text on the next line, indented by two spaces.");
        if (Says("could not find expected ':'"))
            return (at, "A line without \": \" where a key is expected. Write \"key: value\", or indent the line if it belongs to the value above.");
        if (Says("did not find expected key") && IsBehindQuote(source, start, offset))
            return (at, "Text stands behind a closing quotation mark. Put the whole value between double quotes, and write \\\" for a mark inside.");
        if (Says("did not find expected key"))
            return (at, "This does not line up with the keys before it. Check the indentation, and brackets that are closed twice.");
        if (Says("'-' indicator"))
            return (at, "The items of a list must begin in the same column. Line up the \"- \".");
        if (Says("Block sequence entries"))
            return (at, "A \"- \" cannot stand here. Put the list on the lines below its key, or quote the value if it is text.");
        return (at, "This is not YAML. Check quotes, brackets and the indentation of this line and the one above.");

        bool Says(string text) => said.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    // The parser stops at the line before or after the tab, or, when it names it, where the group began that the tab is in.
    private static int? TabAround(SourceText source, int start, int offset, bool everywhere)
    {
        var line = source.PositionOf(offset).Line;
        for (var n = Math.Max(1, line - 1); n <= (everywhere ? source.LineCount : Math.Min(line + 1, source.LineCount)); n++)
        {
            for (var i = source.OffsetOfLine(n); i >= start && i < source.Text.Length && source.Text[i] is ' ' or '\t'; i++)
            {
                if (source.Text[i] == '\t') return i;
            }
        }

        return null;
    }

    private static bool IsBehindQuote(SourceText source, int start, int offset)
    {
        var before = source.Text.AsSpan(start, offset - start).TrimEnd(' ');
        return before.Length > 0 && before[^1] is '"' or '\'';
    }

    private static string Character(SourceText source, int offset) => offset < source.Text.Length ? $"\"{source.Text[offset]}\"" : "nothing";
}
