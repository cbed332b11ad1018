using Microsoft.AspNetCore.Mvc;
using Practices.Indexer.Indexing;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/sdgs/{n}</c>, <c>/regions/{id}</c>, <c>/countries/{iso}</c>, <c>/themes/{id}</c>, <c>/cities/{id}</c>, <c>/learning/formats/{id}</c>, <c>/explore/evidence/{id}</c>: what we hold on one concept.</summary>
public sealed class ConceptModel(PracticeLibrary library) : CatalogPage(library)
{
    public ConceptView View { get; private set; } = null!;

    public IActionResult OnGet(string folder, string id)
    {
        var kind = ConceptFolder.Find(folder)!;
        var vocabulary = Catalog.Vocabularies[kind.Vocabulary];
        if (vocabulary.Find(id) is not { } concept)
        {
            // Codes of countries are written in capitals, everything else in small letters; people type either.
            var other = vocabulary.Find(id.ToUpperInvariant()) ?? vocabulary.Find(id.ToLowerInvariant());
            return other is null ? NotFound() : RedirectPermanent(kind.UrlOf(other.Id));
        }

        View = new(kind, concept, Catalog);
        return Page();
    }
}
