using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CsvHelper;

namespace Practices.Indexer.Import.Sources;

/// <summary>
/// Writes templates and exports that no spreadsheet program takes for formulas: a cell that could be one gets an apostrophe in front, as OWASP advises; numbers stay numbers.
/// The same rows give the same bytes.
/// </summary>
public static class TableWriter
{
    private const string FormulaStarts = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private const int MaxSheetName = 31;
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What a cell may hold: the text as it is, or with an apostrophe before it when a spreadsheet program could run it.</summary>
    public static string Guarded(string text)
    {
        if (text.Length == 0 || decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) return text;
        if (text[0] is '\t' or '\r' or '\n') return "'" + text;
        foreach (var c in text)
        {
            // Blanks and marks that cannot be seen are skipped by the programs that look for a formula.
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format) continue;
            return FormulaStarts.Contains(c, StringComparison.Ordinal) ? "'" + text : text;
        }

        return text;
    }

    /// <summary>Writes CSV in UTF-8 with a byte order mark, by which Excel knows it.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="rows">The rows, headings first. All have the same number of cells.</param>
    public static void WriteCsv(Stream stream, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                // A carriage return, a semicolon or a tab parts cells where the program's idea of CSV is another.
                var text = Guarded(cell);
                writer.WriteField(text, text.AsSpan().IndexOfAny(";\t|\r\n") >= 0 ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);
            }

            writer.EndRecord();
        }
    }

    /// <summary>Writes a workbook of text cells, the first row of each sheet standing still when the others are scrolled.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="sheets">The sheets by name, in their order; the rows of each, headings first. A cell longer than a workbook can hold is cut and ends in three points.</param>
    public static void WriteWorkbook(Stream stream, IReadOnlyList<(string Name, IEnumerable<IReadOnlyList<string>> Rows)> sheets)
    {
        const string package = "http://schemas.openxmlformats.org/package/2006/";
        const string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", package + "content-types");
            Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
            Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", type + "sheet.main+xml"));
            for (var i = 1; i <= sheets.Count; i++) Element(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", type + "worksheet+xml"));
        });
        Part(zip, "_rels/.rels", xml =>
        {
            xml.WriteStartElement("Relationships", package + "relationships");
            Element(xml, "Relationship", ("Id", "r1"), ("Type", relation + "/officeDocument"), ("Target", "xl/workbook.xml"));
        });
        Part(zip, "xl/_rels/workbook.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", package + "relationships");
            for (var i = 1; i <= sheets.Count; i++) Element(xml, "Relationship", ("Id", $"r{i}"), ("Type", relation + "/worksheet"), ("Target", $"worksheets/sheet{i}.xml"));
        });
        Part(zip, "xl/workbook.xml", xml =>
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteStartElement("sheets");
            for (var i = 1; i <= sheets.Count; i++)
            {
                xml.WriteStartElement("sheet");
                xml.WriteAttributeString("name", SheetName(sheets[i - 1].Name));
                xml.WriteAttributeString("sheetId", i.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("r", "id", relation, $"r{i}");
                xml.WriteEndElement();
            }
        });
        for (var i = 1; i <= sheets.Count; i++)
        {
            var rows = sheets[i - 1].Rows;
            Part(zip, $"xl/worksheets/sheet{i}.xml", xml => WriteSheet(xml, rows));
        }
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static void WriteSheet(XmlWriter xml, IEnumerable<IReadOnlyList<string>> rows)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        Element(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < row.Count; i++)
            {
                var text = Guarded(FieldText.Clean(row[i]).Text);
                if (text.Length == 0) continue;
                if (text.Length > SourceLimits.MaxWorkbookCellLength) text = text[..(SourceLimits.MaxWorkbookCellLength - 3)].TrimEnd() + "...";
                xml.WriteStartElement("c");
                xml.WriteAttributeString("r", $"{ColumnName.Of(i + 1)}{number}");
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");

                // Text that looks like an escape of a character would be read as that character.
                xml.WriteString(WorkbookReader.Unescape(text) == text ? text : text.Replace("_x", "_x005F_x", StringComparison.Ordinal));
                xml.WriteEndElement();
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    private static string SheetName(string name)
    {
        var clean = FieldText.OneLine(string.Concat(name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? ' ' : c)));
        return clean.Length == 0 ? "Sheet" : clean[..Math.Min(clean.Length, MaxSheetName)];
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
