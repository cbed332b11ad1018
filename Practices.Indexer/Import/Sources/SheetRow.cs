using System.Globalization;
using System.Xml;

namespace Practices.Indexer.Import.Sources;

/// <summary>Reads the cells of one row of a sheet as text. No formula is ever evaluated: what the spreadsheet last computed is taken.</summary>
internal sealed class SheetRow(SourceFile file, string sheet, int number, SharedStrings strings, NumberFormats formats)
{
    private int _column;

    /// <summary>The cells that hold something, by column.</summary>
    public SortedDictionary<int, TableCell> Cells { get; } = [];

    /// <summary>What is wrong with them.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Reads to the end of the row.</summary>
    public void Read(XmlReader xml)
    {
        var depth = xml.Depth;
        while (OfficePackage.Next(xml) && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" }) ReadCell(xml);
        }
    }

    private void ReadCell(XmlReader xml)
    {
        var reference = xml.GetAttribute("r");
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        if (reference is null)
        {
            _column++;
        }
        else if (!ColumnName.TryParse(reference, out var column, out var row) || row != number || column <= _column)
        {
            Error("bad-reference", "The cell's address is not one of this row, or stands twice. Save the workbook again from the program that made it.", reference);
            OfficePackage.PassOver(xml);
            return;
        }
        else
        {
            _column = column;
        }

        var place = ColumnName.Of(_column);
        var (value, hasFormula) = ReadParts(xml, place);
        if (hasFormula && string.IsNullOrEmpty(value))
        {
            if (value is not null) Warning("formula-without-value", "The cell holds a formula that was never computed; it counts as empty. Open and save the workbook in a spreadsheet program, or write the value.", place);
            return;
        }

        if (string.IsNullOrWhiteSpace(value)) return;
        switch (type)
        {
            case "s" when !strings.TryGet(value.Trim(), out var shared):
                Error("bad-reference", "The cell points to a text that is not in the workbook. Save it again from the program that made it.", place, value);
                break;
            case "s" when strings.TryGet(value.Trim(), out var shared):
                if (shared is null) TooLong(place);
                else if (!string.IsNullOrWhiteSpace(shared)) Add(shared);
                break;
            case "e":
                Warning("error-cell", "The cell shows an error; it counts as empty. Mend its formula, or write the value.", place, value);
                break;
            case "b":
                Add(value.Trim() is "1" or "true" ? "true" : "false");
                break;
            case "n":
                Add(formats.Text(value.Trim(), style));
                break;
            default:
                Add(value);
                break;
        }

        void Add(string text) => Cells.Add(_column, new(_column, text));
    }

    private (string? Value, bool HasFormula) ReadParts(XmlReader xml, string place)
    {
        if (xml.IsEmptyElement) return ("", false);
        var depth = xml.Depth;
        var value = "";
        var hasFormula = false;
        var isTooLong = false;
        try
        {
            while (OfficePackage.Next(xml) && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName is "v" or "is")
                {
                    value = WorkbookReader.Text(xml);
                    if (value is null) isTooLong = true;
                }
                else
                {
                    hasFormula |= xml.LocalName == "f";
                    OfficePackage.PassOver(xml);
                }
            }
        }
        catch (SourceException e) when (e.Row == 0)
        {
            throw new SourceException(e.Rule, e.Message, number, place);
        }

        if (isTooLong) TooLong(place);
        return isTooLong ? (null, hasFormula) : (value, hasFormula);
    }

    private void TooLong(string place) => Error("cell-length", $"The cell has more than {SourceLimits.MaxWorkbookCellLength:N0} letters, which a spreadsheet cannot hold. Shorten it.", place);

    private void Error(string rule, string message, string place, string? value = null) => Problems.Add(file.Error(rule, message, number, place, value, sheet));

    private void Warning(string rule, string message, string place, string? value = null) => Problems.Add(file.Warning(rule, message, number, place, value, sheet));
}
