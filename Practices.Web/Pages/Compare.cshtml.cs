using Practices.Indexer.Indexing;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/compare?id=a&amp;id=b</c>: two to four practices side by side.</summary>
public sealed class CompareModel(PracticeLibrary library) : CatalogPage(library)
{
    public ChosenRecords Chosen { get; private set; } = new([], "", []);

    public CompareView View => new(Chosen.Records, Catalog);

    public void OnGet()
    {
        Chosen = ChosenRecords.ToCompare(Request.Query, Catalog);
        if (Chosen.Ignored.Length > 0) PageCache.Skip(HttpContext);
    }
}
