using System.Text;
using System.Text.Json;
using Practices.Indexer.Import.Sources;
using Xunit;
using static Practices.Tests.Indexer.Import.Sources.SourceFolder;

namespace Practices.Tests.Indexer.Import.Sources;

/// <summary>Whatever a file holds, reading it ends, and with something to show for it.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const int Damages = 150;
    private readonly SourceFolder _folder = new();

    public static TheoryData<string> Names => ["a.csv", "a.xlsx", "a.json", "a.jsonl", "a.html", "a.docx", "a.txt", "a.zip"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Names))]
    public void A_damaged_file_gives_rows_or_problems_and_never_a_crash(string name) => Patience.WithAnEnd(() =>
    {
        var random = new Random(20260301);
        var sound = Sound(name);
        Assert.NotEmpty(_folder.Read(name, sound).Rows);
        for (var i = 0; i < Damages; i++)
        {
            var damaged = (byte[])sound.Clone();
            switch (i % 3)
            {
                case 0:
                    damaged = damaged[..random.Next(damaged.Length)];
                    break;
                case 1:
                    for (var n = random.Next(1, 8); n > 0; n--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                    break;
                default:
                    damaged = new byte[random.Next(2000)];
                    random.NextBytes(damaged);
                    break;
            }

            var batch = _folder.Read(name, damaged);
            Assert.True(batch.Rows.Length + batch.Problems.Length > 0, $"{name}, damage {i}: {Convert.ToHexString(damaged)}");
        }
    });

    [Theory, MemberData(nameof(Names))]
    public void A_file_of_naughty_bytes_gives_rows_or_problems(string name)
    {
        foreach (var bytes in new byte[][] { [], [0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], new byte[5000], [.. Enumerable.Repeat((byte)'"', 999)], [.. Enumerable.Repeat((byte)'<', 9999)], [.. Enumerable.Repeat((byte)',', 9999)] })
        {
            var batch = _folder.Read(name, bytes);
            Assert.True(batch.Rows.Length + batch.Problems.Length > 0, $"{name}: {Convert.ToHexString(bytes)}");
        }
    }

    [SharedFact]
    public void No_cell_is_written_as_a_formula_and_each_is_read_as_data()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedFactAttribute.File("vectors", "csv-injection.json")));
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var cell = vector.GetProperty("cell").GetString()!;
            using var csv = new MemoryStream();
            TableWriter.WriteCsv(csv, [["id", "title"], ["1", cell]]);
            using var workbook = new MemoryStream();
            TableWriter.WriteWorkbook(workbook, [("Entries", [["id", "title"], ["1", cell]])]);
            foreach (var batch in new[] { _folder.Read("a.csv", csv.ToArray(), new() { HeaderRow = 1 }), _folder.Read("a.xlsx", workbook.ToArray(), new() { HeaderRow = 1 }) })
            {
                var value = Assert.Single(batch.Rows).Fields.Single(field => field.Heading == "title").Value;
                Assert.True(value[0] is not ('=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠') || double.TryParse(value, out _), value);
                Assert.Contains(cell.Trim().Trim('\uFEFF').ReplaceLineEndings("\n"), value, StringComparison.Ordinal);
            }
        }
    }

    private static byte[] Sound(string name) => name switch
    {
        "a.csv" => Encoding.UTF8.GetBytes("id,city,text\n1,Durban,\"a, \"\"b\"\"\nc\"\n2,Québec,d\n"),
        "a.xlsx" => Workbook(
            $"<row r='1'>{Cell("A1", "id")}{Cell("B1", "city")}</row><row r='2'><c r='A2'><v>1.5</v></c><c r='B2' t='s'><v>0</v></c></row><row r='3'>{Cell("A3", "x")}</row>",
            "<mergeCells><mergeCell ref='B2:B3'/></mergeCells>",
            ["yyyy"],
            shared: ["<t>Durban</t>"]),
        "a.json" => Encoding.UTF8.GetBytes("""[{"id":1,"place":{"city":"Québec"},"sdgs":[1,2]},{"id":2}]"""),
        "a.jsonl" => Encoding.UTF8.GetBytes("{\"id\":1,\"city\":\"Québec\"}\n{\"id\":2}\n"),
        "a.html" => Encoding.UTF8.GetBytes("<title>x</title><h1>Gas</h1><p>One <b>two</b></p><h2>Three</h2><ul><li>four</li></ul><table><tr><td>a</td><td>b</td></tr></table>"),
        "a.docx" => Document(Paragraph("Gas", "berschrift1") + Paragraph("One.") + "<tbl><tr><tc>" + Paragraph("a") + "</tc><tc>" + Paragraph("b") + "</tc></tr></tbl>"),
        "a.txt" => Encoding.UTF8.GetBytes("# Gas\n\nOne.\n\n**City:** Québec\n"),
        _ => Zip(("one.csv", "a,b\n1,2\n"), ("two.html", "<h1>Two</h1>")),
    };
}
