using System.Globalization;

namespace Practices.Indexer.Import.Sources;

/// <summary>Finds the row of headings below titles, dates and notes: the first row that is nearly as full as the fullest and holds mostly words.</summary>
internal static class HeaderFinder
{
    // The headings of a few columns are sometimes missing; titles and notes fill far fewer.
    private const double LeastFullness = 0.8;

    /// <summary>The place of the headings among the first rows; -1 when all are empty.</summary>
    public static int Find(IReadOnlyList<TableRow> rows)
    {
        var fullest = rows.Select(Fullness).DefaultIfEmpty().Max();
        if (fullest == 0) return -1;
        for (var i = 0; i < rows.Count; i++)
        {
            if (Fullness(rows[i]) >= Math.Max(1, fullest * LeastFullness) && IsMostlyWords(rows[i])) return i;
        }

        return rows.ToList().FindIndex(row => Fullness(row) > 0);
    }

    // A heading over a group of columns is one cell, however many it spans.
    private static int Fullness(TableRow row) => row.Cells.Count(cell => !cell.IsRepeated);

    private static bool IsMostlyWords(TableRow row) => row.Cells.Count(IsWords) * 2 >= row.Cells.Length;

    private static bool IsWords(TableCell cell) =>
        !double.TryParse(cell.Text, NumberStyles.Any, CultureInfo.InvariantCulture, out _) && !DateTime.TryParse(cell.Text, CultureInfo.InvariantCulture, out _);
}
