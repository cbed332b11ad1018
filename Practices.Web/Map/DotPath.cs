using System.Text;

namespace Practices.Web.Map;

/// <summary>
/// Writes dots as an SVG path: each run of dots is one horizontal line, which the class <c>dots</c> draws as round dots by dashes of no length.
/// </summary>
public static class DotPath
{
    /// <summary>The path of a set of cells, each a column and a row; empty for no cells.</summary>
    public static string Of(IEnumerable<(int Column, int Row)> cells)
    {
        var path = new StringBuilder();
        var (start, row, length) = (0, 0, 0);
        foreach (var cell in cells.OrderBy(c => c.Row).ThenBy(c => c.Column))
        {
            if (length > 0 && cell.Row == row && cell.Column == start + length)
            {
                length++;
                continue;
            }

            Add(path, start, row, length);
            (start, row, length) = (cell.Column, cell.Row, 1);
        }

        Add(path, start, row, length);
        return path.ToString();
    }

    private static void Add(StringBuilder path, int column, int row, int length)
    {
        if (length == 0) return;
        path.Append('M').Append(column).Append(' ').Append(row).Append('h');
        // The tenth beyond the last dot makes sure that it is drawn although the line ends there.
        if (length > 1) path.Append(length - 1);
        path.Append(".1");
    }
}
