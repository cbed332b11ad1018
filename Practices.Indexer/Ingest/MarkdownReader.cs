using Markdig;
using Markdig.Syntax;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Ingest;

/// <summary>Turns the story of a record from Markdown (CommonMark 0.31 with tables and footnotes) into HTML that may stand in a page.</summary>
public static class MarkdownReader
{
    /// <summary>The longest story: five times the longest novel chapter, and what the parsers behind it still read in a second.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    // What is opened and not closed makes the parser look to the end of the paragraph, and again at the next: its time grows with the square of these.
    private const int MaxLinksInParagraph = 2000;
    private const int MaxMarksInParagraph = 10_000;

    // The parser gives up at a depth of 128, but only after a second of building lists inside lists.
    private const int MaxMarkersInLine = 200;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseAutoLinks().UsePreciseSourceLocation().Build();

    /// <summary>Reads the Markdown from an offset to the end of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">Where the story begins.</param>
    /// <param name="id">The record's id, which the addresses of its pictures are made of.</param>
    /// <param name="context">Takes problems, and the pictures and records that the story names.</param>
    /// <returns>The story; <see langword="null"/> when it cannot be read, which is reported.</returns>
    public static SafeHtml? Read(SourceText source, int start, string id, RecordContext context)
    {
        var body = source.Text[start..];
        var at = source.PositionOf(start);
        if (System.Text.Encoding.UTF8.GetByteCount(body) is var bytes && bytes > MaxBodyBytes)
        {
            context.Problems.Error("body-size", at, $"The story that begins here has {bytes / 1024} KB; at most {MaxBodyBytes / 1024} KB are read. Shorten it, or link to the long document.");
            return null;
        }

        if (LineThatIsTooDense(body) is var (line, isDeep))
        {
            if (isDeep) ReportDepth(source.PositionOf(start + line), context);
            else context.Problems.Error("markdown-density", source.PositionOf(start + line), "This paragraph holds more links and emphasis than can be read. Part it with empty lines.");
            return null;
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException)
        {
            ReportDepth(source.PositionOf(start + DeepestLine(body)), context);
            return null;
        }

        new StoryChecker(source, start, id, context).Check(document);
        var html = document.ToHtml(Pipeline);
        if (new HtmlSanitizer(PictureAddress.PrefixOf(id)).Sanitize(html) is { } story) return story;
        context.Problems.Error("html-depth", at, "The HTML in this story is nested too deeply, or too long, to be read. Write it in Markdown.");
        return null;
    }

    private static void ReportDepth(Position at, RecordContext context) =>
        context.Problems.Error("markdown-depth", at, "Lists, quotes, brackets or emphasis are nested too deeply here. Write it flat.");

    // The first line that the parser would be too slow for, and whether it is its depth that would slow it.
    private static (int Line, bool IsDeep)? LineThatIsTooDense(string body)
    {
        var (links, marks, start) = (0, 0, 0);
        while (start < body.Length)
        {
            var end = body.IndexOf('\n', start);
            if (end < 0) end = body.Length;
            var line = body.AsSpan(start, end - start);
            if (line.IsWhiteSpace()) (links, marks) = (0, 0);
            links += line.Count("](");
            marks += line.Count('[') + line.Count('*') + line.Count('_') + line.Count('`');
            if (links > MaxLinksInParagraph || marks > MaxMarksInParagraph) return (start, false);
            if (MarkersOf(line) > MaxMarkersInLine) return (start, true);
            start = end + 1;
        }

        return null;
    }

    // How many quotes and lists begin in a line: "> - 1. text" begins three.
    private static int MarkersOf(ReadOnlySpan<char> line)
    {
        var markers = 0;
        for (var i = 0; i < line.Length && (line[i] is ' ' or '\t' or '>' or '-' or '*' or '+' or '.' or ')' || char.IsAsciiDigit(line[i])); i++)
        {
            if (line[i] == '>' || (line[i] is '-' or '*' or '+' or '.' or ')' && i + 1 < line.Length && line[i + 1] is ' ' or '\t')) markers++;
        }

        return markers;
    }

    // The parser does not say where it gave up: it is the line with the most signs that open something.
    private static int DeepestLine(string body)
    {
        var (deepest, most, start) = (0, -1, 0);
        while (start < body.Length)
        {
            var end = body.IndexOf('\n', start);
            if (end < 0) end = body.Length;
            var line = body.AsSpan(start, end - start);
            var opening = line.Count('>') + line.Count('[') + line.Count('*') + line.Count('_') + line.Count('-') + (line.Length - line.TrimStart().Length);
            if (opening > most) (deepest, most) = (start, opening);
            start = end + 1;
        }

        return deepest;
    }
}
