using Microsoft.AspNetCore.Mvc.RazorPages;
using Practices.Indexer.Indexing;

namespace Practices.Web.Pages;

/// <summary>A page that reads the collection. It keeps the catalog that it found for as long as it is rendered.</summary>
public abstract class CatalogPage(PracticeLibrary library) : PageModel
{
    public PracticeCatalog Catalog { get; } = library.Current;

    /// <summary>The name of an entry of a vocabulary.</summary>
    public string Label(string vocabulary, string id) => Catalog.Vocabularies.Label(vocabulary, id);
}
