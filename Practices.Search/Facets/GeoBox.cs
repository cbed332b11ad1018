using System.Runtime.InteropServices;

namespace Practices.Search.Facets;

/// <summary>
/// Latitudes and longitudes that hold every place within a distance of one, and some others: what lies outside needs no look at the distance.
/// The longitudes may run across the date line; where a pole is within the distance they run all around.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GeoBox
{
    // Degrees added on each side, a tenth of a millimetre, so that rounding leaves nothing out.
    private const double Margin = 1e-9;

    private readonly double _south;
    private readonly double _north;
    private readonly double _centre;
    private readonly double _halfWidth;

    private GeoBox(double south, double north, double centre, double halfWidth)
    {
        _south = south;
        _north = north;
        _centre = centre;
        _halfWidth = halfWidth;
    }

    /// <summary>The box around a place.</summary>
    /// <param name="centre">The place.</param>
    /// <param name="kilometres">The distance, along the great circle.</param>
    public static GeoBox Around(GeoPoint centre, double kilometres)
    {
        var angle = kilometres / GeoPoint.EarthRadius;
        var degrees = double.RadiansToDegrees(angle) + Margin;
        var (south, north) = (centre.Latitude - degrees, centre.Latitude + degrees);
        if (south <= -90 || north >= 90) return new(south, north, centre.Longitude, 360);

        // Where the meridian touches the circle: not at the centre's latitude, but nearer to the pole.
        var halfWidth = Math.Asin(Math.Min(1, Math.Sin(angle) / Math.Cos(double.DegreesToRadians(centre.Latitude))));
        return new(south, north, centre.Longitude, double.RadiansToDegrees(halfWidth) + Margin);
    }

    /// <summary>Whether a place lies in the box.</summary>
    public bool Contains(double latitude, double longitude)
    {
        if (latitude < _south || latitude > _north) return false;
        var away = Math.Abs(longitude - _centre);
        return Math.Min(away, 360 - away) <= _halfWidth;
    }
}
