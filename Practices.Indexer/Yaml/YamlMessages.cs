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
        if (TabBefore(source, start, offset) is { } tab)
            return (source.PositionOf(tab), "A tab stands here; YAML is indented with spaces only. Put two spaces in its place.");
        if (Says("Mapping values are not allowed"))
            return (at, "A \": \" in the middle of a value. Put the whole value between double quotes, or check the indentation of this line.");
        if (Says("cannot start any token"))
            return (at, $"A value cannot begin with {Character(source, offset)}. Put the value between double quotes.");
        if (Says("quoted scalar"))
            return (at, "A quotation mark is opened here and not closed. Close it, or write '' for an apostrophe between single quotes.");
        if (Says("expected ',' or ']'"))
            return (at, "A list that was opened with [ is not closed before this. Close it with ], put commas between its items, and quotes around items that hold commas.");
        if (Says("expected ',' or '}'"))
            return (at, "A group that was opened with { is not closed before this. Close it with }, and put commas between its pairs.");
        if (Says("could not find expected ':'"))
            return (at, "A line without \": \" where a key is expected. Write \"key: value\", or indent the line if it belongs to the value above.");
        if (Says("did not find expected key"))
            return (at, "This does not line up with the keys before it. Check the indentation, and quotes inside quotes.");
        if (Says("'-' indicator"))
            return (at, "The items of a list must begin in the same column. Line up the \"- \".");
        if (Says("Block sequence entries are not allowed") || Says("block sequence"))
            return (at, "A \"- \" cannot stand here. Put the list on the lines below its key, or quote the value if it is text.");
        return (at, "This is not YAML. Check quotes, brackets and the indentation of this line and the one above.");

        bool Says(string text) => said.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    // The parser often stops at the start of the next line, so the line before is looked at too.
    private static int? TabBefore(SourceText source, int start, int offset)
    {
        var line = source.PositionOf(offset).Line;
        for (var n = line; n >= Math.Max(1, line - 1); n--)
        {
            for (var i = Math.Max(start, source.OffsetOfLine(n)); i < source.Text.Length && source.Text[i] is ' ' or '\t'; i++)
            {
                if (source.Text[i] == '\t') return i;
            }
        }

        return null;
    }

    private static string Character(SourceText source, int offset) => offset < source.Text.Length ? $"\"{source.Text[offset]}\"" : "nothing";
}
