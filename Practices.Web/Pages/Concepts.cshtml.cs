using Microsoft.AspNetCore.Mvc;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/sdgs</c>, <c>/regions</c>, <c>/themes</c>, <c>/countries</c>, <c>/cities</c>, <c>/learning/formats</c>, <c>/explore/evidence</c>: a vocabulary with what we hold on each concept.</summary>
public sealed class ConceptsModel(PracticeLibrary library) : CatalogPage(library)
{
    public ConceptFolder Folder { get; private set; } = ConceptFolder.All[0];

    public Tally Tally { get; private set; } = null!;

    public Vocabulary Vocabulary => Catalog.Vocabularies[Folder.Vocabulary];

    /// <summary>The concepts to list at the top: all in their own order, or those with a record by name.</summary>
    public IEnumerable<Concept> Top => Folder.ListsAll
        ? Vocabulary.Top
        : Vocabulary.Top.Where(c => CountOf(c) > 0).OrderBy(c => c.Label, StringComparer.OrdinalIgnoreCase);

    public IActionResult OnGet(string folder)
    {
        Folder = ConceptFolder.Find(folder)!;
        Tally = new(Catalog, FacetSelection.Empty);
        return Page();
    }

    public int CountOf(Concept concept) => Tally[Folder.Facet, concept.Id];

    /// <summary>The concepts below one that have a record.</summary>
    public IEnumerable<Concept> Below(Concept concept) => Vocabulary.Narrower(concept.Id).Where(c => CountOf(c) > 0);
}
