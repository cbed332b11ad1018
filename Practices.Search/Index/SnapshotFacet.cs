using System.Collections.Immutable;
using Practices.Search.Facets;

namespace Practices.Search.Index;

/// <summary>A facet over all segments of a snapshot: each numbers its own values, and here they are one list.</summary>
internal sealed class SnapshotFacet
{
    private readonly ImmutableArray<int[]> _ordinals;

    /// <summary>Joins the columns of a facet, one of each segment.</summary>
    public SnapshotFacet(string field, ImmutableArray<SegmentReader> segments, int facet)
    {
        Field = field;
        var columns = segments.Select(segment => segment.Segment.Facets[facet]).ToArray();
        Paths = columns.Length == 1 ? columns[0].Paths : [.. columns.SelectMany(column => column.Paths).Distinct().Order()];
        _ordinals = [.. columns.Select(column => column.Paths.Select(path => Paths.BinarySearch(path)).ToArray())];
        Totals = new int[Paths.Length];
        for (var segment = 0; segment < columns.Length; segment++) Add(segment, segments[segment].FacetTotals(facet), Totals);
    }

    /// <summary>The facet's name.</summary>
    public string Field { get; }

    /// <summary>Every value, in path order.</summary>
    public ImmutableArray<FacetPath> Paths { get; }

    /// <summary>How many documents carry each value.</summary>
    public int[] Totals { get; }

    /// <summary>Adds the counts of a segment.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    /// <param name="counts">A count for each of its own ordinals.</param>
    /// <param name="sums">Receives them, by the ordinals of <see cref="Paths"/>.</param>
    public void Add(int segment, ReadOnlySpan<int> counts, Span<int> sums)
    {
        var ordinals = _ordinals[segment];
        for (var ordinal = 0; ordinal < counts.Length; ordinal++) sums[ordinals[ordinal]] += counts[ordinal];
    }
}
