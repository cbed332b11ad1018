using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Searching;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Exports;

/// <summary>
/// Records to take away: each at its page's address with the name of a format behind it, and what a search finds at <c>/practices</c> with the same query string.
/// </summary>
public static class ExportEndpoints
{
    /// <summary>The most records of a search that a file holds; the address is a search, and can be narrowed.</summary>
    public const int MostRecords = 1000;

    // Readers of feeds ask often and want what is new.
    private const int MostEntries = 50;

    /// <summary>Maps the addresses.</summary>
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        foreach (var format in ExportFormat.All)
        {
            Map($"{Routes.Search}.{format.Extension}", (HttpContext context, PublicAddress address, PracticeLibrary library) => Found(format, context, address, library));
            foreach (var kind in Enum.GetValues<RecordKind>())
            {
                Map($"{Routes.Folder(kind)}/{{id}}.{format.Extension}", (string id, HttpContext context, PublicAddress address, PracticeLibrary library) =>
                    One(format, id, kind, context, address, library));
            }
        }

        Map(Routes.Feed, Feed);

        void Map(string path, Delegate answer) => routes.MapRead(path, answer).CacheOutput(PageCache.Policy).WithMetadata(new Freshness.SnapshotPage());
    }

    private static IResult Found(ExportFormat format, HttpContext context, PublicAddress address, PracticeLibrary library)
    {
        var catalog = library.Current;
        var (state, ignored) = SearchQuery.Read(context.Request.Query, catalog);
        if (ignored.Count > 0) PageCache.Skip(context);
        return File(format, "practices", Records(state, MostRecords, catalog), catalog.Vocabularies, context, address);
    }

    private static IResult One(ExportFormat format, string id, RecordKind kind, HttpContext context, PublicAddress address, PracticeLibrary library)
    {
        var catalog = library.Current;
        if (catalog.Find(catalog.CurrentId(id) ?? id) is not { } record) return Results.NotFound();
        if (record.Id != id || record.Kind != kind) return Results.Redirect($"{Routes.Record(record.Kind, record.Id)}.{format.Extension}", permanent: true);
        return File(format, record.Id, [record], catalog.Vocabularies, context, address);
    }

    private static IResult Feed(HttpContext context, PublicAddress address, PracticeLibrary library)
    {
        var catalog = library.Current;
        var (state, ignored) = SearchQuery.Read(context.Request.Query, catalog);
        if (ignored.Count > 0) PageCache.Skip(context);
        state = state.AtPage(1).SortedBy(SortOrder.Newest);
        var title = $"{Reference.Collection}: {Headline.Of(state, catalog.Search(state.ToRequest()), catalog).Subject}";
        string Whole(string path) => address.Of(context.Request, path);
        var canonical = state.SortedBy(SortOrder.Relevance);
        return Results.Text(
            AtomFeed.Of(title, Whole(canonical.Url(Routes.Feed)), Whole(canonical.Url()), [.. Records(state, MostEntries, catalog)], Whole),
            "application/atom+xml",
            Encoding.UTF8);
    }

    private static IEnumerable<Practice> Records(SearchState state, int most, PracticeCatalog catalog)
    {
        var request = state.ToRequest() with { PageSize = SearchRequest.MaxPageSize, CountFacets = false, Highlight = false };
        for (var page = 1; (page - 1) * SearchRequest.MaxPageSize < most; page++)
        {
            var result = catalog.Search(request with { Page = page });
            foreach (var hit in result.Hits.Take(most - ((page - 1) * SearchRequest.MaxPageSize))) yield return catalog.Find(hit.Id)!;
            if (page * SearchRequest.MaxPageSize >= result.Total) yield break;
        }
    }

    private static IResult File(
        ExportFormat format, string name, IEnumerable<Practice> records, VocabularySet vocabularies, HttpContext context, PublicAddress address)
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{format.Extension}\"";
        return Results.Text(format.Write(records, vocabularies, path => address.Of(context.Request, path)), format.Type, Encoding.UTF8);
    }
}
