using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Ingest;

/// <summary>
/// Goes through a story before it becomes HTML: headings step down so that the story starts below the page's own, links to other records' files become their addresses,
/// pictures get theirs, and whatever will not be seen as it was meant is reported where it stands.
/// </summary>
internal sealed partial class StoryChecker(SourceText source, int start, string id, RecordContext context)
{
    // A page's own headings are levels 1 and 2.
    private const int FirstHeadingLevel = 3;

    public void Check(MarkdownDocument document)
    {
        // A list, because links are changed on the way.
        foreach (var item in document.Descendants().ToList())
        {
            switch (item)
            {
                case HeadingBlock heading:
                    heading.Level = Math.Clamp(heading.Level + 1, FirstHeadingLevel, 6);
                    break;
                case LinkInline { IsImage: true } image:
                    CheckPicture(image);
                    break;
                case LinkInline link:
                    CheckLink(link);
                    break;
                case HtmlBlock block:
                    CheckHtml(source.Text.AsSpan(start + block.Span.Start, Math.Max(0, block.Span.Length)), block.Span.Start);
                    break;
                case HtmlInline inline:
                    CheckHtml(inline.Tag, inline.Span.Start);
                    break;
                case LeafBlock { Inline: { } inlines }:
                    CheckPlainText(inlines);
                    break;
            }
        }
    }

    private void CheckPicture(LinkInline image)
    {
        var at = PositionOf(image.Span.Start);
        var (file, wrong) = ScalarText.FileName(Uri.UnescapeDataString(image.Url ?? ""));
        if (file is null)
        {
            context.Problems.Error("picture-path", at, wrong!);
            return;
        }

        if (PictureFormat.Named(file) is null) context.Problems.Error("picture-type", at, PartFields.NotShown(file));
        if (image.Descendants<LiteralInline>().All(text => text.Content.IsEmptyOrWhitespace()))
            context.Problems.Error("picture-alt", at, $"The picture \"{file}\" has no alternative text. Write what it shows: ![A street with trees]({file}).");
        context.Files.Add(new(file, "picture", at));
        image.Url = PictureAddress.Of(id, file);
    }

    private void CheckLink(LinkInline link)
    {
        var at = PositionOf(link.Span.Start);
        var address = link.Url ?? "";
        if (UrlRules.Clean(address) is not { Length: > 0 } clean)
        {
            context.Problems.Warning("link-refused", at, $"The link to \"{ScalarText.Shown(address)}\" is left out. Links begin with http://, https:// or mailto:, or name a record's file.");
        }
        else if (RecordLink().Match(clean) is { Success: true } record)
        {
            var other = record.Groups["id"].Value;
            context.Records.Add(new(other, "The link", at));
            link.Url = $"/practices/{other}";
        }
        else if (clean[0] != '/' && !clean.Contains(':'))
        {
            context.Problems.Warning("link-relative", at, $"The link to \"{ScalarText.Shown(clean)}\" leads nowhere on the site. Write a whole address, or a record's file such as durban-landfill-gas.md.");
        }
    }

    private void CheckHtml(ReadOnlySpan<char> html, int offset)
    {
        if (html.StartsWith("<!--") || html.StartsWith("</")) return;
        context.Problems.Warning("raw-html", PositionOf(offset), "HTML stands here; only its plainest elements are kept. Write it in Markdown.");
    }

    // Brackets that were meant as a link to a definition that does not exist stay as they are typed, cut into literals that follow each other.
    private void CheckPlainText(ContainerInline inlines)
    {
        var (from, to) = (0, 0);
        foreach (var inline in inlines.Descendants())
        {
            if (inline is not (LiteralInline or LinkDelimiterInline)) continue;
            if (inline.Span.Start != to)
            {
                CheckPlainText(from, to);
                from = inline.Span.Start;
            }

            to = inline.Span.End + 1;
        }

        CheckPlainText(from, to);
    }

    private void CheckPlainText(int from, int to)
    {
        foreach (Match match in UndefinedReference().Matches(source.Text.Substring(start + from, Math.Clamp(to - from, 0, source.Text.Length - start - from))))
        {
            if (start + from + match.Index > 0 && source.Text[start + from + match.Index - 1] == '\\') continue;
            var name = ScalarText.Shown(match.Groups["name"].Value);
            context.Problems.Warning("undefined-link", PositionOf(from + match.Index), $"\"{ScalarText.Shown(match.Value)}\" is not a link: nothing defines [{name}]. Add a line \"[{name}]: …\".");
        }
    }

    private Position PositionOf(int offset) => source.PositionOf(Math.Clamp(start + offset, start, source.Text.Length));

    [GeneratedRegex(@"^(?:\.\./)*(?:[a-z0-9-]+/)*?(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:/index)?\.md(?:#.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex RecordLink();

    [GeneratedRegex(@"\[[^\[\]]+\]\[(?<name>[^\[\]]+)\]|\[(?<name>\^[^\[\]\s]+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex UndefinedReference();
}
