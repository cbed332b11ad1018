using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Import.Mappings;

/// <summary>
/// Writes Markdown that says what HTML or plain text says and nothing more. HTML passes the sanitizer first; every sign that Markdown or HTML would take for its own is escaped,
/// so that what comes out is read back as the same words.
/// </summary>
internal static partial class MarkdownText
{
    // Lists and quotes nested deeper are written flat: no reader follows them, and parsers slow down.
    private const int MaxNesting = 6;

    /// <summary>The Markdown of HTML; <see langword="null"/> when it is too long or nested too deeply to be read.</summary>
    public static string? FromHtml(string html)
    {
        // Pictures lie elsewhere and cannot come along: no address is theirs.
        if (new HtmlSanitizer("").Sanitize(html) is not { } safe) return null;
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true });
        using var document = parser.ParseDocument("");
        var blocks = new List<string>();
        WriteBlocks(parser.ParseFragment(safe.Html, document.Body!), blocks, 0);
        return string.Join("\n\n", blocks);
    }

    /// <summary>The words of HTML on lines; <see langword="null"/> when it is too long or nested too deeply to be read.</summary>
    public static string? PlainFromHtml(string html) => new HtmlSanitizer("").Sanitize(html)?.Text;

    /// <summary>The Markdown of plain text: lines become paragraphs, and lines that begin with a bullet or a number a list.</summary>
    public static string FromPlain(string text)
    {
        var markdown = new StringBuilder();
        var wasItem = false;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = ScalarText.OneLine(raw).Trim();
            if (line.Length == 0) continue;
            var isItem = line.Length > 2 && line[0] is '•' or '·' or '●' or '▪' or '–' or '-' or '*' && line[1] == ' ';
            if (markdown.Length > 0) markdown.Append(isItem && wasItem ? "\n" : "\n\n");
            markdown.Append(isItem ? "- " + EscapeLine(line[2..].TrimStart()) : EscapeLine(line));
            wasItem = isItem;
        }

        return markdown.ToString();
    }

    /// <summary>Text on one line as Markdown that means these very signs.</summary>
    public static string EscapeLine(string text)
    {
        var line = Escape(ScalarText.OneLine(text).Trim());
        if (line.Length == 0) return line;

        // What begins a block: a heading, a list, a quote, a rule, a code fence, an underlining, a definition of a link.
        if (line[0] is '+' or '-' or '=' or ':') return "\\" + line;
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' ? line.Insert(digits, "\\") : line;
    }

    // A whole web address becomes a link that says itself, without escapes inside; what only looks like one is kept from becoming one.
    private static string Escape(string text, bool canLink = true)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var done = 0;
        foreach (Match match in AddressLike().Matches(text))
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', ')', ']', '}', '*', '_', '~');
            escaped.Append(EscapeSigns(text[done..match.Index]));
            if (canLink && match.Value.StartsWith("http", StringComparison.Ordinal) && UrlRules.IsWeb(address))
            {
                escaped.Append('<').Append(address).Append('>');
                done = match.Index + address.Length;
            }
            else
            {
                // "https" or "www" without what makes it an address.
                var sign = match.Value.IndexOfAny([':', '.']);
                escaped.Append(match.Value, 0, sign).Append('\\').Append(match.Value[sign]);
                done = match.Index + sign + 1;
            }
        }

        return escaped.Append(EscapeSigns(text[done..])).ToString();
    }

    private static string EscapeSigns(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (Yaml.ControlCharacters.IsOne(character)) continue;
            if (character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '^' || (character == '!' && i + 1 < text.Length && text[i + 1] == '[')) escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static void WriteBlocks(IEnumerable<INode> nodes, List<string> blocks, int depth)
    {
        var inline = new StringBuilder();
        foreach (var node in nodes)
        {
            if (node is not IElement element || IsInline(element.LocalName))
            {
                WriteInline(node, inline);
                continue;
            }

            Flush();
            switch (element.LocalName)
            {
                case "h3" or "h4" or "h5" or "h6":
                    AddLine(new string('#', element.LocalName[1] - '0') + " ", element);
                    break;
                case "ul" or "ol" when depth < MaxNesting:
                    AddIfAny(List(element, depth));
                    break;
                case "blockquote" when depth < MaxNesting:
                    AddIfAny(Indented(Inside(element, depth + 1), "> ", "> "));
                    break;
                case "pre":
                    AddIfAny(Fenced(element.TextContent.ReplaceLineEndings("\n").Trim('\n')));
                    break;
                case "hr":
                    blocks.Add("---");
                    break;
                case "table":
                    AddIfAny(Table(element));
                    break;
                case "dt":
                    AddLine("", element);
                    break;
                default:
                    WriteBlocks(element.ChildNodes, blocks, depth);
                    break;
            }
        }

        Flush();

        void Flush()
        {
            var text = Tidy(inline);
            if (text.Length > 0) blocks.Add(text);
            inline.Clear();
        }

        void AddLine(string lead, IElement element)
        {
            var text = new StringBuilder();
            foreach (var child in element.ChildNodes) WriteInline(child, text);
            var line = Tidy(text).Replace("\\\n", " ", StringComparison.Ordinal);
            if (line.Length > 0) blocks.Add(lead + line);
        }

        void AddIfAny(string block)
        {
            if (block.Trim(' ', '>', '\n').Length > 0) blocks.Add(block);
        }
    }

    // A fence, since indented code behind a list would belong to the list.
    private static string Fenced(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal)) fence += "`";
        return $"{fence}\n{text}\n{fence}";
    }

    private static string Inside(IElement element, int depth)
    {
        var blocks = new List<string>();
        WriteBlocks(element.ChildNodes, blocks, depth);
        return string.Join("\n\n", blocks);
    }

    private static string List(IElement list, int depth)
    {
        var items = new List<string>();
        var number = int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        foreach (var item in list.ChildNodes)
        {
            var blocks = new List<string>();
            WriteBlocks(item is IElement { LocalName: "li" } ? item.ChildNodes : [item], blocks, depth + 1);
            var text = string.Join("\n\n", blocks);
            if (text.Length == 0) continue;
            var marker = list.LocalName == "ol" ? $"{number++}. " : "- ";
            items.Add(Indented(text, marker, new string(' ', marker.Length)));
        }

        return string.Join(items.Exists(item => item.Contains("\n\n", StringComparison.Ordinal)) ? "\n\n" : "\n", items);
    }

    private static string Table(IElement table)
    {
        // Tables in cells are written as the cell's words.
        var rows = table.QuerySelectorAll("caption, tr")
            .Where(row => row.Closest("table") == table)
            .Select(row => row.LocalName == "caption" ? [Cell(row)] : row.Children.Where(cell => cell.LocalName is "td" or "th").Select(Cell).ToList())
            .Where(row => row.Count > 0)
            .ToList();
        if (rows.Count == 0) return "";
        var columns = rows.Max(row => row.Count);
        if (columns == 1) return string.Join("\n\n", rows.Select(row => row[0]).Where(cell => cell.Length > 0));
        var text = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            text.Append(i == 0 ? "" : "\n").Append("| ").AppendJoin(" | ", rows[i].Concat(Enumerable.Repeat("", columns - rows[i].Count))).Append(" |");
            if (i == 0) text.Append("\n|").Insert(text.Length, " --- |", columns);
        }

        return text.ToString();

        static string Cell(IElement cell)
        {
            var inline = new StringBuilder();
            foreach (var child in cell.ChildNodes) WriteInline(child, inline);
            return Tidy(inline).Replace("\\\n", " ", StringComparison.Ordinal);
        }
    }

    private static void WriteInline(INode node, StringBuilder text, bool inLink = false)
    {
        switch (node)
        {
            case IText words:
                text.Append(Escape(Spaced(words.Data), canLink: !inLink));
                break;
            case IElement { LocalName: "br" }:
                text.Append("\\\n");
                break;
            case IElement { LocalName: "a" } link when !inLink:
                Wrap(link, "[", $"]({Address(link.GetAttribute("href") ?? "")})");
                break;
            case IElement { LocalName: "em" or "i" or "cite" or "var" } emphasis:
                Wrap(emphasis, "*", "*");
                break;
            case IElement { LocalName: "strong" or "b" } strong:
                Wrap(strong, "**", "**");
                break;
            case IElement element:
                var isBlock = !IsInline(element.LocalName);
                if (isBlock) text.Append(' ');
                foreach (var child in element.ChildNodes) WriteInline(child, text, inLink);
                if (isBlock) text.Append(' ');
                break;
        }

        // Markdown's marks must touch the words; spaces stay outside.
        void Wrap(IElement element, string before, string after)
        {
            var inner = new StringBuilder();
            foreach (var child in element.ChildNodes) WriteInline(child, inner, inLink || before == "[");
            var words = inner.ToString();
            var core = words.Trim(' ', '\n', '\\');
            if (core.Length == 0 || core.Contains('\n') || (before[0] == '*' && !CanStress(core, text)))
            {
                text.Append(words);
                return;
            }

            // A sign that was escaped at the end must keep what it escapes.
            var begin = words.IndexOf(core, StringComparison.Ordinal);
            if (core.Length < words.Length && words[begin..].StartsWith(core, StringComparison.Ordinal) && begin > 0 && words[begin - 1] == '\\')
            {
                text.Append(words);
                return;
            }

            text.Append(words[..begin]).Append(before).Append(core).Append(after).Append(words[(begin + core.Length)..]);
        }
    }

    // Marks between letters, beside other marks or around punctuation are no marks in Markdown: the words matter more than their stress.
    private static bool CanStress(string core, StringBuilder before) =>
        (before.Length == 0 || before[^1] is ' ' or '\n' or '(') && char.IsLetterOrDigit(core[0]) && char.IsLetterOrDigit(core[^1]) && !core.Contains('*');

    private static string Address(string address)
    {
        var url = new StringBuilder("<");
        foreach (var c in address)
        {
            if (c is '<' or '>' or '\\' or '&' || c <= ' ') url.Append(c switch { '<' => "%3C", '>' => "%3E", '\\' => "%5C", '&' => "&amp;", _ => "%20" });
            else url.Append(c);
        }

        return url.Append('>').ToString();
    }

    private static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\x85')
            {
                if (spaced.Length == 0 || spaced[^1] != ' ') spaced.Append(' ');
            }
            else
            {
                spaced.Append(c);
            }
        }

        return spaced.ToString();
    }

    // One paragraph: no spaces around its lines, no break at its end, nothing at its beginning that would begin another block.
    private static string Tidy(StringBuilder inline)
    {
        var lines = inline.ToString().Split("\\\n").Select(line => ScalarText.OneLine(line).Trim()).ToList();
        while (lines.Count > 0 && lines[0].Length == 0) lines.RemoveAt(0);
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        return string.Join("\\\n", lines.Where(line => line.Length > 0).Select(BeginsNoBlock));

        static string BeginsNoBlock(string line)
        {
            if (line[0] is '+' or '-' or '=' or ':') return "\\" + line;
            var digits = line.TakeWhile(char.IsAsciiDigit).Count();
            return digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' ? line.Insert(digits, "\\") : line;
        }
    }

    private static string Indented(string text, string first, string others)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++) lines[i] = lines[i].Length == 0 && others.Trim().Length == 0 ? "" : (i == 0 ? first : others) + lines[i];
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"(?:https?:|ftp:|mailto:|tel:|www\.)[^\s<>""]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AddressLike();

    private static bool IsInline(string tag) =>
        tag is "a" or "abbr" or "b" or "br" or "cite" or "code" or "del" or "em" or "i" or "img" or "ins" or "kbd" or "mark" or "q" or "s" or "samp" or "small" or "strong" or "sub" or "sup" or "var";
}
