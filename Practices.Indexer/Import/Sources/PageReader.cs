using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Import.Sources;

/// <summary>Reads pages (HTML). Nothing is loaded or run: scripts, styles, drawings and comments are cut out before the parser sees the page, and what is given out has passed the sanitizer.</summary>
internal static partial class PageReader
{
    private const int MetaBytes = 1024;
    private const string LeftOut = "nav, aside, footer, form, template, noscript, iframe, object, embed, svg, math, button, select, textarea, dialog";
    private const string Blocks = "address, article, aside, blockquote, body, dd, details, div, dl, dt, fieldset, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, ul";

    /// <summary>The rows and problems of a page.</summary>
    public static IEnumerable<SourceItem> Read(SourceFile file, SourceOptions options)
    {
        var bytes = file.ReadAll(SourceLimits.MaxPageBytes, "Save the page without the data that is written into it.");
        var named = options.Encoding ?? Meta(bytes);
        var (encoding, problem) = TextDecoding.Find(file, named);
        if (problem is not null) yield return problem;
        using var text = new StreamReader(new MemoryStream(bytes), encoding);
        var html = WithoutScripts(text.ReadToEnd());
        if (!HtmlLimits.AreKept(html, (int)SourceLimits.MaxPageBytes, SourceLimits.MaxPageDepth))
        {
            throw new SourceException("html-limits", $"The page's elements are nested more than {SourceLimits.MaxPageDepth} deep, or one is too long. Save the page again, or copy its text into a simpler one.");
        }

        using var document = new HtmlParser().ParseDocument(html);
        IReadOnlyList<IParentNode> items = options.HtmlItem is { } selector ? [.. Select(document, selector)] : [document];
        if (items.Count == 0) throw new SourceException("item-missing", $"Nothing in the page is selected by \"{options.HtmlItem}\", which the mapping gives for one submission. Correct the selector.");
        var counter = new SourceCounter();
        for (var i = 0; i < items.Count; i++)
        {
            var row = new RowBuilder(file, null, i + 1, counter);
            if (options.Selectors.IsDefaultOrEmpty) AddEverything(row, items[i]);
            else foreach (var wanted in options.Selectors) AddSelected(row, items[i], wanted);
            var found = row.Build().ToList();
            if (found.Count == 0) found.Add(file.Error("no-fields", "Nothing was found in the page. Correct the selectors of the mapping.", i + 1));
            foreach (var item in found) yield return item;
        }
    }

