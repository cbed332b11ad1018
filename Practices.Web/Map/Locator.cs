namespace Practices.Web.Map;

/// <summary>A point to mark.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Name">What lies there.</param>
public readonly record struct MapPoint(double Latitude, double Longitude, string Name);

/// <summary>A window of the dotted world around some places: land pale, their countries darker, each place one strong dot.</summary>
/// <param name="Width">Width in dots.</param>
/// <param name="Height">Height in dots.</param>
/// <param name="Land">Path of the other countries' land.</param>
/// <param name="Home">Path of the places' own countries.</param>
/// <param name="Points">The places, in dots from the upper left corner.</param>
public sealed record Locator(int Width, int Height, string Land, string Home, IReadOnlyList<(double X, double Y, string Name)> Points)
{
    private const int BaseWidth = 36;
    private const int BaseHeight = 26;
    // Beyond this many degrees from one another, places are shown on a coarser grid.
    private const int Margin = 8;

    /// <summary>Draws the window; <see langword="null"/> when there is no point to show.</summary>
    /// <param name="points">The places.</param>
    /// <param name="countries">The countries whose land is drawn darker, by ISO code.</param>
    public static Locator? Draw(IReadOnlyList<MapPoint> points, IReadOnlySet<string> countries)
    {
        if (points.Count == 0) return null;
        var (west, east) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude));
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));

        // Degrees a dot: one for a single place, more where the places lie far apart.
        var step = 1;
        while ((east - west + (2 * Margin) > BaseWidth * step || north - south + (2 * Margin) > BaseHeight * step) && step < 8) step++;

        var left = (int)Math.Round(180 + ((west + east) / 2)) - (BaseWidth * step / 2);
        var top = Math.Clamp((int)Math.Round(90 - ((south + north) / 2)) - (BaseHeight * step / 2), 0, LandGrid.Rows - (BaseHeight * step));

        var land = new List<(int, int)>();
        var home = new List<(int, int)>();
        for (var y = 0; y < BaseHeight; y++)
        {
            for (var x = 0; x < BaseWidth; x++)
            {
                var country = Middle(left + (x * step), top + (y * step), step);
                if (country is null) continue;
                (countries.Contains(country) ? home : land).Add((x, y));
            }
        }

        var marks = points.Select(p => ((p.Longitude + 180 - left) / step, (90 - p.Latitude - top) / step, p.Name));
        return new(BaseWidth, BaseHeight, DotPath.Of(land), DotPath.Of(home), [.. marks]);
    }

    private static string? Middle(int column, int row, int step) => LandGrid.World[row + (step / 2), column + (step / 2)];
}
