using System.Globalization;

namespace Practices.Indexer.Import.Sources;

/// <summary>Columns by the letters that spreadsheets give them: 1 is <c>A</c>, 27 is <c>AA</c>.</summary>
internal static class ColumnName
{
    /// <summary>The letters of a column, which counts from 1.</summary>
    public static string Of(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + ((column - 1) % 26)) + name;
        return name;
    }

    /// <summary>Reads a reference such as <c>AB12</c>. False when it is none, or lies outside the sheet.</summary>
    public static bool TryParse(string reference, out int column, out int row)
    {
        column = row = 0;
        var at = 0;
        for (; at < reference.Length && char.IsAsciiLetterUpper(reference[at]) && column <= SourceLimits.MaxColumns; at++) column = (column * 26) + reference[at] - 'A' + 1;
        return column is > 0 and <= SourceLimits.MaxColumns
            && int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && row is > 0 and <= SourceLimits.MaxRows;
    }
}
