using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>Records taken away, and read back by parsers that are not the site's: those of the library, or the tests' own.</summary>
public sealed partial class ExportTests : IDisposable
{
    private const string Title = "50% of {taps} & \\pipes_1 ~ water #1 ^ “costs” $2: São Paulo 水";
    private const string Summary = "=HYPERLINK says one; another says; \"three\".";

    private readonly Site _site = new();

    public ExportTests() => File.WriteAllText(Path.Combine(_site.Content, "practices", "awkward-taps.md"), $$"""
        ---
        kind: practice
        title: '{{Title}}'
        summary: >-
          {{Summary}}
        places: [{ city: Durban, country: ZA, lat: -29.86, lon: 31.02 }]
        sdgs: [{ goal: 6, target: "6.1", by: editor }, { goal: 11, by: source }]
        themes: [water]
        period: { start: 2014, state: running }
        added: 2026-11-20
        verified: 2026-11-23
        sources: [{ id: 1, title: A source </script><b>, publisher: A publisher, year: 2020, url: "https://practices.invalid/a" }]
        rights: { licence: CC-BY-4.0, holder: City of Durban }
        status: published
        ---
        """);

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_record_is_a_reference_in_RIS()
    {
        var reference = Assert.Single(Ris(await ReadAsync("/practices/awkward-taps.ris", "application/x-research-info-systems")));
        Assert.Equal("ELEC", reference["TY"].Single());
        Assert.Equal(Title, reference["TI"].Single());
        Assert.Equal("City of Durban", reference["AU"].Single());
        Assert.Equal("2026", reference["PY"].Single());
        Assert.Equal("http://localhost/practices/awkward-taps", reference["UR"].Single());
        Assert.Equal(Summary, reference["AB"].Single());
        Assert.Equal(["SDG 6", "SDG 11"], reference["KW"].Take(2));
        Assert.Equal("Durban, South Africa", reference["KW"].Last());
    }

    [Fact]
    public async Task A_record_is_an_entry_in_BibTeX_whatever_TeX_would_make_of_its_letters()
    {
        var text = await ReadAsync("/practices/awkward-taps.bib", "application/x-bibtex");
        var (kind, key, fields) = BibTex(text);
        Assert.Equal(("online", "awkward-taps"), (kind, key));
        Assert.Equal(Title, Printed(fields["title"]));
        Assert.Equal("City of Durban", Printed(fields["author"]));
        Assert.Equal("2026-11-20", fields["date"]);
        Assert.Equal("http://localhost/practices/awkward-taps", fields["url"]);
        Assert.Equal(Summary, Printed(fields["abstract"]));
    }

