using Microsoft.AspNetCore.Mvc;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/awards/{award}/{cycle}</c>: one round of an award.</summary>
public sealed class AwardCycleModel(PracticeLibrary library) : CatalogPage(library)
{
    public Practice Award { get; private set; } = null!;

    public AwardCycle Cycle { get; private set; } = null!;

    public AwardHonours Honours { get; private set; } = null!;

    /// <summary>The award's other cycles, the latest first, with how many records we hold of each.</summary>
    public IReadOnlyList<(AwardCycle Cycle, int Count)> Others => [.. Honours.Cycles.Where(other => other.Cycle.Id != Cycle.Id)];

    public IActionResult OnGet(string award, string cycle)
    {
        var record = Catalog.Find(Catalog.CurrentId(award) ?? award);
        if (record?.Award?.Cycles.FirstOrDefault(c => c.Id == cycle) is not { } found) return NotFound();
        if (record.Id != award) return RedirectPermanent(Routes.AwardCycle(record.Id, cycle));
        (Award, Cycle, Honours) = (record, found, new(record, cycle, Catalog));
        return Page();
    }
}
