using System.Globalization;

namespace Practices.Indexer.Import.Sources;

/// <summary>
/// Finds the row of headings below titles, dates and notes: the first row that holds mostly words and is nearly as full as the fullest row, or half as full, as wide and without headings over groups of columns.
/// </summary>
internal static class HeaderFinder
{
    // The headings of a few columns are sometimes missing; titles and notes fill far fewer, and those on the left.
    private const double NearlyFull = 0.8;
    private const double HalfFull = 0.5;

    /// <summary>The place of the headings among the first rows; -1 when all are empty.</summary>
    public static int Find(IReadOnlyList<TableRow> rows)
    {
        if (rows.MaxBy(Fullness) is not { Cells.Length: > 0 } fullest) return -1;
        var most = Fullness(fullest);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Cells.Length == 0) continue;
            var isWide = rows[i].Cells[^1].Column >= fullest.Cells[^1].Column && rows[i].Cells.Length == Fullness(rows[i]);
            if (Fullness(rows[i]) >= most * (isWide ? HalfFull : NearlyFull) && IsMostlyWords(rows[i])) return i;
        }

        return rows.ToList().FindIndex(row => Fullness(row) > 0);
    }

    // A heading over a group of columns is one cell, however many it spans.
    private static int Fullness(TableRow row) => row.Cells.Count(cell => !cell.IsRepeated);

    private static bool IsMostlyWords(TableRow row) => row.Cells.Count(IsWords) * 3 >= row.Cells.Length * 2;

    private static bool IsWords(TableCell cell) =>
        !double.TryParse(cell.Text, NumberStyles.Any, CultureInfo.InvariantCulture, out _) && !DateTime.TryParse(cell.Text, CultureInfo.InvariantCulture, out _);
}
