using System.Text;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;
using Xunit;

namespace Practices.Tests.Indexer.Ingest;

/// <summary>Every kind of problem, once, at the line and column of the file where an editor must look, with what to do about it.</summary>
public sealed class DiagnosticPlacesTests
{
    // rule, line, column, a part of the message, lines added to the front matter from line 8 on, story
    public static TheoryData<string, int, int, string, string, string> InRecords => new()
    {
        { "unknown-key", 8, 1, "Did you mean \"themes\"?", "theems: [gender]", "" },
        { "unknown-key", 9, 5, "Did you mean \"indicator\"?", "results:\n  - indicater: jobs", "" },
        { "unknown-key", 8, 1, "The keys here are: kind, title", "xyzzy: 1", "" },
        { "missing-key", 9, 5, "Write what was measured.", "results:\n  - value: 3", "" },
        { "wrong-shape", 8, 9, "a list is expected", "themes: gender", "" },
        { "wrong-shape", 8, 9, "one value is expected", "editor: [a, b]", "" },
        { "wrong-value", 8, 10, "Did you mean \"gender\"", "themes: [gendr]", "" },
        { "wrong-value", 8, 13, "Did you mean \"city\"", "governance: citty", "" },
        { "wrong-value", 9, 28, "Leave out what parts the digits: 125000.", "results:\n  - { indicator: a, value: \"125,000\" }", "" },
        { "wrong-value", 8, 8, "not a day of the calendar", "added: 2026-02-30", "" },
        { "wrong-value", 8, 18, "Write 2014, 2014-05 or 2014-05-31.", "period: { start: 14 }", "" },
        { "wrong-value", 8, 13, "2026-12-01T09:00+01:00", "publish-at: 2026-12-01 09:00", "" },
        { "wrong-value", 8, 17, "http:// or https://", "contact: { url: www.durban.gov.za }", "" },
        { "wrong-value", 8, 17, "http:// or https://", "contact: { url: \"javascript:alert(1)\" }", "" },
        { "wrong-value", 8, 19, "not an e-mail address", "contact: { email: office at durban }", "" },
        { "wrong-value", 8, 34, "ISO 4217", "finance: [{ amount: 5, currency: Rand }]", "" },
        { "wrong-value", 8, 22, "neither true nor false", "visit: { possible:   yes }", "" },
        { "wrong-value", 8, 15, "Did you mean \"old-id\"", "formerly: [a, \"Old id\"]", "" },
        { "duplicate-value", 8, 9, "Keep one of them.", "themes: [gender, gender]", "" },
        { "key-of-another-kind", 8, 1, "kind: learning", "learning: { host: MILE }", "" },
        { "period-order", 8, 29, "ends (2012) before it begins", "period: { start: 2014, end: 2012 }", "" },
        { "unknown-source", 8, 39, "The sources are numbered 1", "results: [{ indicator: jobs, source:  4 }]", "" },
        { "lineage-direction", 8, 11, "direction: to", "lineage: [{ place: Bhopal }]", "" },
        { "picture-type", 8, 17, ".jpg", "media: [{ file: roof.svg, alt: A roof, credit: A, licence: B }]", "" },
        { "picture-credit", 10, 1, "Add it to \"media\"", "editor: x", "![A roof](roof.jpg)" },
        { "duplicate-key", 8, 1, "the first is in line 2", "title: Again", "" },
        { "yaml-anchor", 8, 9, "Delete it", "editor: &desk Desk", "" },
        { "yaml-alias", 8, 9, "Write the value out.", "editor: *desk", "" },
        { "yaml-tag", 8, 9, "Delete it", "editor: !str Desk", "" },
        { "yaml-key", 8, 3, "between quotes", "? [a, b]\n: c", "" },
        { "yaml-depth", 8, 40, "32 levels", "editor: " + new string('[', 5000), "" },
        { "yaml-syntax", 9, 1, "spaces only", "period:\n\tstart: 2014", "" },
        { "yaml-syntax", 8, 16, "between double quotes", "editor: Durban : the desk", "" },
        { "yaml-syntax", 8, 9, "cannot begin with \"@\"", "editor: @desk", "" },
        { "yaml-syntax", 8, 9, "Check for ]", "themes: [gender\neditor: x", "" },
        { "yaml-syntax", 8, 9, "Close the quotation mark", "editor: \"Desk\nadded: 2026-11-21", "" },
        { "control-character", 8, 9, "U+0000", "editor: \"a\\0b\"", "" },
        { "body-size", 10, 1, "256 KB", "editor: x", new string('a', 300 * 1024) },
        { "markdown-depth", 12, 1, "Write it flat.", "editor: x", "text\n\n" + string.Concat(Enumerable.Repeat("> ", 5000)) + "x" },
        { "markdown-density", 12, 1, "empty lines", "editor: x", "text\n\n" + string.Concat(Enumerable.Repeat("[a](", 3000)) },
        { "html-depth", 10, 1, "Write it in Markdown", "editor: x", string.Concat(Enumerable.Repeat("<div>", 3000)) },
        { "raw-html", 12, 6, "Markdown", "editor: x", "a\n\nSome <span>text</span>" },
        { "picture-alt", 12, 1, "![A street with trees](roof.jpg)", "editor: x", "a\n\n![](roof.jpg)" },
        { "picture-path", 12, 3, "beside the record", "editor: x", "a\n\nb ![roof](https://pictures.org/roof.jpg)" },
        { "picture-path", 10, 1, "beside the record", "editor: x", "![roof](../roof.jpg)" },
        { "link-refused", 10, 3, "left out", "editor: x", "a [b](javascript:alert(1))" },
        { "link-relative", 10, 3, "leads nowhere", "editor: x", "a [b](other.html)" },
        { "undefined-link", 10, 3, "[c]: …", "editor: x", "a [b][c]" },
    };

