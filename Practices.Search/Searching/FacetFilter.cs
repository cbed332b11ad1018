using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>Applies what is chosen in the facets, and counts the facets.</summary>
internal sealed class FacetFilter
{
    private readonly IndexSnapshot _snapshot;
    private readonly SearchScratch _scratch;
    private readonly FacetSelection _selection;
    private readonly DocSet _matches;
    private readonly List<(string Field, DocSet Docs)> _chosen = [];

    /// <summary>Applies a selection.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="selection">What is chosen. A facet or value that the index lacks lets no document pass.</param>
    /// <param name="matches">The documents that match the text; not changed.</param>
    public FacetFilter(IndexSnapshot snapshot, SearchScratch scratch, FacetSelection selection, DocSet matches)
    {
        _snapshot = snapshot;
        _scratch = scratch;
        _selection = selection;
        _matches = matches;
        foreach (var field in selection.Fields) _chosen.Add((field, DocumentsWith(field)));
        Passed = PassedWithout(field: null);
        Total = Passed.Count;
    }

    /// <summary>The documents that match the text and pass every facet.</summary>
    public DocSet Passed { get; }

    /// <summary>How many they are.</summary>
    public int Total { get; }

    /// <summary>The counts of every facet, in the schema's order.</summary>
    public ImmutableArray<FacetCounts> Count()
    {
        var counts = ImmutableArray.CreateBuilder<FacetCounts>(_snapshot.Schema.Facets.Length);
        for (var facet = 0; facet < _snapshot.Schema.Facets.Length; facet++) counts.Add(Count(facet));
        return counts.DrainToImmutable();
    }

    private FacetCounts Count(int facet)
    {
        var field = _snapshot.Schema.Facets[facet];
        var column = _snapshot.Segment.Facets[facet];
        var chosen = _selection[field];

        // What is chosen in a facet does not shrink its own counts.
        var docs = chosen.IsEmpty ? Passed : PassedWithout(field);
        var total = chosen.IsEmpty ? Total : docs.Count;
        var counts = _scratch.Counts(column.Paths.Length);
        if (total == docs.Documents) column.CountAll(counts);
        else column.Count(docs, counts);

        var values = ImmutableArray.CreateBuilder<FacetCount>();
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] > 0 || (!chosen.IsEmpty && chosen.Contains(column.Paths[ordinal]))) values.Add(new(column.Paths[ordinal], counts[ordinal]));
        }

        foreach (var path in chosen)
        {
            if (column.Find(path) < 0) values.Add(new(path, 0));
        }

        if (!chosen.IsEmpty) values.Sort((a, b) => a.Path.CompareTo(b.Path));
        return new(field, values.DrainToImmutable());
    }

    private DocSet PassedWithout(string? field)
    {
        if (_chosen.Count == 0) return _matches;
        var docs = _scratch.Copy(_matches);
        foreach (var (chosen, passing) in _chosen)
        {
            if (chosen != field) docs.And(passing);
        }

        return docs;
    }

    private DocSet DocumentsWith(string field)
    {
        var docs = _scratch.EmptySet();
        var facet = _snapshot.Schema.Facets.IndexOf(field);
        if (facet < 0) return docs;
        var column = _snapshot.Segment.Facets[facet];
        foreach (var path in _selection[field])
        {
            if (column.Find(path) is var ordinal and >= 0) column.AddDocuments(ordinal, docs);
        }

        return docs;
    }
}
