using Microsoft.AspNetCore.Mvc;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/practices/{id}/brief</c>: what a delegation takes along, a page of what is known and a page of its own questions.</summary>
public sealed class BriefModel(PracticeLibrary library) : CatalogPage(library)
{
    public RecordView View { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        var record = Catalog.Find(Catalog.CurrentId(id) ?? id);
        if (record is not { Kind: RecordKind.Practice }) return NotFound();
        if (record.Id != id) return RedirectPermanent(Routes.Brief(record.Id));
        View = new(record, Catalog);
        return Page();
    }
}
