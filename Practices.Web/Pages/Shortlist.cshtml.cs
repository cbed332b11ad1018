using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Searching;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary><c>/shortlist?id=a&amp;id=b</c>: a list that lives in its address. <c>q</c> finds more to put on it.</summary>
public sealed class ShortlistModel(PracticeLibrary library) : CatalogPage(library)
{
    private const int Offered = 8;

    public ChosenRecords Chosen { get; private set; } = new([], "", []);

    /// <summary>Whether some of the list can be ticked to be compared: two are compared as they are.</summary>
    public bool CanChoose => Chosen.Records.Length > 2 && Chosen.Records.Count(record => record.Kind == RecordKind.Practice) > 1;

    /// <summary>What is on the list, each with the way to take it off.</summary>
    public IReadOnlyList<HitView> Listed =>
    [
        .. Chosen.Records.Select(record => HitView.Of(PracticeCard.Of(record), Catalog) with
        {
            Choice = CanChoose ? (record.Id, record.Title) : null,
            Action = ("Take off the list", Chosen.Without(Routes.Shortlist, record.Id)),
        }),
    ];

    /// <summary>What the words find that is not on the list, each with the way to put it there.</summary>
    public IReadOnlyList<HitView> Found { get; private set; } = [];

    public void OnGet()
    {
        Chosen = ChosenRecords.Listed(Request.Query, Catalog);
        if (Chosen.Ignored.Length > 0) PageCache.Skip(HttpContext);
        if (Chosen.Text.Length == 0) return;
        var result = Catalog.Search(new SearchRequest { Text = Chosen.Text, PageSize = Offered + Chosen.Records.Length, CountFacets = false });
        Found =
        [
            .. Catalog.Read(result).Where(hit => !Chosen.Records.Any(record => record.Id == hit.Card.Id)).Take(Offered)
                .Select(hit => HitView.Of(hit, Catalog) with { Action = ("Put on the list", Chosen.With(Routes.Shortlist, hit.Card.Id)) }),
        ];
    }
}
