using Microsoft.AspNetCore.Mvc;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary>
/// The page of one record. Each kind has its own folder: an id asked for in another one, or by a former name, leads on for good.
/// </summary>
public abstract class RecordModel(PracticeLibrary library, RecordKind kind) : CatalogPage(library)
{
    /// <summary>The record and what is around it. There once <see cref="OnGet"/> has found it.</summary>
    public RecordView View { get; private set; } = null!;

    public Practice Record => View.Record;

    public IActionResult OnGet(string id)
    {
        if (RecordView.Of(Catalog.CurrentId(id) ?? id, Catalog) is not { } view) return NotFound();
        if (view.Record.Id != id || view.Record.Kind != kind) return RedirectPermanent(view.Url + Request.QueryString);
        View = view;
        Describe();
        Prepare();
        return Page();
    }

    /// <summary>Gathers what only this kind of record shows.</summary>
    protected virtual void Prepare()
    {
    }

    // Here and not in the head's partial view: what a partial view sets there, its page does not see.
    private void Describe()
    {
        ViewData["Title"] = Record.Title;
        ViewData["Description"] = Words.Opening(Record.Summary, 160);
        ViewData["Canonical"] = View.Url;
    }
}
