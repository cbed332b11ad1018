using System.Text;
using System.Text.Json;
using Practices.Indexer.Import.Sources;
using Xunit;
using static Practices.Tests.Indexer.Import.Sources.SourceFolder;

namespace Practices.Tests.Indexer.Import.Sources;

public sealed class PageReaderTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Selectors_find_text_attributes_and_html()
    {
        const string page = """
            <html><head><meta name="city" content="Durban"></head><body><h1>Gas <em>works</em></h1>
            <a class="film" href="https://a.org/f">Film</a><div id="story"><p>One.</p><p>Two <b>three</b>.</p></div><li>x</li><li>y</li></body></html>
            """;
        var batch = _folder.Read("a.html", page, new() { Selectors = ["h1", "meta[name=city]", "a.film@href", "#story", "li", ".none"] });
        Assert.Equal("h1=Gas works | meta[name=city]=Durban | a.film@href=https://a.org/f | #story=<p>One.</p><p>Two <b>three</b>.</p> | li=x | li=y", Shown(batch));
        Assert.Equal([false, false, false, true, false, false], batch.Rows[0].Fields.Select(field => field.IsHtml));
    }

    [Fact]
    public void A_page_may_hold_several_submissions()
    {
        var batch = _folder.Read("a.html", "<div class=e><h2>A</h2></div><div class=e><h2>B</h2></div>", new() { HtmlItem = ".e", Selectors = ["h2"] });
        Assert.Equal("h2=A\nh2=B", Shown(batch));
        Assert.Equal([1, 2], batch.Rows.Select(row => row.Row));
    }

    [Fact]
    public void Without_selectors_headings_terms_tables_and_labels_are_fields()
    {
        const string page = """
            <title>Page</title><meta property="og:type" content="article"><nav><h2>Menu</h2></nav>
            <main><h1>Gas</h1><p>Intro.</p><section><h2>Challenge</h2><div><p>Waste.</p><ul><li>smell</li></ul></div></section>
            <h2>Facts</h2><dl><dt>City:</dt><dd>Durban</dd></dl><table><tr><th>Year</th><td>2004</td></tr></table><p><strong>SDGs:</strong> 7 and 13</p></main>
            """;
        Assert.Equal(
            "title=Page | og:type=article | heading=Gas | text=Intro. | Challenge=<p>Waste.</p><ul><li>smell</li></ul> | City=Durban | Year=2004 | SDGs=7 and 13",
            Shown(_folder.Read("a.html", page)));
    }

    [Theory]
    [InlineData("<meta charset=windows-1251><p>Москва</p>", "windows-1251")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'><p>Être</p>", "iso-8859-1")]
    [InlineData("<p>水</p>", "utf-16")]
    [InlineData("<meta charset=nonsense><p>水</p>", "utf-8")]
    public void The_page_says_its_encoding(string page, string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var batch = _folder.Read("a.html", [.. encoding.GetPreamble(), .. encoding.GetBytes(page)], new() { Selectors = ["p"] });
        Assert.Equal($"p={page[(page.IndexOf("<p>", StringComparison.Ordinal) + 3)..^4]}", Shown(batch));
    }

    [SharedFact]
    public void No_script_or_handler_survives()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedFactAttribute.File("vectors", "owasp-xss-filter-evasion.json")));
        var payloads = vectors.RootElement.EnumerateArray().Select(v => v.GetProperty("payload").GetString()!).ToList();
        Assert.NotEmpty(payloads);
        foreach (var payload in payloads)
        {
            foreach (var options in new SourceOptions[] { new(), new() { Selectors = ["div"] } })
            {
                var batch = _folder.Read("a.html", $"<h2>x</h2><div><p>safe</p><ul><li>{payload}</li></ul></div>", options);
                foreach (var field in batch.Rows.SelectMany(row => row.Fields).Where(field => field.IsHtml))
                {
                    Assert.DoesNotMatch("(?i)<script|<[^>]+\\son\\w+\\s*=|(href|src)=.\\s*javascript:|<iframe|<svg|<style", field.Value);
                }
            }
        }
    }

    [Theory]
    [InlineData("<p>x</p>", "h1", null, "error 1 no-fields")]
    [InlineData("<p>x</p>", "p", ".none", "error 0 item-missing")]
    [InlineData("<p>x</p>", "p[", null, "error 0 selector")]
    [InlineData("", "p", null, "error 1 no-fields")]
    public void What_cannot_be_read_is_said(string page, string selector, string? item, string expected) =>
        Assert.Equal(expected, Problems(_folder.Read("a.html", page, new() { Selectors = [selector], HtmlItem = item })));

    [Fact]
    public void Deep_nesting_is_refused_before_the_parser_sees_it() => Patience.WithAnEnd(() =>
    {
        Assert.Equal("error 0 html-limits", Problems(_folder.Read("a.html", string.Concat(Enumerable.Repeat("<div>", 200_000)))));
        Assert.Equal("error 0 html-limits", Problems(_folder.Read("a.html", "<math>" + string.Concat(Enumerable.Repeat("</b><mi>", 200_000)))));
    });
}
