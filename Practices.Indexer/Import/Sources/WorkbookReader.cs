using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Practices.Indexer.Import.Sources;

/// <summary>Reads a sheet of a workbook (XLSX) as a stream: what is never in the file, such as the sixteen milliard cells before a far one, takes no memory.</summary>
internal static partial class WorkbookReader
{
    private const int MaxSheets = 1_000;

    private sealed record Sheet(string Name, string Part, bool IsHidden);

    /// <summary>The rows and problems of a sheet, with a word on the sheets that were not read.</summary>
    public static IEnumerable<SourceItem> Read(SourceFile file, SourceOptions options, UnpackBudget budget)
    {
        var package = OfficePackage.Open(file, budget);
        var relations = package.Relations(package.MainPart);
        var (sheets, is1904) = Sheets(package, relations);
        var named = options.Sheet is null ? null : sheets.Find(s => string.Equals(s.Name.Trim(), options.Sheet.Trim(), StringComparison.OrdinalIgnoreCase));
        if (options.Sheet is not null && named is null)
        {
            throw new SourceException("sheet-missing", $"There is no sheet \"{options.Sheet}\", which the mapping names. The workbook has {string.Join(", ", sheets.Take(10).Select(s => $"\"{s.Name}\""))}.");
        }

        var sheet = named ?? sheets.Find(s => !s.IsHidden) ?? throw new SourceException("sheet-missing", "The workbook has no sheet that can be seen. Name the sheet in the mapping.");
        foreach (var other in sheets.Where(s => s != sheet && options.Sheet is null).Take(SourceLimits.MaxWarnings))
        {
            yield return file.Warning("other-sheet", $"The sheet is {(other.IsHidden ? "hidden and " : "")}not read. Name it in the mapping if it holds the submissions.", sheet: other.Name);
        }

        var strings = SharedStrings.Read(package, PartOf(relations, "sharedStrings"));
        var formats = NumberFormats.Read(package, PartOf(relations, "styles"), is1904);
        MergedCells merged;
        using (var xml = package.Read(sheet.Part)) merged = MergedCells.Read(xml);
        var hidden = new List<int>();
        foreach (var item in TableReader.Read(file, sheet.Name, Rows(file, sheet, package, strings, formats, merged, hidden), options.HeaderRow)) yield return item;
        if (hidden.Count > 0)
        {
            yield return file.Warning(
                "hidden-rows",
                $"{hidden.Count} rows of the sheet are hidden ({string.Join(", ", hidden.Take(10))}{(hidden.Count > 10 ? ", …" : "")}); they were read as the others. Delete them if they are not meant.",
                hidden[0],
                sheet: sheet.Name);
        }
    }

    private static string? PartOf(Dictionary<string, OfficePackage.Relation> relations, string type) => relations.Values.FirstOrDefault(r => r.Type == type && !r.IsExternal)?.Target;

    private static (List<Sheet> Sheets, bool Is1904) Sheets(OfficePackage package, Dictionary<string, OfficePackage.Relation> relations)
    {
        var sheets = new List<Sheet>();
        var is1904 = false;
        using var xml = package.Read(package.MainPart);
        while (OfficePackage.Next(xml) && sheets.Count < MaxSheets)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 0 && xml.LocalName != "workbook") throw new SourceException("wrong-kind", "The file is no workbook. Look whether it has the right name.");
            if (xml.LocalName == "workbookPr") is1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            var name = xml.GetAttribute("name") ?? "";
            var isHidden = xml.GetAttribute("state") is "hidden" or "veryHidden";
            string? id = null;
            while (xml.MoveToNextAttribute()) id = xml.LocalName == "id" ? xml.Value : id;
            if (id is not null && relations.TryGetValue(id, out var relation) && relation is { Type: "worksheet", IsExternal: false }) sheets.Add(new(FieldText.OneLine(name), relation.Target, isHidden));
        }

        return (sheets, is1904);
    }

    private static IEnumerable<TableRow> Rows(SourceFile file, Sheet sheet, OfficePackage package, SharedStrings strings, NumberFormats formats, MergedCells merged, List<int> hidden)
    {
        var counter = new SourceCounter();
        var last = 0;
        using var xml = package.Read(sheet.Part);
        while (OfficePackage.Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) && r > last ? r : last + 1;
            if (number > SourceLimits.MaxRows) throw new SourceException("too-many-rows", $"The sheet has a row beyond the last that is possible, {SourceLimits.MaxRows:N0}. Save it again.", number);
            var isHidden = xml.GetAttribute("hidden") is "1" or "true";
            var row = new SheetRow(file, sheet.Name, number, strings, formats);
            if (!xml.IsEmptyElement) row.Read(xml);
            last = number;
            merged.Apply(number, row.Cells, counter);
            if (row.Cells.Count == 0 && row.Problems.Count == 0) continue;
            if (isHidden) hidden.Add(number);
            yield return new(number, [.. row.Cells.Values], 0, [.. row.Problems]);
        }
    }

    /// <summary>The characters that a cell's text holds in the form <c>_x000D_</c>.</summary>
    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, m => ((char)int.Parse(m.ValueSpan.Slice(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;

    /// <summary>Reads the text of an element, rich or plain, without the phonetic guides beside it. <see langword="null"/> when it is longer than a cell may be; the reader then stands behind it, too.</summary>
    public static string? Text(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var text = new StringBuilder();
        var isTooLong = false;
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        while (OfficePackage.Next(xml) && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) OfficePackage.PassOver(xml);
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            {
                isTooLong |= text.Length + read > SourceLimits.MaxWorkbookCellLength;
                if (!isTooLong) text.Append(buffer, 0, read);
            }
        }

        ArrayPool<char>.Shared.Return(buffer);
        return isTooLong ? null : Unescape(text.ToString());
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
