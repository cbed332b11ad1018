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
        if (RecordView.Of(Catalog.CurrentId(id) ?? id, Catalog) is not { Record.Kind: RecordKind.Practice } view) return NotFound();
        if (view.Record.Id != id) return RedirectPermanent(Routes.Brief(view.Record.Id));
        View = view;
        return Page();
    }
}
