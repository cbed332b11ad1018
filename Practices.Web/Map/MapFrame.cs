using System.Runtime.InteropServices;

namespace Practices.Web.Map;

/// <summary>The part of the world that a map shows.</summary>
/// <param name="Left">Its first column of dots, from 180° west; a frame may run on across the date line.</param>
/// <param name="Top">Its first row of dots, from 90° north.</param>
/// <param name="Width">Width in dots.</param>
/// <param name="Height">Height in dots.</param>
/// <param name="Step">Degrees a dot, a whole part of 360 and 180.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapFrame(int Left, int Top, int Width, int Height, int Step)
{
    // Beyond these rows of a degree, 84° north and 57° south, no town lies.
    internal const int North = 6;
    internal const int South = 147;

    private const int Margin = 12;
    private const int Narrowest = 60;
    private const int Lowest = 36;
    private const int MostDots = 90;

    /// <summary>The whole world, one dot for three degrees.</summary>
    public static MapFrame World { get; } = new(0, North / 3, LandGrid.Columns / 3, (South - North) / 3, 3);

    /// <summary>Columns of dots around the whole world.</summary>
    public int Columns => LandGrid.Columns / Step;

    /// <summary>The frame around some points, with a finer grid the nearer they lie; the world for none, and for points that go around it.</summary>
    /// <param name="points">Degrees north and east.</param>
    public static MapFrame Around(IReadOnlyCollection<(double Latitude, double Longitude)> points)
    {
        if (points.Count == 0) return World;
        var (west, width) = Longitudes([.. points.Select(p => LandGrid.ColumnOf(p.Longitude)).Order()]);
        var (north, south) = (points.Min(p => LandGrid.RowOf(p.Latitude)), points.Max(p => LandGrid.RowOf(p.Latitude)));
        var wide = Math.Max(width + (2 * Margin), Narrowest);
        var high = Math.Min(Math.Max(south - north + (2 * Margin), Lowest), South - North);

        // As wide as it is high at least, so that a page can show it whole.
        wide = Math.Max(wide, high);
        if (wide > LandGrid.Columns / 2) return World;
        var step = wide <= MostDots ? 1 : 2;
        var left = (west + (width / 2) - (wide / 2) + LandGrid.Columns) % LandGrid.Columns;
        var top = Math.Clamp(((north + south) / 2) - (high / 2), North, South - high);
        return new(left / step, top / step, wide / step, high / step, step);
    }

    /// <summary>Where a cell of the whole world lies in the frame, in dots; <see langword="null"/> where it does not.</summary>
    public (int Column, int Row)? Place((int Column, int Row) cell)
    {
        var column = (cell.Column - Left + Columns) % Columns;
        var row = cell.Row - Top;
        return column < Width && row >= 0 && row < Height ? (column, row) : null;
    }

    // The points lie on a circle: what they span is all but the widest gap between two of them.
    private static (int West, int Width) Longitudes(IReadOnlyList<int> columns)
    {
        var (west, widest) = (columns[0], columns[0] + LandGrid.Columns - columns[^1]);
        for (var i = 1; i < columns.Count; i++)
        {
            if (columns[i] - columns[i - 1] > widest) (west, widest) = (columns[i], columns[i] - columns[i - 1]);
        }

        return (west, LandGrid.Columns - widest);
    }
}
