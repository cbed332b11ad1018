using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Practices.Indexer.Ingest;

/// <summary>HTML that may stand in a page as it is, and its text.</summary>
/// <param name="Html">The markup.</param>
/// <param name="Text">The words, a line for each block.</param>
public sealed record SafeHtml(string Html, string Text);

/// <summary>
/// Lets through a short list of elements and attributes and nothing else. The input is parsed as a browser with script parses it, and written anew by a writer of our own,
/// so that no piece of the input's markup reaches a page. The rules are those of OWASP ASVS 5.0 (1.3.1, 1.2.2), tried against the payloads of DOMPurify and OWASP.
/// What comes out comes out again unchanged: markup that a second parse would read differently, the root of mutation attacks, is never given out.
/// </summary>
public sealed class HtmlSanitizer
{
    /// <summary>The longest markup that is parsed, in UTF-16 units: more than a body of <see cref="MarkdownReader.MaxBodyBytes"/> becomes.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    private const int MaxDepth = 200;

    // Unwrapping can bring elements together that may not stand in each other; parsing again parts them, a level at a time.
    private const int MaxPasses = 6;

    private static readonly FrozenSet<string> Kept = Names(
        "p br hr h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i s del ins sub sup small mark abbr cite q kbd samp var figure figcaption a img " +
        "table caption thead tbody tfoot tr th td");

    // What these hold is script, style, a form's state or text in another language: it goes with them. The others are unwrapped.
    private static readonly FrozenSet<string> DroppedWhole = Names(
        "script style template noscript title textarea xmp plaintext iframe object embed applet form input button select option optgroup datalist output progress meter " +
        "noembed noframes frame frameset audio video source track canvas map area head base link meta svg math dialog portal marquee");

    private static readonly FrozenSet<string> Blocks = Names("p br hr h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table caption thead tbody tfoot tr");
    private static readonly FrozenSet<string> Void = Names("br hr img");

    private readonly string _picturePrefix;

    /// <summary>A sanitizer for one record.</summary>
    /// <param name="picturePrefix">What the addresses of its pictures begin with; a picture of another address is dropped.</param>
    public HtmlSanitizer(string picturePrefix) => _picturePrefix = picturePrefix;

    /// <summary>Makes markup safe. <see langword="null"/> when it is longer, or nested deeper, than can be parsed in a time that a reader would wait.</summary>
    public SafeHtml? Sanitize(string html)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            if (!HtmlLimits.AreKept(html, MaxLength, MaxDepth)) return null;
            var (safe, text) = Pass(html);
            if (safe == html) return new(safe, text);
            html = safe;
        }

        return null;
    }

    private (string Html, string Text) Pass(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true });
        using var document = parser.ParseDocument("");
        var output = new SafeHtmlWriter();

        // Depth first with a stack of our own: the depth of the input must not become the depth of our calls.
        var open = new Stack<(INode? Next, string? Tag)>();
        var nodes = parser.ParseFragment(html, document.Body!);
        var at = nodes.Length > 0 ? nodes[0] : null;
        while (true)
        {
            if (at is null)
            {
                if (!open.TryPop(out var parent)) break;
                if (parent.Tag is not null) output.Close(parent.Tag, Blocks.Contains(parent.Tag));
                at = parent.Next;
                continue;
            }

            var next = at.NextSibling;
            if (at is IText text)
            {
                output.Text(text.Data);
            }
            else if (at is IElement element && element.NamespaceUri == AngleSharp.Dom.NamespaceNames.HtmlUri && !DroppedWhole.Contains(element.LocalName))
            {
                var tag = element.LocalName is "h1" or "h2" ? "h3" : element.LocalName;
                var isKept = Kept.Contains(tag) && open.Count < MaxDepth && Open(output, tag, element);
                if (!Void.Contains(tag))
                {
                    open.Push((next, isKept ? tag : null));
                    at = element.FirstChild;
                    continue;
                }
            }

            at = next;
        }

        return (output.Html, output.PlainText);
    }

    // Writes the start tag; false when the element is to be unwrapped or left out.
    private bool Open(SafeHtmlWriter output, string tag, IElement element)
    {
        var isBlock = Blocks.Contains(tag);
        switch (tag)
        {
            case "a":
                // A name inside the page would lead nowhere, since no element keeps its id.
                var address = UrlRules.Clean(element.GetAttribute("href") ?? "");
                if (string.IsNullOrEmpty(address) || address[0] == '#') return false;
                output.Open(tag, isBlock);
                output.Attribute("href", address);
                if (UrlRules.IsWeb(address)) output.Attribute("rel", "external noopener");
                break;
            case "img":
                var source = UrlRules.Clean(element.GetAttribute("src") ?? "");
                var alternative = ScalarText.OneLine(element.GetAttribute("alt") ?? "");
                if (source is null || alternative.Length == 0 || _picturePrefix.Length == 0 || !source.StartsWith(_picturePrefix, StringComparison.Ordinal)) return false;
                output.Open(tag, isBlock);
                output.Attribute("src", source);
                output.Attribute("alt", alternative);
                output.Attribute("loading", "lazy");
                break;
            default:
                output.Open(tag, isBlock);
                break;
        }

        Copy("title", tag is "a" or "abbr" or "img", value => value.Length > 0);
        Copy("start", tag == "ol", value => IsSmallNumber(value, 0));
        Copy("colspan", tag is "td" or "th", value => IsSmallNumber(value, 1));
        Copy("rowspan", tag is "td" or "th", value => IsSmallNumber(value, 1));
        Copy("scope", tag == "th", value => value is "row" or "col");
        Copy("dir", true, value => value is "ltr" or "rtl" or "auto");
        Copy("lang", true, value => value.Length is > 1 and <= 20 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        output.EndOfTag(tag);
        return true;

        void Copy(string name, bool applies, Func<string, bool> isGood)
        {
            if (applies && element.GetAttribute(name) is { } value && isGood(value)) output.Attribute(name, value);
        }
    }

    private static bool IsSmallNumber(string text, int least) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= 1000;

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
