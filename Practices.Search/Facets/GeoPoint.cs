using System.Runtime.InteropServices;

namespace Practices.Search.Facets;

/// <summary>A place on the earth, in degrees of WGS 84.</summary>
/// <param name="Latitude">From -90 (south) to 90.</param>
/// <param name="Longitude">From -180 (west) to 180.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The mean radius of the earth in kilometres (International Union of Geodesy and Geophysics), which is taken for a sphere.</summary>
    public const double EarthRadius = 6371.0088;

    /// <summary>Whether two numbers of degrees are a place.</summary>
    public static bool IsOnEarth(double latitude, double longitude) => Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;

    /// <summary>How far another place is along the great circle, in kilometres, to half a percent (the haversine formula: Sinnott, "Virtues of the Haversine", 1984).</summary>
    public double DistanceTo(GeoPoint other)
    {
        var (from, to) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var haversine = Haversine(to - from) + (Math.Cos(from) * Math.Cos(to) * Haversine(double.DegreesToRadians(other.Longitude - Longitude)));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    private static double Haversine(double angle)
    {
        var sine = Math.Sin(angle / 2);
        return sine * sine;
    }
}
