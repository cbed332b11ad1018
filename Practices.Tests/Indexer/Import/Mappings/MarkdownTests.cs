using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Practices.Indexer.Ingest;
using Practices.Tests.Indexer.Ingest;
using Xunit;

namespace Practices.Tests.Indexer.Import.Mappings;

public class MarkdownTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("One<br>Two", "One\\\nTwo")]
    [InlineData("<h1>Title</h1>Text<h4>Part</h4>", "### Title\n\nText\n\n#### Part")]
    [InlineData("<ul><li>a<li>b</ul>", "- a\n- b")]
    [InlineData("<ol start=3><li>a<li>b</ol>", "3. a\n4. b")]
    [InlineData("<ul><li>a<ul><li>b</ul></ul>", "- a\n\n  - b")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n> \n> b")]
    [InlineData("<b>strong</b> and <i>stressed</i>", "**strong** and *stressed*")]
    [InlineData("wo<b>r</b>d", "word")]
    [InlineData("<a href='https://a.org/x y?b=1&c=2'>link</a>", "[link](<https://a.org/xy?b=1&amp;c=2>)")]
    [InlineData("<a href='javascript:alert(1)'>link</a>", "link")]
    [InlineData("<p>a * b _ c [d] &lt;e&gt;</p>", "a \\* b \\_ c \\[d\\] \\<e\\>")]
    [InlineData("<p># no heading</p><p>1. no list</p><p>- no list</p>", "\\# no heading\n\n1\\. no list\n\n\\- no list")]
    [InlineData("<table><tr><th>a<th>b<tr><td>1<td>2|3</table>", "| a | b |\n| --- | --- |\n| 1 | 2\\|3 |")]
    [InlineData("<script>alert(1)</script>a<style>b{}</style>", "a")]
    [InlineData("<img src=x onerror=alert(1)>a", "a")]
    public void Html_becomes_markdown_that_says_the_same(string html, string expected) => Assert.Equal(expected, Story(html));

    [Fact]
    public void Any_html_keeps_its_words()
    {
        var pieces = Gen.Elements(
            "<p>", "</p>", "<ul>", "</ul>", "<ol>", "<li>", "<b>", "</b>", "<i>", "</i>", "<br>", "<h2>", "</h2>", "<blockquote>", "</blockquote>", "<table>", "<tr>", "<td>", "</table>", "<a href='https://a.org'>", "</a>",
            "word", " ", "\n", "*", "_", "#", "1.", "- ", "+", "[x]", "(y)", "![z]", "`", "~~~", "|", "\\", "&amp;", "&lt;b&gt;", "www.a.org", "http://b.org", "---", "===", "[^1]", ": ", "> ", "    ", "é", "水", "<pre>", "</pre>", "<dl><dt>", "<dd>");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), html =>
        {
            var safe = new HtmlSanitizer("").Sanitize(html);
            if (safe is null || Bare(safe.Text).Length == 0) return;
            var (markdown, read) = Rendered(html);
            Assert.True(Bare(read.Practice!.BodyText) == Bare(safe.Text), $"{html}\n=>\n{markdown}\n=>\n{read.Practice.BodyHtml}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Any_plain_text_keeps_its_words_and_makes_no_html()
    {
        var pieces = Gen.Elements("word", " ", "\n", "\n\n", "*", "_", "#", "1. ", "- ", "• ", "+", "[x](y)", "`", "|", "\\", "&amp;", "<b>", "<script>", "www.a.org", "---", "===", "[^1]", ": ", "> ", "    ", "\t", "水");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            if (text.Trim().Length == 0) return;
            var story = Story(text, isHtml: false);
            var read = OneRecord.Read(OneRecord.Text(body: story));
            Assert.DoesNotContain(read.Context.Problems.All, problem => problem.Rule == "raw-html");
            Assert.True(Bullets(Bare(read.Practice!.BodyText)) == Bullets(Bare(text)), $"{text}\n=>\n{story}\n=>\n{read.Practice.BodyHtml}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

        static string Bullets(string text) => text.Replace("•", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
    }

    [SharedFact]
    public void No_script_of_any_payload_survives()
    {
        var count = 0;
        foreach (var file in new[] { "dompurify-expect.json", "owasp-xss-filter-evasion.json" })
        {
            using var vectors = JsonDocument.Parse(File.ReadAllBytes(SharedFactAttribute.File("vectors", file)));
            foreach (var payload in vectors.RootElement.EnumerateArray().Select(vector => vector.GetProperty("payload").GetString()!))
            {
                foreach (var isHtml in new[] { true, false })
                {
                    var story = Story(payload, isHtml);
                    var read = OneRecord.Read(OneRecord.Text(body: story));
                    Assert.DoesNotContain(read.Context.Problems.All, problem => problem.Rule == "raw-html");
                    using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(read.Practice!.BodyHtml);
                    Assert.Empty(page.QuerySelectorAll("script, style, img, svg, iframe, [onerror], [onload], [style]"));
                    Assert.All(page.QuerySelectorAll("[href]"), link => Assert.Matches("^(https?://|mailto:|/|[^:]*$)", link.GetAttribute("href")));
                    count++;
                }
            }
        }

        Assert.True(count > 600);
    }

    private static (string Markdown, RecordReading Read) Rendered(string html)
    {
        var story = Story(html);
        var read = OneRecord.Read(OneRecord.Text(body: story));
        Assert.DoesNotContain(read.Context.Problems.All, problem => problem.Rule == "raw-html");
        return (story, read);
    }

    private static string Story(string value, bool isHtml = true)
    {
        var row = OneRow.Row(OneRow.Least);
        var result = OneRow.Mapping(OneRow.LeastRules + "story: [{ from: V }]\n").Begin(OneRow.Award, "2018").Apply(row with { Fields = row.Fields.Add(new("V", value, "Z", isHtml)) });
        return result.Submission!.Story.TrimEnd('\n');
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