    [Fact]
    public async Task A_record_is_an_item_of_CSL()
    {
        using var json = JsonDocument.Parse(await ReadAsync("/practices/awkward-taps.csl.json", "application/vnd.citationstyles.csl+json"));
        var item = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("webpage", item.GetProperty("type").GetString());
        Assert.Equal(Title, item.GetProperty("title").GetString());
        Assert.Equal("City of Durban", item.GetProperty("author")[0].GetProperty("literal").GetString());
        Assert.Equal([2026, 11, 20], item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32()));
    }

    [Fact]
    public async Task A_table_has_no_cell_that_a_spreadsheet_would_run()
    {
        var table = await ReadAsync("/practices/awkward-taps.csv", "text/csv");
        Assert.Contains("\"'=HYPERLINK says one; another says; \"\"three\"\".\"", table, StringComparison.Ordinal);
        Assert.Contains(",2014,,running,", table, StringComparison.Ordinal);
        Assert.EndsWith("http://localhost/practices/awkward-taps", table.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_search_finds_is_one_file_in_the_order_of_the_page()
    {
        var found = JsonDocument.Parse(await _site.Read("/api/v1/practices?q=water&country=ZA")).RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()).ToList();
        Assert.InRange(found.Count, 2, 20);
        Assert.Equal(found, Ris(await ReadAsync("/practices.ris?q=water&country=ZA", "application/x-research-info-systems")).Select(reference => reference["ID"].Single()));
        Assert.Equal(found.Count + 1, (await ReadAsync("/practices.csv?q=water&country=ZA", "text/csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Empty(Ris(await ReadAsync("/practices.ris?q=nothinghasthisword&exact=1", "application/x-research-info-systems")));
    }

    [Fact]
    public async Task Two_searches_are_two_files()
    {
        Assert.NotEqual(await ReadAsync("/practices.bib?sdg=6", "application/x-bibtex"), await ReadAsync("/practices.bib?sdg=13", "application/x-bibtex"));
    }

    [Fact]
    public async Task A_search_is_a_feed_of_what_is_new()
    {
        using var xml = XmlReader.Create(new StringReader(await ReadAsync("/practices.atom?sdg=6", "application/atom+xml")));
        var feed = SyndicationFeed.Load(xml);
        Assert.Equal("http://localhost/practices.atom?sdg=6", feed.Id);
        Assert.Equal("http://localhost/practices?sdg=6", feed.Links.Single(link => link.RelationshipType == "alternate").Uri.ToString());
        Assert.StartsWith("Practices: ", feed.Title.Text, StringComparison.Ordinal);
        var entry = feed.Items.First();
        Assert.Equal(Title, entry.Title.Text);
        Assert.Equal("http://localhost/practices/awkward-taps", entry.Id);
        Assert.Equal(new DateTime(2026, 11, 23), entry.LastUpdatedTime.UtcDateTime.Date);
        Assert.Equal(["6", "11"], entry.Categories.Select(category => category.Name));
        Assert.Equal(feed.Items.Max(item => item.LastUpdatedTime), feed.LastUpdatedTime);
    }

    [Theory]
    [InlineData("/practices/nothing.ris", HttpStatusCode.NotFound, null)]
    [InlineData("/practices/awkward-taps.docx", HttpStatusCode.NotFound, null)]
    [InlineData("/learning/awkward-taps.ris", HttpStatusCode.MovedPermanently, "/practices/awkward-taps.ris")]
    public async Task Another_address_leads_on_or_says_that_there_is_nothing(string address, HttpStatusCode status, string? to)
    {
        using var visitor = _site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_page_says_to_machines_what_it_is_about()
    {
        using var visitor = _site.Visitor();
        var html = await visitor.GetStringAsync("/practices/awkward-taps");
        using var json = JsonDocument.Parse(JsonLd().Match(html).Groups["json"].Value);
        var work = json.RootElement.GetProperty("@graph")[0];
        Assert.Equal("Article", work.GetProperty("@type").GetString());
        Assert.Equal(Title, work.GetProperty("headline").GetString());
        Assert.Equal("2026-11-20", work.GetProperty("datePublished").GetString());
        Assert.Equal("2026-11-23", work.GetProperty("dateModified").GetString());
        Assert.Equal("2014/..", work.GetProperty("temporalCoverage").GetString());
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", work.GetProperty("license").GetString());
        Assert.Equal(["http://metadata.un.org/sdg/6.1", "http://metadata.un.org/sdg/11"], work.GetProperty("about").EnumerateArray().Select(goal => goal.GetProperty("@id").GetString()));
        Assert.Equal(-29.86, work.GetProperty("contentLocation")[0].GetProperty("geo").GetProperty("latitude").GetDouble());
        Assert.Equal("A source </script><b>", work.GetProperty("citation")[0].GetProperty("name").GetString());
        Assert.False(work.TryGetProperty("award", out _));
        Assert.Equal("BreadcrumbList", json.RootElement.GetProperty("@graph")[1].GetProperty("@type").GetString());
        Assert.Contains("name=\"citation_title\"", html, StringComparison.Ordinal);
        Assert.Contains("property=\"og:url\" content=\"http://localhost/practices/awkward-taps\"", html, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string address, string type)
    {
        using var visitor = _site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    // Each line is a tag of two characters, two blanks, a hyphen, a blank and a value; any other is a fault of the file.
    private static List<ILookup<string, string>> Ris(string text)
    {
        var references = new List<ILookup<string, string>>();
        var lines = new List<(string Tag, string Value)>();
        foreach (var line in text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var match = RisLine().Match(line);
            Assert.True(match.Success, line);
            Assert.Equal(lines.Count == 0, match.Groups["tag"].Value == "TY");
            lines.Add((match.Groups["tag"].Value, match.Groups["value"].Value));
            if (lines[^1].Tag != "ER") continue;
            references.Add(lines.ToLookup(value => value.Tag, value => value.Value, StringComparer.Ordinal));
            lines.Clear();
        }

        Assert.Empty(lines);
        return references;
    }

    // An entry whose values are in braces that match, but for those that a backslash makes letters.
    private static (string Kind, string Key, Dictionary<string, string> Fields) BibTex(string text)
    {
        var head = BibTexHead().Match(text);
        Assert.True(head.Success, text);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = head.Length;
        while (BibTexField().Match(text, at) is { Success: true } field)
        {
            var start = at = field.Index + field.Length;
            for (var depth = 1; depth > 0; at++)
            {
                if (text[at] == '\\') at++;
                else if (text[at] == '{') depth++;
                else if (text[at] == '}') depth--;
            }

            fields.Add(field.Groups["name"].Value, text[start..(at - 1)]);
        }

        Assert.Equal("}", text[at..].Trim());
        return (head.Groups["kind"].Value, head.Groups["key"].Value, fields);
    }

    // What TeX would print.
    private static string Printed(string value)
    {
        foreach (var (command, letter) in new[] { ("\\textbackslash{}", "\u0001"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^"), ("\\{", "\u0002"), ("\\}", "\u0003") })
            value = value.Replace(command, letter, StringComparison.Ordinal);
        value = value.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
        return value.Replace('\u0001', '\\').Replace('\u0002', '{').Replace('\u0003', '}');
    }

    [GeneratedRegex("^(?<tag>[A-Z][A-Z0-9])  - (?<value>.*)$", RegexOptions.None, 1000)]
    private static partial Regex RisLine();

    [GeneratedRegex(@"^@(?<kind>\w+)\{(?<key>[a-z0-9-]+)", RegexOptions.None, 1000)]
    private static partial Regex BibTexHead();

    [GeneratedRegex(@"\G,\s*(?<name>\w+) = \{", RegexOptions.None, 1000)]
    private static partial Regex BibTexField();

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<json>.*?)</script>", RegexOptions.None, 1000)]
    private static partial Regex JsonLd();
}
