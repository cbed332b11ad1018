using System.Collections.Immutable;
using Practices.Search.Postings;

namespace Practices.Search.Index;

/// <summary>A segment as one snapshot sees it: its documents less those that are deleted.</summary>
internal sealed class SegmentReader
{
    private readonly Deletions? _deletions;
    private readonly ImmutableArray<int[]> _facetTotals;
    private readonly long[] _fieldTotals;

    /// <summary>Takes over a hold of the segment, and the deletions.</summary>
    public SegmentReader(Segment segment, SegmentEntry entry, Deletions? deletions)
    {
        Segment = segment;
        Entry = entry;
        _deletions = deletions;
        _fieldTotals = segment.Lengths.Totals.ToArray();
        _facetTotals = [.. segment.Facets.Select(facet => facet.Totals.ToArray())];
        if (deletions is null)
        {
            Languages = segment.LanguageCodes;
            return;
        }

        var languages = new SortedSet<string>(StringComparer.Ordinal);
        for (var field = 0; field < _fieldTotals.Length; field++) _fieldTotals[field] -= deletions.Totals[field];
        for (var doc = 0; doc < segment.Documents; doc++)
        {
            if (deletions.LiveDocs.Contains(doc))
            {
                if (languages.Count < segment.LanguageCodes.Length) languages.Add(segment.LanguageOf(doc));
                continue;
            }

            for (var facet = 0; facet < _facetTotals.Length; facet++)
            {
                foreach (var ordinal in segment.Facets[facet].ValuesOf(doc)) _facetTotals[facet][ordinal]--;
            }
        }

        Languages = [.. languages];
    }

    /// <summary>The documents as they were written.</summary>
    public Segment Segment { get; }

    /// <summary>What the manifest says of the segment and its deletions.</summary>
    public SegmentEntry Entry { get; }

    /// <summary>What is deleted; <see langword="null"/> when nothing is.</summary>
    public Deletions? Deletions => _deletions;

    /// <summary>The documents that are still there; <see langword="null"/> when all are.</summary>
    public DocSet? LiveDocs => _deletions?.LiveDocs;

    /// <summary>How many are still there.</summary>
    public int Live => Entry.Live;

    /// <summary>The languages of the documents that are still there, in ordinal order.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>The words of those documents, field by field.</summary>
    public ReadOnlySpan<long> FieldTotals => _fieldTotals;

    /// <summary>How many of them carry each value of a facet.</summary>
    public ReadOnlySpan<int> FacetTotals(int facet) => _facetTotals[facet];

    /// <summary>How many of them hold a term.</summary>
    public int DocumentCount(int term) => Segment.Terms.DocumentCount(term) - (_deletions?.DocumentCount(term) ?? 0);

    /// <summary>Whether a document is still there.</summary>
    public bool IsLive(int doc) => LiveDocs?.Contains(doc) ?? true;

    /// <summary>The document with an id that is still there; negative when there is none.</summary>
    public int Find(string id) => Segment.Find(id) is var doc and >= 0 && IsLive(doc) ? doc : -1;

    /// <summary>Lets go of the files.</summary>
    public void Release()
    {
        Segment.Release();
        _deletions?.Dispose();
    }
}
