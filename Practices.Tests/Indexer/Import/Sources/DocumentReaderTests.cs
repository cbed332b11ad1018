using System.Text;
using System.Text.RegularExpressions;
using Practices.Indexer.Import.Sources;
using Xunit;
using static Practices.Tests.Indexer.Import.Sources.SourceFolder;

namespace Practices.Tests.Indexer.Import.Sources;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_document_is_one_submission_whose_headings_are_fields()
    {
        var batch = _folder.Read("a.docx", Document(
            Paragraph("Gas works", "berschrift1") + Paragraph("Intro.") + Paragraph("Challenge", "Mine") + Paragraph("Waste.") +
            "<p><pPr><numPr/></pPr><r><t>smell</t></r></p><p><pPr><numPr/></pPr><r><t>noise</t></r></p>" +
            "<p><r><rPr><b/></rPr><t>SDGs:</t></r><r><t xml:space='preserve'> 7 and 13</t></r></p>" +
            "<tbl><tr><tc>" + Paragraph("City:") + "</tc><tc>" + Paragraph("Durban") + "</tc></tr></tbl>"));
        Assert.Equal("heading=Gas works | text=Intro. | SDGs=7 and 13 | City=Durban | Challenge=<p>Waste.</p><ul><li>smell</li><li>noise</li></ul>", Shown(batch));
        Assert.Empty(batch.Problems);
    }

    [Fact]
    public void Links_are_kept_when_they_lead_to_the_web()
    {
        var batch = _folder.Read("a.docx", Document(
            "<p><r><t>See </t></r><hyperlink id='L1'><r><t>the film</t></r></hyperlink><hyperlink id='L2'><r><t>, here</t></r></hyperlink></p>", "https://a.org/f?a=1&amp;b=2", "javascript:alert(1)"));
        Assert.Equal("text=<p>See <a href=\"https://a.org/f?a=1&amp;b=2\" rel=\"external noopener\">the film</a>, here</p>", Shown(batch));
    }

    [Fact]
    public void Changes_are_read_as_if_accepted_and_what_is_hidden_is_left_out()
    {
        var batch = _folder.Read("a.docx", Document(
            "<p><r><t>one </t></r><del><r><delText>gone </delText></r></del><ins><r><t>new</t></r></ins><r><rPr><vanish/></rPr><t> unseen</t></r><moveFrom><r><t> moved</t></r></moveFrom></p>"));
        Assert.Equal("text=one new", Shown(batch));
    }

    [Fact]
    public void A_pattern_of_headings_divides_a_document()
    {
        var body = Paragraph("Report", "berschrift1") + Paragraph("Said before.") + Paragraph("DURBAN, SOUTH AFRICA") + Paragraph("Gas", "berschrift2") + Paragraph("First.") +
            Paragraph("02", "berschrift2") + Paragraph("QUITO, ECUADOR") + Paragraph("Rights", "berschrift2") + Paragraph("Second.") + Paragraph("Conclusion", "berschrift1") + Paragraph("Said after.");
        var batch = _folder.Read("a.docx", Document(body), new() { DocumentItem = @"^## \D" });
        Assert.Equal("heading=Gas | text=First. | before=DURBAN, SOUTH AFRICA\nheading=Rights | text=Second. | before=02 | before=QUITO, ECUADOR", Shown(batch));
        Assert.Equal("warning 0 outside-items", Problems(batch));
    }

    [Theory]
    [InlineData("^## [", "item-pattern")]
    [InlineData("^## Nothing", "item-missing")]
    public void A_pattern_that_does_not_fit_is_said(string pattern, string rule) =>
        Assert.Equal($"error 0 {rule}", Problems(_folder.Read("a.docx", Document(Paragraph("Gas", "berschrift2")), new() { DocumentItem = pattern })));

    [Fact]
    public void A_document_type_or_endless_nesting_is_refused()
    {
        var bomb = Zip(("_rels/.rels", "<Relationships><Relationship Id='1' Type='x/officeDocument' Target='d.xml'/></Relationships>"), ("d.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><document>&a;</document>"));
        Assert.Equal("error 0 damaged", Problems(_folder.Read("a.docx", bomb)));
        Assert.Equal("error 0 xml-depth", Problems(_folder.Read("a.docx", Document(string.Concat(Enumerable.Range(0, 5000).Select(i => $"<sdt a{i}='{i}'>"))))));
    }

    [SharedFact]
    public void A_report_gives_its_eight_practices_as_a_document_and_as_text()
    {
        var text = File.ReadAllText(SharedFactAttribute.File("seeds", "002-partnerships-and-innovation-sdg-cases.txt"));
        var options = new SourceOptions { DocumentItem = @"^## \D" };
        foreach (var batch in new[] { _folder.Read("report.docx", Document(AsDocument(text)), options), _folder.Read("report.txt", text, options) })
        {
            Assert.Equal("warning 0 outside-items", Problems(batch));
            Assert.Equal(8, batch.Rows.Length);
            Assert.All(batch.Rows, row => Assert.Matches(@"SDGs? \d", Assert.Single(row.Fields, field => field.Heading == "SDG Urban Partnerships").Value));
            Assert.Contains(batch.Rows[5].Fields, field => field is { Heading: "before", Value: "MILAN, ITALY" });
            Assert.DoesNotContain(batch.Rows[4].Fields, field => field.Value.Contains("MILAN, ITALY", StringComparison.Ordinal));
            Assert.DoesNotContain(batch.Rows[7].Fields, field => field.Value.Contains("critical to attaining the SDGs due to", StringComparison.Ordinal));
        }
    }

    // As the report's authors would have written it: styles of headings, bold labels, paragraphs.
    private static string AsDocument(string text)
    {
        var body = new StringBuilder();
        foreach (var block in Regex.Split(text, @"\n\s*\n", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(b => b.Trim()).Where(b => b.Length > 0))
        {
            var label = Regex.Match(block, @"^\*\*(?<label>[^*]+:)\*\*(?<rest>.+)$", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
            if (label.Success) body.Append("<p><r><rPr><b/></rPr><t>").Append(label.Groups["label"].Value).Append("</t></r>").Append(Paragraph(label.Groups["rest"].Value.Replace("*", "", StringComparison.Ordinal))[10..].Replace("<pPr></pPr>", "", StringComparison.Ordinal));
            else if (block.StartsWith("## ", StringComparison.Ordinal)) body.Append(Paragraph(block[3..], "berschrift2"));
            else if (block.StartsWith("# ", StringComparison.Ordinal)) body.Append(Paragraph(block[2..], "berschrift1"));
            else body.Append(Paragraph(block));
        }

        return body.ToString();
    }
}
