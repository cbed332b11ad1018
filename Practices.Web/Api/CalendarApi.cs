using System.Text;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Api;

/// <summary>The dates of learning offers as iCalendar files: the coming ones of all to subscribe to, and those of each offer that names days.</summary>
public static class CalendarApi
{
    private const string Type = "text/calendar";

    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Calendar, All).CacheOutput(PageCache.Policy).WithMetadata(new Freshness.SnapshotPage());
        routes.MapRead($"{Routes.Learning}/{{id}}.ics", One).CacheOutput(PageCache.Policy).WithMetadata(new Freshness.SnapshotPage());
    }

    private static IResult All(HttpRequest request, PublicAddress address, PracticeLibrary library, TimeProvider clock)
    {
        var catalog = library.Current;
        var coming = DatedSession.Coming(catalog, Today.Of(clock));
        return Results.Text(Calendar.Of("Learning from other cities", coming, catalog.Vocabularies, path => address.Of(request, path)), Type, Encoding.UTF8);
    }

    // All its days, past ones too: whoever was there finds it in the calendar.
    private static IResult One(string id, HttpRequest request, PublicAddress address, PracticeLibrary library)
    {
        var catalog = library.Current;
        if (catalog.Find(catalog.CurrentId(id) ?? id) is not { Learning: { } offer } record) return Results.NotFound();
        var sessions = Session.Of(offer).Select(session => new DatedSession(record, session)).ToList();
        if (sessions.Count == 0) return Results.NotFound();
        if (record.Id != id) return Results.Redirect(Routes.CalendarOf(record.Id), permanent: true);
        return Results.Text(Calendar.Of(record.Title, sessions, catalog.Vocabularies, path => address.Of(request, path)), Type, Encoding.UTF8);
    }
}
