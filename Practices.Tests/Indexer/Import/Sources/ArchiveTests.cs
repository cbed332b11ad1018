using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Sources;
using Xunit;
using static Practices.Tests.Indexer.Import.Sources.SourceFolder;

namespace Practices.Tests.Indexer.Import.Sources;

public sealed class ArchiveTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public static TheoryData<string, string> Vectors => new()
    {
        { "slip-dotdot.zip", "entry-name" },
        { "slip-absolute.zip", "entry-name" },
        { "slip-backslash.zip", "entry-name" },
        { "symlink.zip", "entry-link" },
        { "duplicate-names.zip", "entry-twice" },
        { "ratio-1000.zip", "archive-ratio" },
        { "many-entries.zip", "too-many-entries" },
        { "nested.zip", "nested-archive" },
        { "xxe.xlsx", "damaged" },
        { "entity-bomb.xlsx", "damaged" },
        { "bad-ref.xlsx", "bad-reference" },
        { "spaces-1000x.xlsx", "archive-ratio" },
    };

    public void Dispose() => _folder.Dispose();

    [SharedFact]
    public void Every_hostile_archive_is_refused_for_its_reason_and_quickly()
    {
        Patience.WithAnEnd(() =>
        {
            foreach (var vector in Vectors)
            {
                var batch = SourceReader.Read([SharedFactAttribute.File("vectors", "zip", (string)vector[0])], new());
                Assert.Contains(batch.Problems, p => p.Severity == Severity.Error && p.Rule == (string)vector[1]);
            }
        });
    }

    [SharedFact]
    public void Every_archive_that_was_collected_is_tried()
    {
        var files = Directory.GetFiles(SharedFactAttribute.File("vectors", "zip")).Select(Path.GetFileName).Where(name => name != "EXPECT.json");
        Assert.Equal(files.Order(StringComparer.Ordinal), Vectors.Select(v => (string)v[0]).Concat(["far-cell.xlsx", "formula-cells.xlsx"]).Order(StringComparer.Ordinal)!);
    }

    [SharedFact]
    public void A_document_type_is_named_with_its_part()
    {
        foreach (var name in new[] { "xxe.xlsx", "entity-bomb.xlsx" })
        {
            var batch = SourceReader.Read([SharedFactAttribute.File("vectors", "zip", name)], new());
            Assert.Contains("xl/worksheets/sheet1.xml", Assert.Single(batch.Problems).Message, StringComparison.Ordinal);
            Assert.Contains("DTD", batch.Problems[0].Message, StringComparison.Ordinal);
        }
    }

    [SharedFact]
    public void A_far_cell_takes_no_memory_and_formulas_are_text()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var far = SourceReader.Read([SharedFactAttribute.File("vectors", "zip", "far-cell.xlsx")], new());
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 32 << 20);
        Assert.Equal("warning 1048576 no-rows", Problems(far));

        // Its only row has two cells, a formula's value and a text like one: they are the headings.
        var formulas = SourceReader.Read([SharedFactAttribute.File("vectors", "zip", "formula-cells.xlsx")], new());
        Assert.Equal("warning 1 no-rows", Problems(formulas));
    }

    [SharedFact]
    public void A_cell_of_20_MB_is_named_by_sheet_row_and_column()
    {
        var batch = SourceReader.Read([SharedFactAttribute.File("vectors", "zip", "spaces-1000x.xlsx")], new());
        Assert.Equal("error 1A archive-ratio", Problems(batch));
    }

    [SharedFact]
    public void No_name_of_an_entry_reaches_the_disk_or_a_terminal()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedFactAttribute.File("vectors", "path-traversal-names.json")));
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var name = vector.GetProperty("name").GetString()! + ".csv";
            var batch = SourceReader.Read([_folder.Write("names.zip", Zip((name, "a\nb\n")))], new());
            Assert.True(batch.Rows.Length + batch.Problems.Length > 0 || name.EndsWith("/.csv", StringComparison.Ordinal), name);
            Assert.All(batch.Rows, row =>
            {
                Assert.StartsWith(Path.Combine(_folder.Root, "names.zip/"), row.File, StringComparison.Ordinal);
                Assert.DoesNotContain("..", row.File[_folder.Root.Length..].Split('/'));
            });
            Assert.DoesNotContain(batch.Rows.Select(row => row.File).Concat(batch.Problems.Select(p => p.ToString())), text => text.Any(char.IsControl));
        }

        Assert.Equal(["names.zip"], Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void An_archive_of_pages_and_tables_is_read_in_the_order_of_names()
    {
        var batch = SourceReader.Read(
            [_folder.Write("a.zip", Zip(("b/two.csv", "a\n2\n"), ("a/one.html", "<h1>One</h1>"), ("a/style.css", "x"), ("notes.pdf", "%PDF")))], new() { Selectors = ["h1"] });
        Assert.Equal("h1=One\na=2", Shown(batch));
        Assert.Equal([Path.Combine(_folder.Root, "a.zip/a/one.html"), Path.Combine(_folder.Root, "a.zip/b/two.csv")], batch.Rows.Select(row => row.File));
        Assert.Equal("warning 0 left-out", Problems(batch));
    }

    [Fact]
    public void A_workbook_in_an_archive_is_read()
    {
        var workbook = Workbook($"<row r='1'>{Cell("A1", "a")}</row><row r='2'>{Cell("A2", "x")}</row>");
        Assert.Equal("a=x", Shown(_folder.Read("a.zip", Zip(("one.xlsx", workbook)))));
    }

    [Fact]
    public void An_archive_that_lies_about_sizes_or_is_locked_is_refused()
    {
        var honest = Zip(("one.csv", "a\n" + string.Concat(Enumerable.Repeat("x\n", 1000))));
        var directory = honest.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        Assert.Equal(1000, _folder.Read("a.zip", honest).Rows.Length);

        var lying = (byte[])honest.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(directory + 24), 5);
        Assert.EndsWith("damaged", Problems(_folder.Read("a.zip", lying)), StringComparison.Ordinal);

        var locked = (byte[])honest.Clone();
        locked[directory + 8] |= 1;
        Assert.Equal("error 0 entry-encrypted", Problems(_folder.Read("a.zip", locked)));

        var overlapping = Zip(("one.csv", "a\nb\n"), ("two.csv", "a\nb\n"));
        var second = overlapping.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(overlapping.AsSpan(second + 42), 3);
        Assert.Equal("error 0 archive-overlap", Problems(_folder.Read("a.zip", overlapping)));

        var parts = (byte[])honest.Clone();
        parts[parts.AsSpan().LastIndexOf("PK\u0005\u0006"u8) + 4] = 1;
        Assert.Equal("error 0 archive-kind", Problems(_folder.Read("a.zip", parts)));
    }

    [Theory]
    [InlineData("a.xlsx", "city,title", "wrong-kind")]
    [InlineData("a.csv", "PK\u0003\u0004xxxx", "wrong-kind")]
    [InlineData("a.html", "%PDF-1.7", "wrong-kind")]
    [InlineData("a.exe", "MZ", "unknown-kind")]
    [InlineData("a.zip", "PK\u0003\u0004xxxx", "damaged")]
    public void A_file_is_held_to_its_name(string name, string content, string rule) => Assert.Equal($"error 0 {rule}", Problems(_folder.Read(name, Encoding.Latin1.GetBytes(content))));

    [Fact]
    public void A_missing_file_is_a_problem_and_the_next_one_is_read()
    {
        var batch = SourceReader.Read([Path.Combine(_folder.Root, "none.csv"), _folder.Write("a.csv", "a\nb\n"u8.ToArray())], new());
        Assert.Equal("error 0 unreadable", Problems(batch));
        Assert.Equal("a=b", Shown(batch));
    }

    [Fact]
    public void A_folder_is_read_in_the_order_of_names()
    {
        _folder.Write("pages/b.html", "<p>two</p>"u8.ToArray());
        _folder.Write("pages/a/a.html", "<p>one</p>"u8.ToArray());
        var batch = SourceReader.Read([Path.Combine(_folder.Root, "pages")], new() { Selectors = ["p"] });
        Assert.Equal("p=one\np=two", Shown(batch));
    }
}
