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

    // A link that is opened and not closed makes the parser look to the end of its paragraph, and again at the next.
    private const int MaxLinksInParagraph = 2000;

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

        if (LineWithTooManyLinks(body) is { } crowded)
        {
            context.Problems.Error("markdown-links", source.PositionOf(start + crowded), $"More than {MaxLinksInParagraph} links in one paragraph. Part it with empty lines.");
            return null;
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException)
        {
            context.Problems.Error("markdown-depth", source.PositionOf(start + DeepestLine(body)), "Lists, quotes, brackets or emphasis are nested too deeply here. Write it flat.");
            return null;
        }

        new StoryChecker(source, start, id, context).Check(document);
        var html = document.ToHtml(Pipeline);
        if (new HtmlSanitizer(PictureAddress.PrefixOf(id)).Sanitize(html) is { } story) return story;
        context.Problems.Error("html-depth", at, "The HTML in this story is nested too deeply, or too long, to be read. Write it in Markdown.");
        return null;
    }

    private static int? LineWithTooManyLinks(string body)
    {
        var (links, start) = (0, 0);
        while (start < body.Length)
        {
            var end = body.IndexOf('\n', start);
            if (end < 0) end = body.Length;
            var line = body.AsSpan(start, end - start);
            links = line.IsWhiteSpace() ? 0 : links + line.Count("](");
            if (links > MaxLinksInParagraph) return start;
            start = end + 1;
        }

        return null;
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
