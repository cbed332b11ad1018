using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Postings;

namespace Practices.Search.Searching;

/// <summary>Applies what is chosen in the facets, and counts the facets.</summary>
internal sealed class FacetFilter
{
    private readonly IndexSnapshot _snapshot;
    private readonly ImmutableArray<SearchScratch> _scratches;
    private readonly FacetSelection _selection;
    private readonly ImmutableArray<DocSet> _matches;
    private readonly List<(string Field, ImmutableArray<DocSet> Docs)> _chosen = [];

    /// <summary>Applies a selection.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="scratches">Working memory, segment by segment.</param>
    /// <param name="selection">What is chosen. A facet or value that the index lacks lets no document pass.</param>
    /// <param name="matches">The documents that match the text, segment by segment; not changed.</param>
    public FacetFilter(IndexSnapshot snapshot, ImmutableArray<SearchScratch> scratches, FacetSelection selection, ImmutableArray<DocSet> matches)
    {
        _snapshot = snapshot;
        _scratches = scratches;
        _selection = selection;
        _matches = matches;
        foreach (var field in selection.Fields) _chosen.Add((field, DocumentsWith(field)));
        Passed = PassedWithout();
        Total = Passed.Sum(segment => segment.Count);
    }

    /// <summary>The documents that match the text and pass every facet, segment by segment.</summary>
    public ImmutableArray<MatchSet> Passed { get; }

    /// <summary>How many they are.</summary>
    public int Total { get; }

    /// <summary>The counts of every facet, in the schema's order.</summary>
    public ImmutableArray<FacetCounts> Count()
    {
        var counts = ImmutableArray.CreateBuilder<FacetCounts>(_snapshot.Facets.Length);
        for (var facet = 0; facet < _snapshot.Facets.Length; facet++) counts.Add(Count(facet));
        return counts.DrainToImmutable();
    }

    /// <summary>The counts of one facet within each value of another, in one pass over the documents. A facet that the index lacks has no values.</summary>
    public FacetCross Cross(FacetPair pair)
    {
        var (row, column) = (_snapshot.Schema.Facets.IndexOf(pair.Rows), _snapshot.Schema.Facets.IndexOf(pair.Columns));
        if (row < 0 || column < 0) return new(pair, []);
        var (rows, columns) = (_snapshot.Facets[row], _snapshot.Facets[column]);
        var passed = _selection[pair.Rows].IsEmpty && _selection[pair.Columns].IsEmpty ? Passed : PassedWithout(pair.Rows, pair.Columns);
        var sums = new int[rows.Paths.Length * columns.Paths.Length];
        for (var segment = 0; segment < passed.Length; segment++)
        {
            var facets = _snapshot.Segments[segment].Segment.Facets;
            var rowOrdinals = rows.OrdinalsOf(segment);
            var columnOrdinals = columns.OrdinalsOf(segment);
            foreach (var doc in passed[segment].Docs)
            {
                var across = facets[column].ValuesOf(doc);
                foreach (var down in facets[row].ValuesOf(doc))
                {
                    var start = rowOrdinals[down] * columns.Paths.Length;
                    foreach (var value in across) sums[start + columnOrdinals[value]]++;
                }
            }
        }

        return new(pair, [.. sums.Index().Where(cell => cell.Item > 0)
            .Select(cell => new FacetCrossCount(rows.Paths[cell.Index / columns.Paths.Length], columns.Paths[cell.Index % columns.Paths.Length], cell.Item))]);
    }

    private FacetCounts Count(int number)
    {
        var facet = _snapshot.Facets[number];
        var chosen = _selection[facet.Field];

        // What is chosen in a facet does not shrink its own counts.
        var passed = chosen.IsEmpty ? Passed : PassedWithout(facet.Field);
        var counts = CountsOf(number, passed);
        var carried = 0;
        foreach (var count in counts) carried += count > 0 ? 1 : 0;
        var values = ImmutableArray.CreateBuilder<FacetCount>(carried + chosen.Count);
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] > 0) values.Add(new(facet.Paths[ordinal], counts[ordinal]));
        }

        if (chosen.IsEmpty) return new(facet.Field, values.DrainToImmutable());
        foreach (var path in chosen)
        {
            if (facet.Paths.BinarySearch(path) is var ordinal && (ordinal < 0 || counts[ordinal] == 0)) values.Add(new(path, 0));
        }

        values.Sort((a, b) => a.Path.CompareTo(b.Path));
        return new(facet.Field, values.DrainToImmutable());
    }

    private ReadOnlySpan<int> CountsOf(int number, ImmutableArray<MatchSet> passed)
    {
        var facet = _snapshot.Facets[number];
        var total = 0;
        foreach (var segment in passed) total += segment.Count;
        if (total == _snapshot.Count) return facet.Totals;

        var sums = new int[facet.Paths.Length];
        for (var segment = 0; segment < passed.Length; segment++)
        {
            var column = _snapshot.Segments[segment].Segment.Facets[number];
            if (passed[segment].Count == 0) continue;
            if (passed[segment].Count == _snapshot.Segments[segment].Live)
            {
                facet.Add(segment, _snapshot.Segments[segment].FacetTotals(number), sums);
                continue;
            }

            var counts = _scratches[segment].Counts(column.Paths.Length);
            column.Count(passed[segment], counts, _scratches[segment].SetCounts(column.Sets));
            facet.Add(segment, counts, sums);
        }

        return sums;
    }

    private ImmutableArray<MatchSet> PassedWithout(params string[] fields)
    {
        var passed = ImmutableArray.CreateBuilder<MatchSet>(_matches.Length);
        for (var segment = 0; segment < _matches.Length; segment++)
        {
            var docs = _matches[segment];
            if (_chosen.Exists(chosen => !fields.Contains(chosen.Field, StringComparer.Ordinal))) docs = _scratches[segment].Copy(docs);
            foreach (var (chosen, passing) in _chosen)
            {
                if (!fields.Contains(chosen, StringComparer.Ordinal)) docs.And(passing[segment]);
            }

            passed.Add(new(docs, docs.Count, _scratches[segment].List()));
        }

        return passed.DrainToImmutable();
    }

    private ImmutableArray<DocSet> DocumentsWith(string field)
    {
        var facet = _snapshot.Schema.Facets.IndexOf(field);
        var passing = ImmutableArray.CreateBuilder<DocSet>(_matches.Length);
        for (var segment = 0; segment < _matches.Length; segment++)
        {
            var docs = _scratches[segment].EmptySet();
            passing.Add(docs);
            if (facet < 0) continue;
            var column = _snapshot.Segments[segment].Segment.Facets[facet];
            foreach (var path in _selection[field])
            {
                if (column.Find(path) is var ordinal and >= 0) column.AddDocuments(ordinal, docs);
            }
        }

        return passing.DrainToImmutable();
    }
}
