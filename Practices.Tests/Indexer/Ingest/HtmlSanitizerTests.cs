using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Practices.Indexer.Ingest;
using Xunit;

namespace Practices.Tests.Indexer.Ingest;

public sealed class HtmlSanitizerTests
{
    private static readonly HtmlSanitizer Sanitizer = new("/practices/durban/");

    private static readonly HashSet<string> Elements = [.. (
        "p br hr h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i s del ins sub sup small mark abbr cite q kbd samp var figure figcaption a img " +
        "table caption thead tbody tfoot tr th td").Split(' ')];

    private static readonly HashSet<string> Attributes = [.. "href rel src alt loading title start colspan rowspan scope dir lang".Split(' ')];

    public static TheoryData<string, string> Pairs => new()
    {
        { "<p>a <b>b</b></p>", "<p>a <b>b</b></p>" },
        { "<h1>a</h1><h2>b</h2><h4>c</h4>", "<h3>a</h3><h3>b</h3><h4>c</h4>" },
        { "<p onclick=alert(1) style=x id=y class=z>a</p>", "<p>a</p>" },
        { "<script>alert(1)</script>a<style>b</style>", "a" },
        { "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>a", "&quot;&gt;a" },
        { "<svg><p>a</p></svg><math><mi>b</mi></math>c", "<p>a</p>c" },
        { "<span>a</span><div>b</div>", "ab" },
        { "<a href=\"https://durban.gov.za\">a</a>", "<a href=\"https://durban.gov.za\" rel=\"external noopener\">a</a>" },
        { "<a href=\"java\tscript:alert(1)\">a</a>", "a" },
        { "<a href=\" JaVaScRiPt:alert(1)\">a</a>", "a" },
        { "<a href=\"//evil.org\">a</a><a href=\"/\\evil.org\">b</a>", "ab" },
        { "<a href=\"data:text/html,x\">a</a><a href=\"#top\">b</a>", "ab" },
        { "<a href=\"mailto:office@durban.gov.za\">a</a>", "<a href=\"mailto:office@durban.gov.za\">a</a>" },
        { "<a href=\"/practices/x\">a</a>", "<a href=\"/practices/x\">a</a>" },
        { "<img src=x onerror=alert(1)>", "" },
        { "<img src=\"https://evil.org/x.png\" alt=x>", "" },
        { "<img src=\"/practices/durban/roof.jpg\" alt=\"A roof\">", "<img src=\"/practices/durban/roof.jpg\" alt=\"A roof\" loading=\"lazy\">" },
        { "<img src=\"/practices/durban/roof.jpg\">", "" },
        { "a<!-- b --> c", "a c" },
        { "<pre>\n\nx</pre>", "<pre>\n\nx</pre>" },
        { "a < b & c \"d\" 'e'", "a &lt; b &amp; c &quot;d&quot; &#39;e&#39;" },
        { "<td colspan=2>x", "x" },
        { "<table><tr><td colspan=2 rowspan=99999>x</table>", "<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Only_the_list_comes_through(string html, string expected) => Assert.Equal(expected, Sanitizer.Sanitize(html)?.Html);

    [Fact]
    public void Ends_of_what_never_began_do_not_hide_how_deep_a_text_is_nested() =>
        Patience.WithAnEnd(() => Assert.Null(Sanitizer.Sanitize(string.Concat(Enumerable.Repeat("<div></b>", 100_000)))));

    [Fact]
    public void Text_has_a_line_for_each_block()
    {
        var text = Sanitizer.Sanitize("<h3>Head</h3><p>One <em>two</em>\nthree<br>four</p><ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>")!.Text;
        Assert.Equal("Head\nOne two three\nfour\na\nb\nc d", text);
    }

    [Fact]
    public void Deep_or_endless_markup_is_refused()
    {
        string[] bombs =
        [
            string.Concat(Enumerable.Repeat("<div>", 200_000)), string.Concat(Enumerable.Repeat("<b><p>", 20_000)), string.Concat(Enumerable.Repeat("<table><tr><td>", 20_000)),
            "<a " + string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n} ")) + ">", new string('x', 3 * 1024 * 1024),
        ];
        foreach (var bomb in bombs) Patience.WithAnEnd(() => Assert.Null(Sanitizer.Sanitize(bomb)));
    }

    [SharedFact]
    public void No_known_payload_leaves_anything_that_runs()
    {
        foreach (var payload in Payloads()) AssertHarmless(payload);
    }

    [SharedFact]
    public void No_known_payload_runs_from_a_story()
    {
        foreach (var payload in Payloads())
        {
            var reading = OneRecord.Read(OneRecord.Text(body: payload.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal)));
            if (reading.Practice is { } practice) AssertSafe(practice.BodyHtml, payload);
        }
    }

    [Fact]
    public void What_comes_out_comes_out_again_whatever_went_in()
    {
        var pieces = Gen.Elements(
            "<p>", "</p>", "<b>", "</b>", "<a href=x>", "<a href=\"https://x.org\">", "</a>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>", "<svg>", "</svg>", "<math>", "<mtext>", "<style>",
            "</style>", "<script>", "</script>", "<template>", "</template>", "<noscript>", "</noscript>", "<!--", "-->", "<![CDATA[", "]]>", "<form>", "<textarea>", "</textarea>", "<title>", "</title>", "<img src=x onerror=y>",
            "<pre>\n", "</pre>", "<h2>", "</h2>", "<select>", "<option>", "&lt;", "&#0;", "&amp;lt;", "text", "\"", "'", "`", "\n", "<p title='", "<br>", "<div>", "</div>", "<foreignObject>", "<desc>", "<annotation-xml encoding=\"text/html\">",
            "<plaintext>", "<iframe>", "</iframe>", "<q>", "<dl>", "<dt>", "<caption>", "<a title=\"&quot;><script>\">", "<button>", "<nobr>", "<em>", "</em>");
        var markup = pieces.ListOf().Select(list => string.Concat(list));
        Prop.ForAll(markup.ToArbitrary(), html =>
        {
            AssertHarmless(html);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(40));
    }

    private static void AssertHarmless(string html)
    {
        if (Sanitizer.Sanitize(html) is not { } safe) return;
        Assert.Equal(safe, Sanitizer.Sanitize(safe.Html));
        AssertSafe(safe.Html, html);
    }

    // Read as a browser would read it, nothing but listed elements and attributes may be there.
    private static void AssertSafe(string html, string from)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true });
        using var document = parser.ParseDocument($"<!doctype html><body>{html}");
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.True(element.NamespaceUri == "http://www.w3.org/1999/xhtml" && Elements.Contains(element.LocalName), $"{element.LocalName} from {from}");
            foreach (var attribute in element.Attributes) Assert.True(Attributes.Contains(attribute.Name), $"{attribute.Name} from {from}");
            if (element.GetAttribute("href") is { } href) Assert.Equal(href, UrlRules.Clean(href));
            if (element.GetAttribute("src") is { } src) Assert.StartsWith("/practices/", src, StringComparison.Ordinal);
        }

        Assert.Empty(document.Head!.Children);
        Assert.DoesNotContain(document.Descendants<IComment>(), _ => true);
    }

    private static IEnumerable<string> Payloads()
    {
        foreach (var file in new[] { "dompurify-expect.json", "owasp-xss-filter-evasion.json" })
        {
            using var vectors = JsonDocument.Parse(File.ReadAllBytes(SharedFactAttribute.File("vectors", file)));
            foreach (var vector in vectors.RootElement.EnumerateArray()) yield return vector.GetProperty("payload").GetString()!;
        }
    }
}
