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
        Paths = columns.OrderByDescending(column => column.Paths.Length).Aggregate(ImmutableArray<FacetPath>.Empty, (paths, column) => Join(paths, column.Paths));
        _ordinals = [.. columns.Select(column => OrdinalsOf(column.Paths, Paths))];
        Totals = new int[Paths.Length];
        for (var segment = 0; segment < columns.Length; segment++) Add(segment, segments[segment].FacetTotals(facet), Totals);
    }

    // Both are in path order; after the largest list there is mostly nothing new.
    private static ImmutableArray<FacetPath> Join(ImmutableArray<FacetPath> paths, ImmutableArray<FacetPath> others)
    {
        if (paths.IsEmpty) return others;
        var news = others.Where(path => paths.BinarySearch(path) < 0).ToArray();
        if (news.Length == 0) return paths;
        var joined = ImmutableArray.CreateBuilder<FacetPath>(paths.Length + news.Length);
        var from = 0;
        foreach (var path in news)
        {
            var at = ~paths.BinarySearch(path);
            joined.AddRange(paths.AsSpan()[from..at]);
            joined.Add(path);
            from = at;
        }

        joined.AddRange(paths.AsSpan()[from..]);
        return joined.MoveToImmutable();
    }

    private static int[] OrdinalsOf(ImmutableArray<FacetPath> paths, ImmutableArray<FacetPath> all)
    {
        var ordinals = new int[paths.Length];
        var at = -1;
        for (var i = 0; i < ordinals.Length; i++)
        {
            while (all[++at] != paths[i])
            {
                // Another segment's value.
            }

            ordinals[i] = at;
        }

        return ordinals;
    }

    /// <summary>The facet's name.</summary>
    public string Field { get; }

    /// <summary>Every value, in path order.</summary>
    public ImmutableArray<FacetPath> Paths { get; }

    /// <summary>How many documents carry each value.</summary>
    public int[] Totals { get; }

    /// <summary>For each ordinal of a segment, its place among <see cref="Paths"/>.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    public ReadOnlySpan<int> OrdinalsOf(int segment) => _ordinals[segment];

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
