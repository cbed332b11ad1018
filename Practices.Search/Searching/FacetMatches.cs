using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Finds the documents of a segment that carry values of a facet.</summary>
internal static class FacetMatches
{
    /// <summary>Adds the documents that carry a value, or one below it.</summary>
    /// <returns>The set that was given.</returns>
    public static DocSet Add(IndexSchema schema, Segment segment, FacetQuery query, DocSet docs)
    {
        if (Column(schema, segment, query.Field) is { } column && column.Find(query.Path) is var ordinal and >= 0) column.AddDocuments(ordinal, docs);
        return docs;
    }

    /// <summary>Adds the documents that carry a value whose label lies between two labels.</summary>
    /// <returns>The set that was given.</returns>
    public static DocSet Add(IndexSchema schema, Segment segment, FacetRangeQuery query, DocSet docs)
    {
        if (Column(schema, segment, query.Field) is not { } column) return docs;
        for (var ordinal = 0; ordinal < column.Paths.Length; ordinal++)
        {
            var label = column.Paths[ordinal].Leaf;
            if (string.CompareOrdinal(label, query.From) < 0) continue;
            if (query.To.Length == 0 || string.CompareOrdinal(label, query.To) <= 0) column.AddDocuments(ordinal, docs);
        }

        return docs;
    }

    private static FacetColumn? Column(IndexSchema schema, Segment segment, string field) =>
        schema.Facets.IndexOf(field) is var facet and >= 0 ? segment.Facets[facet] : null;
}
