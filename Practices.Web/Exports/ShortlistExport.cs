using System.Text;
using Practices.Indexer.Indexing;
using Practices.Web.Hosting;

namespace Practices.Web.Exports;

/// <summary>A shortlist to take away: at its address with the name of a format behind it, <c>/shortlist.csv?id=a&amp;id=b</c>, its records in their order.</summary>
public static class ShortlistExport
{
    /// <summary>Maps the addresses.</summary>
    public static void MapShortlistExport(this IEndpointRouteBuilder routes)
    {
        foreach (var format in ExportFormat.All)
        {
            routes.MapRead(PathOf(format), (HttpContext context, PublicAddress address, PracticeLibrary library) =>
            {
                var catalog = library.Current;
                var chosen = ChosenRecords.Listed(context.Request.Query, catalog);
                if (chosen.Ignored.Length > 0) PageCache.Skip(context);
                context.Response.Headers.ContentDisposition = $"attachment; filename=\"shortlist.{format.Extension}\"";
                return Results.Text(format.Write(chosen.Records, catalog.Vocabularies, path => address.Of(context.Request, path)), format.Type, Encoding.UTF8);
            }).CacheOutput(PageCache.Policy).WithMetadata(new Freshness.SnapshotPage());
        }
    }

    /// <summary>Where a shortlist is had in a format.</summary>
    public static string PathOf(ExportFormat format) => $"{Routes.Shortlist}.{format.Extension}";
}
