using System.Net;
using Practices.Indexer.Indexing;

namespace Practices.Web.Hosting;

/// <summary>
/// Pages are a function of the content, the program and the address, those of learning of the day, too. So the records' version, the content's fingerprint, which changes with a label of a
/// vocabulary too, and the program's make an entity tag that is known before anything is rendered: who has the page is told so in a hundred bytes,
/// and who has an old one gets the new one at once.
/// </summary>
public static class Freshness
{
    // Enough of a hash that no two states of one collection share it.
    private const int TagLength = 16;

    private static readonly string Build = typeof(Freshness).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>Marks an endpoint whose answers depend on nothing else.</summary>
    public sealed record SnapshotPage;

    /// <summary>Answers conditional requests and tags what is sent.</summary>
    public static IApplicationBuilder UseFreshness(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SnapshotPage>() is null) return next(context);

        // An error page that takes the place of another answer is neither tagged nor known.
        var library = context.RequestServices.GetRequiredService<PracticeLibrary>();
        if (!library.IsReady || context.Response.StatusCode != StatusCodes.Status200OK) return next(context);
        var catalog = library.Current;
        var tag = $"W/\"{catalog.Version}-{catalog.Fingerprint[..TagLength]}-{Build}{Today.For(context)}\"";
        if (IsKnown(context.Request, tag))
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotModified;
            SetHeaders(context.Response, tag);
            return Task.CompletedTask;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK) SetHeaders(context.Response, tag);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsKnown(HttpRequest request, string tag) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.IfNoneMatch is { Count: > 0 } known
        && known.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal);

    private static void SetHeaders(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;

        // Kept, and asked about each time: a practice that is published shows at once.
        response.Headers.CacheControl = "public, no-cache";
        if (!response.Headers.Vary.ToString().Contains("Accept-Encoding", StringComparison.OrdinalIgnoreCase)) response.Headers.Append("Vary", "Accept-Encoding");
    }
}
