using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Sources;
using Xunit;
using static Practices.Tests.Indexer.Import.Sources.SourceFolder;

namespace Practices.Tests.Indexer.Import.Sources;

public sealed class WorkbookReaderTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Inline_and_shared_strings_numbers_and_booleans_are_text()
    {
        var workbook = Workbook(
            $"<row r='1'>{Cell("A1", "a")}{Cell("B1", "b")}{Cell("C1", "c")}{Cell("D1", "d")}</row>" +
            "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2'><v>0.30000000000000004</v></c><c r='C2' t='b'><v>1</v></c><c r='D2' t='s'><v>1</v></c></row>" +
            "<row r='4'><c r='A4'><v>1E+21</v></c><c r='B4'><v>20161013001</v></c><c r='C4'><v>-2.5E-3</v></c></row>",
            shared: ["<r><t>Dur</t></r><r><t>ban</t></r><rPh><t>no</t></rPh>", "<t>one_x000D_&#10;two &amp; =1+1</t>"]);
        var batch = _folder.Read("a.xlsx", workbook);
        Assert.Equal("a=Durban | b=0.3 | c=true | d=one\ntwo & =1+1\na=1000000000000000000000 | b=20161013001 | c=-0.0025", Shown(batch));
        Assert.Equal([2, 4], batch.Rows.Select(row => row.Row));
        Assert.All(batch.Rows, row => Assert.Equal("Entries", row.Sheet));
    }

    [Theory]
    [InlineData("yyyy-mm-dd", "42656", false, "2016-10-13")]
    [InlineData("d/m/yy h:mm", "42656.5", false, "2016-10-13T12:00:00")]
    [InlineData("mmm yyyy", "42656", false, "2016-10-13")]
    [InlineData("h:mm", "0.75", false, "18:00:00")]
    [InlineData("yyyy", "1", false, "1900-01-01")]
    [InlineData("yyyy", "59", false, "1900-02-28")]
    [InlineData("yyyy", "60", false, "60")]
    [InlineData("yyyy", "61", false, "1900-03-01")]
    [InlineData("yyyy", "41194", true, "2016-10-13")]
    [InlineData("yyyy", "9999999", false, "9999999")]
    [InlineData("0.00", "42656", false, "42656")]
    [InlineData("[Red]0 \"days\"", "42656", false, "42656")]
    [InlineData("General", "42656", false, "42656")]
    public void A_serial_number_with_the_look_of_a_date_is_an_iso_date(string format, string serial, bool is1904, string expected)
    {
        var workbook = Workbook(
            $"<row r='1'>{Cell("A1", "when")}</row><row r='2'><c r='A2' s='1'><v>{serial}</v></c></row>",
            styles: [format.Replace("\"", "&quot;", StringComparison.Ordinal)],
            workbook: is1904 ? "<workbookPr date1904='1'/>" : "");
        Assert.Equal($"when={expected}", Shown(_folder.Read("a.xlsx", workbook)));
    }

    [Fact]
    public void A_merged_value_applies_to_every_row_and_column_that_it_spans()
    {
        var workbook = Workbook(
            $"<row r='1'>{Cell("A1", "Profile")}{Cell("C1", "Abstract")}</row>" +
            $"<row r='2'>{Cell("A2", "province")}{Cell("B2", "city")}{Cell("C2", "text")}</row>" +
            $"<row r='3'>{Cell("A3", "Natal")}{Cell("B3", "Durban")}{Cell("C3", "one")}</row>" +
            $"<row r='4'>{Cell("B4", "Umlazi")}{Cell("C4", "two")}</row>" +
            $"<row r='5'>{Cell("A5", "wide")}</row>" +
            "<row r='6'/>",
            "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A3:A4'/><mergeCell ref='A5:XFD1048576'/></mergeCells>");
        Assert.Equal("province=Natal | city=Durban | text=one\nprovince=Natal | city=Umlazi | text=two\nprovince=wide | city=wide | text=wide", Shown(_folder.Read("a.xlsx", workbook)));
    }

    [Fact]
    public void A_formula_is_never_evaluated_and_its_last_value_is_taken()
    {
        var batch = _folder.Read("a.xlsx", Workbook(
            $"<row r='1'>{Cell("A1", "a")}{Cell("B1", "b")}{Cell("C1", "c")}{Cell("D1", "d")}</row>" +
            $"<row r='2'><c r='A2'><f>1+1</f><v>2</v></c><c r='B2' t='str'><f>A2</f><v>two</v></c><c r='C2'><f>NOW()</f></c><c r='D2' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"));
        Assert.Equal("a=2 | b=two", Shown(batch));
        Assert.Equal("warning 2C formula-without-value\nwarning 2D error-cell", Problems(batch));
    }

    [Fact]
    public void Hidden_rows_are_read_and_said()
    {
        var batch = _folder.Read("a.xlsx", Workbook($"<row r='1'>{Cell("A1", "a")}</row><row r='2' hidden='1'>{Cell("A2", "x")}</row>"));
        Assert.Equal("a=x", Shown(batch));
        Assert.Equal("warning 2 hidden-rows", Problems(batch));
    }

    [Fact]
    public void The_first_sheet_that_can_be_seen_is_read_unless_the_mapping_names_another()
    {
        static string Sheet(string value) => $"<worksheet><sheetData><row r='1'>{Cell("A1", "a")}</row><row r='2'>{Cell("A2", value)}</row></sheetData></worksheet>";
        var workbook = Zip(
            ("_rels/.rels", "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
            ("xl/workbook.xml", "<workbook xmlns:r='urn:r'><sheets><sheet name='Lists' state='veryHidden' r:id='r1'/><sheet name='Entries' r:id='r2'/><sheet name='Old' r:id='r3'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships>" + string.Concat(Enumerable.Range(1, 3).Select(i => $"<Relationship Id='r{i}' Type='x/worksheet' Target='{i}.xml'/>")) + "</Relationships>"),
            ("xl/1.xml", Sheet("hidden")),
            ("xl/2.xml", Sheet("seen")),
            ("xl/3.xml", Sheet("old")));
        var batch = _folder.Read("a.xlsx", workbook);
        Assert.Equal("a=seen", Shown(batch));
        Assert.Equal(["Lists", "Old"], batch.Problems.Select(problem => problem.Sheet));
        Assert.Equal("a=hidden", Shown(_folder.Read("a.xlsx", workbook, new() { Sheet = "lists" })));
        Assert.Equal("error 0 sheet-missing", Problems(_folder.Read("a.xlsx", workbook, new() { Sheet = "Elsewhere" })));
    }

    [Fact]
    public void A_cell_longer_than_a_spreadsheet_holds_refuses_its_row()
    {
        var batch = _folder.Read("a.xlsx", Workbook($"<row r='1'>{Cell("A1", "a")}</row><row r='2'>{Cell("A2", new string('x', 40_000))}</row><row r='3'>{Cell("A3", "y")}</row>"));
        Assert.Equal("error 2A cell-length", Problems(batch));
        Assert.Equal("a=y", Shown(batch));
    }

    [Fact]
    public void A_template_as_written_is_read_again()
    {
        using var stream = new MemoryStream();
        TableWriter.WriteWorkbook(stream, [("Entries: all", [["id", "title", "odd"], ["1", "Être", "_x000D_ & <b>"], ["-5", "=1+1", "two\nlines"]]), ("Guide", [["a"]])]);
        var batch = _folder.Read("a.xlsx", stream.ToArray());
        Assert.Equal("id=1 | title=Être | odd=_x000D_ & <b>\nid=-5 | title='=1+1 | odd=two\nlines", Shown(batch));
        Assert.Equal("Entries all", batch.Rows[0].Sheet);
    }

    [SharedFact]
    public void Every_row_of_a_real_workbook_is_a_row()
    {
        var batch = SourceReader.Read([SharedFactAttribute.File("real", "net-zero-tracker", "snapshot_2022-12-20_13-07-14.xlsx")], new());
        Assert.DoesNotContain(batch.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal(4_089, batch.Rows.Length);
        Assert.Equal(Enumerable.Range(2, 4_089), batch.Rows.Select(row => row.Row));
        Assert.All(batch.Rows, row => Assert.Contains(row.Fields, field => field.Heading == "actor_type"));
    }
}
