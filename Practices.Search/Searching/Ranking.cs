using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Practices.Search.Analysis;
using Practices.Search.Index;
using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>A document of a ranked result.</summary>
/// <param name="Segment">The segment's place in the snapshot.</param>
/// <param name="Doc">The document's number there.</param>
/// <param name="Key">What it is sorted by, the largest first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RankedDocument(int Segment, int Doc, double Key);

/// <summary>Finds the documents of a page, in order: the best of each segment, merged. Equal ones stand in the order of their ids, in whatever segments they lie.</summary>
internal sealed class Ranking(IndexSnapshot snapshot, ImmutableArray<Leaf> leaves, FacetFilter filter)
{
    /// <summary>The documents of a page. Only as many are ranked as stand on it and the pages before.</summary>
    public ReadOnlySpan<RankedDocument> Page(SortOrder sort, int page, int pageSize)
    {
        var before = (long)(page - 1) * pageSize;
        if (pageSize == 0 || before >= filter.Total) return [];

        var wanted = (int)Math.Min(before + pageSize, filter.Total);
        var best = new List<RankedDocument>();
        for (var segment = 0; segment < filter.Passed.Length; segment++)
        {
            var hits = filter.Passed[segment];
            if (hits.Count == 0) continue;

            // Titles are compared when segments are merged, so their keys say nothing of another segment's.
            var floor = best.Count < wanted || sort is SortOrder.Title ? double.NegativeInfinity : best[wanted - 1].Key;
            var top = new TopDocuments(Math.Min(wanted, hits.Count), floor);
            Rank(segment, hits, sort, top);
            foreach (var (key, doc) in top.Sorted()) best.Add(new(segment, doc, key));
            if (filter.Passed.Length == 1) break;
            best.Sort((a, b) => Compare(a, b, sort));
            if (best.Count > wanted) best.RemoveRange(wanted, best.Count - wanted);
        }

        return CollectionsMarshal.AsSpan(best)[(int)before..Math.Min(wanted, best.Count)];
    }

    private void Rank(int number, MatchSet hits, SortOrder sort, TopDocuments top)
    {
        var segment = snapshot.Segments[number].Segment;
        if (sort is SortOrder.Title) RankByOrder(segment.DocsByTitle, segment.TitleRankOf, -1, hits, top);
        else if (sort is SortOrder.Newest || leaves.IsEmpty) RankByOrder(segment.DocsNewestFirst, segment.DateOf, 1, hits, top);
        else new SegmentRanker(snapshot, number, hits, leaves, top).Rank();
    }

    // Where matches are many, the first of a ready order are soon met; where they are few, each is offered.
    private static void RankByOrder(ReadOnlySpan<int> order, ReadOnlySpan<int> keys, int sign, MatchSet hits, TopDocuments top)
    {
        if ((long)hits.Count * hits.Count < (long)top.Capacity * order.Length)
        {
            foreach (var doc in hits.List) top.Offer(doc, sign * keys[doc]);
            return;
        }

        var taken = 0;
        foreach (var doc in order)
        {
            if (!hits.Docs.Contains(doc)) continue;
            top.Offer(doc, sign * keys[doc]);
            if (++taken == top.Capacity) return;
        }
    }

    private int Compare(RankedDocument a, RankedDocument b, SortOrder sort)
    {
        if (a.Segment == b.Segment)
            return a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Doc.CompareTo(b.Doc);
        var order = sort is SortOrder.Title
            ? string.CompareOrdinal(Folding.Fold(SegmentOf(a).TitleOf(a.Doc)), Folding.Fold(SegmentOf(b).TitleOf(b.Doc)))
            : b.Key.CompareTo(a.Key);
        return order != 0 ? order : string.CompareOrdinal(SegmentOf(a).IdOf(a.Doc), SegmentOf(b).IdOf(b.Doc));
    }

    private Segment SegmentOf(RankedDocument document) => snapshot.Segments[document.Segment].Segment;
}