    private static string? Meta(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return null;
        var match = Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, MetaBytes)));
        if (!match.Success) return null;

        // A page that can be read here is not in UTF-16, whatever it says; browsers know that, too. An unknown name is nothing to rely on.
        var name = match.Groups["name"].Value;
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).WebName;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // What remains is what is measured and parsed, so it does not matter where a browser would see a script end.
    private static string WithoutScripts(string html)
    {
        foreach (var (start, end) in (ReadOnlySpan<(string, string)>)[("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<svg", "</svg")])
        {
            var kept = new StringBuilder(html.Length);
            var at = 0;
            while (html.IndexOf(start, at, StringComparison.OrdinalIgnoreCase) is var from and >= 0)
            {
                kept.Append(html, at, from - at);
                var to = html.IndexOf(end, from + start.Length, StringComparison.OrdinalIgnoreCase);
                if (to >= 0 && end != "-->") to = html.IndexOf('>', to);
                at = to < 0 ? html.Length : to + (end == "-->" ? end.Length : 1);
            }

            html = kept.Append(html, at, html.Length - at).ToString();
        }

        return DataAddress().Replace(html, "");
    }

    private static IHtmlCollection<IElement> Select(IParentNode from, string selector)
    {
        try
        {
            return from.QuerySelectorAll(selector);
        }
        catch (DomException)
        {
            throw new SourceException("selector", $"The mapping's selector \"{selector}\" is no CSS selector. Correct it.");
        }
    }

    private static void AddSelected(RowBuilder row, IParentNode from, string wanted)
    {
        var at = wanted.LastIndexOf('@');
        var attribute = at > 0 && wanted[(at + 1)..].All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? wanted[(at + 1)..] : null;
        foreach (var element in Select(from, attribute is null ? wanted : wanted[..at].TrimEnd()))
        {
            if (attribute is not null) row.Add(wanted, element.GetAttribute(attribute) ?? "", wanted);
            else if (element.LocalName == "meta") row.Add(wanted, element.GetAttribute("content") ?? "", wanted);
            else if (IsPlain(element)) row.Add(wanted, FieldText.OneLine(element.TextContent), wanted);
            else row.AddHtml(wanted, element.InnerHtml, wanted);
        }
    }

    private static bool IsPlain(IElement element) => element.QuerySelector($"{Blocks}, a, br") is null;

    private static void AddEverything(RowBuilder row, IParentNode from)
    {
        if (from is IDocument document)
        {
            row.Add("title", FieldText.OneLine(document.Title ?? ""), "title");
            foreach (var meta in document.QuerySelectorAll("meta[content]"))
            {
                if ((meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop")) is { Length: > 0 } name) row.Add(FieldText.OneLine(name), meta.GetAttribute("content") ?? "", "meta");
            }
        }

        var blocks = new List<DocumentBlock>();
        var root = from is IDocument { Body: { } body } ? body : from as IElement;
        if (root is not null) AddBlocks(root, blocks);
        DocumentSections.AddFields(row, blocks);
    }

    // As deep as the page, which has been measured.
    private static void AddBlocks(IElement parent, List<DocumentBlock> blocks)
    {
        var inline = new List<INode>();
        foreach (var node in parent.ChildNodes)
        {
            if (node is not IElement element)
            {
                if (node is IText) inline.Add(node);
                continue;
            }

            if (element.Matches(LeftOut)) continue;
            if (!element.Matches(Blocks) && element.QuerySelector(Blocks) is null)
            {
                inline.Add(node);
                continue;
            }

            EndInline(inline, blocks);
            switch (element.LocalName)
            {
                case ['h', >= '1' and <= '6' and var level]:
                    blocks.Add(DocumentBlock.Heading(level - '0', element.TextContent));
                    break;
                case "dl":
                    AddTerms(element, blocks);
                    break;
                case "table" when Pairs(element) is { Count: > 0 } pairs:
                    blocks.AddRange(pairs.Select(pair => Labelled(pair.Label, pair.Value)));
                    break;
                case "p":
                    AddInline([.. element.ChildNodes], blocks);
                    break;
                case "ul" or "ol" or "table" or "blockquote" or "pre" or "figure":
                    blocks.Add(new(0, null, element.TextContent, element.OuterHtml, false));
                    break;
                default:
                    AddBlocks(element, blocks);
                    break;
            }
        }

        EndInline(inline, blocks);
    }

    private static void EndInline(List<INode> inline, List<DocumentBlock> blocks)
    {
        AddInline(inline, blocks);
        inline.Clear();
    }

    private static void AddInline(List<INode> nodes, List<DocumentBlock> blocks)
    {
        var text = FieldText.OneLine(string.Concat(nodes.Select(node => node.TextContent)));
        if (text.Length == 0) return;
        var first = nodes.FindIndex(node => !string.IsNullOrWhiteSpace(node.TextContent));
        if (nodes[first] is IElement { LocalName: "b" or "strong" } bold && FieldText.OneLine(bold.TextContent) is { Length: <= DocumentBlock.MaxLabelLength } label && label[^1] == ':' && text.Length > label.Length)
        {
            blocks.Add(Inline(nodes.GetRange(first + 1, nodes.Count - first - 1), text[label.Length..].Trim()) with { Label = label.TrimEnd(':') });
            return;
        }

        blocks.Add(Inline(nodes, text));
    }

    private static DocumentBlock Inline(List<INode> nodes, string text)
    {
        if (nodes.TrueForAll(node => node is IText)) return DocumentBlock.Plain(text);
        return new(0, null, text, $"<p>{string.Concat(nodes.Select(node => node is IElement element ? element.OuterHtml : DocumentBlock.Escape(node.TextContent)))}</p>", false);
    }

    private static void AddTerms(IElement list, List<DocumentBlock> blocks)
    {
        var term = "";
        foreach (var element in list.QuerySelectorAll("dt, dd"))
        {
            if (element.LocalName == "dt") term = FieldText.OneLine(element.TextContent).TrimEnd(':');
            else if (term.Length > 0) blocks.Add(Labelled(term, element));
        }
    }

    private static List<(string Label, IElement Value)> Pairs(IElement table)
    {
        var pairs = new List<(string, IElement)>();
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            if (row.Children is not { Length: 2 } cells || row.QuerySelector("table") is not null) return [];
            var label = FieldText.OneLine(cells[0].TextContent).TrimEnd(':');
            if (label.Length > 0) pairs.Add((label, cells[1]));
        }

        return pairs;
    }

    private static DocumentBlock Labelled(string label, IElement value) => new(0, label, FieldText.OneLine(value.TextContent), value.InnerHtml, IsPlain(value));

    [GeneratedRegex("<meta[^>]+charset\\s*=\\s*[\"']?(?<name>[A-Za-z0-9_:.-]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Charset();

    [GeneratedRegex("\\s(src|href|srcset|poster)=\"data:[^\"<>]*\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DataAddress();
}