    // rule, line, column, whole file
    public static TheoryData<string, int, int, string> InWholeFiles => new()
    {
        { "front-matter-missing", 1, 1, "text\n---\ntitle: x\n---\n" },
        { "front-matter-missing", 1, 1, "" },
        { "front-matter-unclosed", 1, 1, "---\ntitle: x\n\n# never reached\n" },
        { "missing-key", 2, 1, "---\ntitle: x\n---\n" },
        { "missing-key", 2, 1, "---\n---\n" },
        { "missing-key", 3, 1, "---\ntitle: x\nsummary:\n---\n" },
        { "yaml-shape", 2, 1, "---\njust text\n---\n" },
        { "yaml-directive", 2, 1, "---\n%YAML 1.2\n---  \ntitle: x\n---\n" },
        { "yaml-documents", 3, 1, "---\ntitle: x\n--- text\n---\n" },
        { "yaml-size", 2, 1, "---\ntitle: " + new string('x', 300 * 1024) + "\n---\n" },
        { "summary-length", 2, 10, "---\nsummary: " + string.Concat(Enumerable.Repeat("word ", 251)) + "\n---\n" },
        { "duplicate-source", 2, 10, "---\nsources: [{ id: 1, title: a }, { id: 1, title: b }]\n---\n" },
        { "place-incomplete", 2, 18, "---\nplaces: [{ city: Durban }]\n---\n" },
        { "sdg-target", 2, 27, "---\nsdgs: [{ goal: 5, target: \"13.1\", by: award }]\n---\n" },
        { "sdg-target", 2, 28, "---\nsdgs: [{ goal: 13, target: \"13.9\", by: award }]\n---\n" },
        { "kind-folder", 2, 7, "---\nkind: award\n---\n" },
        { "control-character", 2, 9, "---\ntitle: a\0b\n---\n" },
        { "too-many-problems", 96, 1, "---\n" + string.Concat(Enumerable.Range(1, 150).Select(n => $"key{n}: x\n")) + "---\n" },
    };

    [Theory, MemberData(nameof(InRecords))]
    public void A_problem_in_a_record_is_reported_where_it_stands(string rule, int line, int column, string message, string more, string body)
    {
        var reading = OneRecord.Read(OneRecord.Text(more, body));
        var found = Assert.Single(reading.Context.Problems.All, problem => problem.Rule == rule);
        Assert.Equal((line, column), (found.Line, found.Column));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
        Assert.Equal(found.Severity == Severity.Error, reading.Practice is null);
    }

    [Theory, MemberData(nameof(InWholeFiles))]
    public void A_problem_of_a_whole_file_is_reported_where_it_stands(string rule, int line, int column, string text)
    {
        var reading = OneRecord.Read(text);
        Assert.Contains(reading.Context.Problems.All, problem => problem.Rule == rule && (problem.Line, problem.Column) == (line, column));
        Assert.Null(reading.Practice);
    }
}
