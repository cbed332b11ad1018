using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;

namespace Practices.Web.Presentation;

/// <summary>What the collection lacks of learning offers, networks or awards.</summary>
public static class DirectoryGaps
{
    /// <summary>The gaps of a kind.</summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="tally">Counts the records of the kind.</param>
    /// <param name="catalog">Has the vocabularies.</param>
    public static IReadOnlyList<Gap> Of(RecordKind kind, Tally tally, PracticeCatalog catalog) =>
        [.. (kind == RecordKind.Award ? OfAwards(catalog) : OfPlacesAndSubjects(kind, tally, catalog)).Where(gap => gap.Links.Count > 0)];

    private static IEnumerable<Gap> OfPlacesAndSubjects(RecordKind kind, Tally tally, PracticeCatalog catalog)
    {
        var noun = Words.Noun(PracticeFacets.IdOf(kind), 1);
        if (kind == RecordKind.Learning) yield return Gap.OfRecord("No offer of these kinds.", Gap.Without(tally, "learning-formats", catalog.Vocabularies));
        yield return Gap.OfRecord($"No {noun} with a place in these regions.", Gap.Without(tally, "regions", catalog.Vocabularies));
        yield return Gap.OfRecord($"No {noun} about these themes.", Gap.Without(tally, "themes", catalog.Vocabularies));
        yield return Gap.OfRecord($"No {noun} for these goals.", Gap.Without(tally, "sdgs", catalog.Vocabularies));
    }

    private static IEnumerable<Gap> OfAwards(PracticeCatalog catalog)
    {
        var all = new Tally(catalog, FacetSelection.Empty);
        yield return Gap.OfRecord(
            "We hold no record that these awards recognised.",
            [.. catalog.Vocabularies["awards"].Top.Where(award => all["award", award.Id] == 0).Select(award => new ConceptLink(award.Id, "", award.Label, 0, Routes.Award(award.Id)))]);
    }
}
