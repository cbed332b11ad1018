using System.IO.Compression;
using System.Text;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Sources;

namespace Practices.Tests.Indexer.Import.Sources;

/// <summary>A folder for the files of one test, which reads them; gone when the test ends.</summary>
internal sealed class SourceFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("practices-sources-");

    public string Root => _folder.FullName;

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public SourceBatch Read(string name, byte[] bytes, SourceOptions? options = null) => SourceReader.Read([Write(name, bytes)], options ?? new());

    public SourceBatch Read(string name, string text, SourceOptions? options = null) => Read(name, Encoding.UTF8.GetBytes(text), options);

    /// <summary>The rows as <c>heading=value</c>, one line each.</summary>
    public static string Shown(SourceBatch batch) => string.Join('\n', batch.Rows.Select(row => string.Join(" | ", row.Fields.Select(f => $"{f.Heading}={f.Value}"))));

    /// <summary>The problems by severity, row, place and rule.</summary>
    public static string Problems(SourceBatch batch) =>
        string.Join('\n', batch.Problems.Select(p => $"{(p.Severity == Severity.Error ? "error" : "warning")} {p.Row}{p.Place} {p.Rule}"));

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] entries) => Zip([.. entries.Select(e => (e.Name, Encoding.UTF8.GetBytes(e.Content)))]);

    /// <summary>A workbook of one sheet, <c>Entries</c>.</summary>
    /// <param name="rows">What stands in <c>sheetData</c>.</param>
    /// <param name="after">What follows it.</param>
    /// <param name="styles">Formats of cells: style 1 is the first.</param>
    /// <param name="workbook">Properties of the workbook.</param>
    /// <param name="shared">The shared strings.</param>
    public static byte[] Workbook(string rows, string after = "", string[]? styles = null, string workbook = "", string[]? shared = null)
    {
        var formats = styles ?? [];
        return Zip(
            ("_rels/.rels", Relations(("r1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", $"<workbook xmlns:r='urn:r'>{workbook}<sheets><sheet name='Entries' sheetId='1' r:id='r1'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"), ("r3", "styles", "/xl/styles.xml"))),
            ("xl/sharedStrings.xml", $"<sst>{string.Concat((shared ?? []).Select(s => $"<si>{s}</si>"))}</sst>"),
            ("xl/styles.xml", $"<styleSheet><numFmts>{string.Concat(formats.Select((f, i) => $"<numFmt numFmtId='{200 + i}' formatCode='{f}'/>"))}</numFmts><cellXfs><xf numFmtId='0'/>{string.Concat(formats.Select((_, i) => $"<xf numFmtId='{200 + i}'/>"))}</cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>"));
    }

    /// <summary>A cell of text.</summary>
    public static string Cell(string reference, string text) => $"<c r='{reference}' t='inlineStr'><is><t>{text}</t></is></c>";

    /// <summary>A document.</summary>
    /// <param name="body">What stands in its body; elements have no prefix.</param>
    /// <param name="links">The addresses of its links, <c>L1</c> the first.</param>
    public static byte[] Document(string body, params string[] links) => Zip(
        ("_rels/.rels", Relations(("r1", "officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", Relations([("s1", "styles", "styles.xml"), .. links.Select((link, i) => ($"L{i + 1}\" TargetMode=\"External", "hyperlink", link))])),
        ("word/styles.xml", "<styles><style styleId='berschrift1'><name val='heading 1'/></style><style styleId='berschrift2'><name val='heading 2'/></style><style styleId='Mine'><basedOn val='berschrift2'/></style></styles>"),
        ("word/document.xml", $"<document><body>{body}</body></document>"));

    /// <summary>A paragraph of one run; <paramref name="style"/> is that of the paragraph.</summary>
    public static string Paragraph(string text, string? style = null) => $"<p><pPr>{(style is null ? "" : $"<pStyle val='{style}'/>")}</pPr><r><t>{System.Security.SecurityElement.Escape(text)}</t></r></p>";

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships>{string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"http://x/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";
}
