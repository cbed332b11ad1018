using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Sources;
using Xunit;

namespace Practices.Tests.Indexer.Import.Sources;

public sealed class DelimitedReaderTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public static TheoryData<string, string> Tables => new()
    {
        { "city,title\nDurban,Gas\n", "city=Durban | title=Gas" },
        { "city;title;note\nDurban;Gas, water;a\nQuito;Rights;b, c\n", "city=Durban | title=Gas, water | note=a\ncity=Quito | title=Rights | note=b, c" },
        { "city\ttitle\nDurban\tGas\n", "city=Durban | title=Gas" },
        { "city|title\nDurban|Gas\n", "city=Durban | title=Gas" },
        { "sep=;\ncity;title\nDurban;Gas\n", "city=Durban | title=Gas" },
        { "city,title\r\n\"Durban, ZA\",\"He said \"\"gas\"\"\r\nand left\"\r\n", "city=Durban, ZA | title=He said \"gas\"\nand left" },
        { "title\nGas\nWater\n", "title=Gas\ntitle=Water" },
        { "city, the  title \nDurban,\n\n,Gas\n", "city=Durban\nthe title=Gas" },
        { "Award 2025,,\n,,\nExported,2025-01-02,\ncity,title,year\nDurban,Gas,2004\n", "city=Durban | title=Gas | year=2004" },
        { "name,title,name,title\nA,B,C,D\n", "name=A | title=B | name=C | title=D" },
        { "city,,title\nDurban,x,Gas\n", "city=Durban | column B=x | title=Gas" },
        { "city,title\nDurban\n", "city=Durban" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Tables))]
    public void A_table_becomes_rows_of_headings_and_values(string text, string expected) => Assert.Equal(expected, SourceFolder.Shown(_folder.Read("a.csv", text)));

    [Fact]
    public void A_row_knows_the_line_where_it_begins_and_a_field_its_column()
    {
        var batch = _folder.Read("a.csv", "city,title\nDurban,\"one\ntwo\"\nQuito,three\n");
        Assert.Equal([2, 4], batch.Rows.Select(row => row.Row));
        Assert.Equal(["A", "B"], batch.Rows[1].Fields.Select(field => field.Place));
    }

    [Theory]
    [InlineData("a,b\n1,2,3\n4,5\n", "error 2C ragged-row")]
    [InlineData("a,b\n1,2,\n", "")]
    [InlineData("a,b\n1\n", "warning 2 short-row")]
    [InlineData("a,b\n1,x\"y\n4,5\n", "error 2 bad-quotes")]
    [InlineData("a,b\n4,5\n1,\"never closed\n", "error 3 bad-quotes")]
    [InlineData("a,A\n1,2\n", "warning 1 duplicate-heading")]
    [InlineData("Entries\n\na,b\n1,2\n", "warning 1 banner-rows")]
    [InlineData("a,b\n", "warning 1 no-rows")]
    [InlineData("", "warning 0 no-rows")]
    [InlineData("a,b\n1,x\u0001y\n", "warning 2B control-character")]
    public void What_is_odd_is_named_by_line_and_column(string text, string expected) => Assert.Equal(expected, SourceFolder.Problems(_folder.Read("a.csv", text)));

    [Fact]
    public void A_huge_cell_refuses_its_row_alone()
    {
        var batch = _folder.Read("a.csv", $"a,b\n1,{new string('x', SourceLimits.MaxCellLength + 1)}\n3,4\n");
        Assert.Equal("error 2B cell-length", SourceFolder.Problems(batch));
        Assert.Equal("a=3 | b=4", SourceFolder.Shown(batch));
    }

    [Fact]
    public void A_quotation_mark_that_swallows_a_large_file_ends_it_in_bounded_memory()
    {
        var batch = _folder.Read("a.csv", "a,b\n1,2\n3,\"" + new string('x', 12 << 20));
        Assert.Equal("error 3 row-length", SourceFolder.Problems(batch));
        Assert.Equal("a=1 | b=2", SourceFolder.Shown(batch));
    }

    [Theory]
    [InlineData("utf-8", true, "")]
    [InlineData("utf-8", false, "")]
    [InlineData("utf-16", true, "")]
    [InlineData("utf-16", false, "")]
    [InlineData("utf-16BE", true, "")]
    [InlineData("windows-1252", false, "warning 0 encoding-guessed")]
    public void An_encoding_is_found(string name, bool withMark, string expected)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var batch = _folder.Read("a.csv", [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("ville,titre\nMünchen,Être\n")]);
        Assert.Equal("ville=München | titre=Être", SourceFolder.Shown(batch));
        Assert.Equal(expected, SourceFolder.Problems(batch));
    }

    [Fact]
    public void An_encoding_that_the_mapping_names_is_used()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("город\nМосква\n");
        Assert.Equal("город=Москва", SourceFolder.Shown(_folder.Read("a.csv", bytes, new() { Encoding = "windows-1251" })));
        Assert.Equal("error 0 encoding-unknown", SourceFolder.Problems(_folder.Read("a.csv", bytes, new() { Encoding = "klingon" })));
    }

    [Fact]
    public void Utf8_is_known_however_far_into_the_file_its_first_accent_stands()
    {
        var batch = _folder.Read("a.csv", "a\n" + string.Concat(Enumerable.Range(0, 70_000).Select(i => $"{i}é\n")));
        Assert.Empty(batch.Problems);
        Assert.EndsWith("é", batch.Rows[^1].Fields[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mapping_may_say_where_the_headings_are()
    {
        const string text = "x,y\n1,2\na,b\n3,4\n";
        Assert.Equal("a=3 | b=4", SourceFolder.Shown(_folder.Read("a.csv", text, new() { HeaderRow = 3 })));
        Assert.Equal("error 0 header-row", SourceFolder.Problems(_folder.Read("a.csv", text, new() { HeaderRow = 9 })));
    }

    [Fact]
    public void Cells_that_look_like_formulas_are_text()
    {
        Assert.Equal("a==1+1\na=@SUM(1)\na=-5\na=+33", SourceFolder.Shown(_folder.Read("a.csv", "a\n=1+1\n@SUM(1)\n-5\n+33\n")));
    }

    [Fact]
    public void A_table_as_written_is_a_table_as_read()
    {
        // Line ends are read as \n, and what is around a value is trimmed; letters that spreadsheets would run get an apostrophe, which is not this test's matter.
        var value = Gen.Elements("a", "b,c", "d\"e", "f\ng", "h;i", "ü", "水", "j\tk", "l", "0", "1.5", "-2").ArrayOf(3);
        Prop.ForAll(value.ArrayOf().Where(rows => rows.Length > 0).ToArbitrary(), rows =>
        {
            using var stream = new MemoryStream();
            TableWriter.WriteCsv(stream, [["one", "two", "three"], .. rows]);
            var batch = _folder.Read("a.csv", stream.ToArray(), new() { HeaderRow = 1 });
            Assert.Empty(batch.Problems);
            Assert.Equal(rows, batch.Rows.Select(row => row.Fields.Select(field => field.Value).ToArray()));
        }).QuickCheckThrowOnFailure();
    }

    [SharedFact]
    public void All_146_case_studies_of_a_real_export_are_rows()
    {
        var batch = SourceReader.Read([SharedFactAttribute.File("real", "climate-adapt", "cases-export.csv")], new());
        Assert.Equal(146, batch.Rows.Length);
        Assert.DoesNotContain(batch.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal(146, batch.Rows.Select(row => row.Fields.Single(field => field.Heading == "Title").Value).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_million_cells_are_streamed_one_row_at_a_time()
    {
        var path = _folder.Write("a.csv", Encoding.UTF8.GetBytes("a,b,c,d,e\n" + string.Concat(Enumerable.Repeat("1,2,3,4,5\n", 200_000))));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var rows = 0;
        var most = 0L;
        foreach (var item in SourceReader.Stream([path], new()))
        {
            if (item.Row is not null && ++rows % 50_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(200_000, rows);
        Assert.True(most < 20 << 20, string.Create(CultureInfo.InvariantCulture, $"{most >> 20} MB were held while reading."));
    }
}
