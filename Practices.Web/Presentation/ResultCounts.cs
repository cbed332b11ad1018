using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>What of a result's counts belongs to the result itself: counts of a facet say what else could be chosen in it, a picture of the results shows what is.</summary>
public static class ResultCounts
{
    /// <summary>The values of a facet that some result carries; where some are chosen, those and what lies below them. Each counts what a list of it alone would hold.</summary>
    public static IEnumerable<FacetCount> Within(this SearchResult result, string field, FacetSelection filters)
    {
        var chosen = filters[field];
        return (result.Facets.FirstOrDefault(facet => facet.Field == field)?.Values ?? [])
            .Where(value => value.Count > 0 && (chosen.IsEmpty || chosen.Any(path => IsAtOrBelow(value.Path, path))));
    }

    /// <summary>
    /// The values by which the results are told apart: the top of the facet's vocabulary, or, where values are chosen, what lies directly below each,
    /// with the value itself where nothing does or a record may carry no more than it.
    /// </summary>
    /// <param name="facet">A facet with a vocabulary.</param>
    /// <param name="filters">What is chosen.</param>
    /// <param name="catalog">Has the vocabulary.</param>
    /// <param name="isDivided">Whether all that carries a value carries one below it, as all of a region lies in its parts.</param>
    public static IReadOnlyList<FacetPath> Divided(FacetDefinition facet, FacetSelection filters, PracticeCatalog catalog, bool isDivided)
    {
        var vocabulary = catalog.Vocabularies[facet.Vocabulary!];
        var chosen = filters[facet.Field];
        if (chosen.IsEmpty) return [.. vocabulary.Top.Select(concept => FacetPath.Of(concept.Id))];
        return
        [
            .. from path in chosen
               where !chosen.Any(other => other != path && IsAtOrBelow(path, other))
               let below = vocabulary.Narrower(path.Leaf).Select(concept => FacetPath.Of([.. path.Labels, concept.Id])).ToList()
               from value in isDivided && below.Count > 0 ? below : [path, .. below]
               select value,
        ];
    }

    private static bool IsAtOrBelow(FacetPath path, FacetPath top) =>
        path.Text.StartsWith(top.Text, StringComparison.Ordinal) && (path.Text.Length == top.Text.Length || path.Text[top.Text.Length] == FacetPath.Separator);
}
