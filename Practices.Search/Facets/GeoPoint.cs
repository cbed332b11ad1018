using System.Runtime.InteropServices;

namespace Practices.Search.Facets;

/// <summary>A place on the earth, in degrees of WGS 84.</summary>
/// <param name="Latitude">From -90 (south) to 90.</param>
/// <param name="Longitude">From -180 (west) to 180.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Latitude, double Longitude);
