using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>The points of every document of a segment.</summary>
internal sealed class GeoColumn
{
    internal const int Starts = 410;
    internal const int Latitudes = 411;
    internal const int Longitudes = 412;

    private readonly Column<int> _starts;
    private readonly Column<double> _latitudes;
    private readonly Column<double> _longitudes;

    public GeoColumn(SectionFile file)
    {
        _starts = file.Column<int>(Starts);
        _latitudes = file.Column<double>(Latitudes);
        _longitudes = file.Column<double>(Longitudes);
    }

    /// <summary>The points of a document.</summary>
    public ImmutableArray<GeoPoint> Of(int doc)
    {
        var points = ImmutableArray.CreateBuilder<GeoPoint>();
        for (var i = _starts[doc]; i < _starts[doc + 1]; i++) points.Add(new(_latitudes[i], _longitudes[i]));
        return points.DrainToImmutable();
    }

    /// <summary>Adds the documents that have a point within a distance of a place to a set.</summary>
    /// <param name="centre">The place.</param>
    /// <param name="kilometres">The distance, along the great circle.</param>
    /// <param name="docs">Receives the documents.</param>
    public void AddWithin(GeoPoint centre, double kilometres, DocSet docs)
    {
        var box = GeoBox.Around(centre, kilometres);
        var starts = _starts.Span;
        var latitudes = _latitudes.Span;
        var longitudes = _longitudes.Span;
        var doc = 0;
        for (var i = 0; i < latitudes.Length; i++)
        {
            while (starts[doc + 1] <= i) doc++;
            if (!box.Contains(latitudes[i], longitudes[i])) continue;
            if (centre.DistanceTo(new(latitudes[i], longitudes[i])) <= kilometres) docs.Add(doc);
        }
    }

    /// <summary>Writes the points of documents in their order.</summary>
    public static void Write(SectionWriter writer, IReadOnlyList<ImmutableArray<GeoPoint>> points)
    {
        var starts = new int[points.Count + 1];
        for (var doc = 0; doc < points.Count; doc++) starts[doc + 1] = starts[doc] + points[doc].Length;
        writer.Section<int>(Starts, starts);
        writer.Section<double>(Latitudes, points.SelectMany(ofDocument => ofDocument).Select(point => point.Latitude).ToArray());
        writer.Section<double>(Longitudes, points.SelectMany(ofDocument => ofDocument).Select(point => point.Longitude).ToArray());
    }
}
