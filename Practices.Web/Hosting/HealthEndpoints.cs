using Practices.Indexer.Indexing;

namespace Practices.Web.Hosting;

/// <summary>What an operator's monitor asks.</summary>
public static class HealthEndpoints
{
    /// <summary><c>/healthz</c>: the program is alive. <c>/readyz</c>: it has a collection to show; 503 with the reason in plain words otherwise.
    /// A collection that can be shown but no longer follows its content is ready, and the reason is named.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/healthz", () => Plain("alive\n", StatusCodes.Status200OK));
        routes.MapRead("/readyz", Ready);
    }

    private static IResult Ready(PracticeLibrary library)
    {
        var failure = library.LastFailure;
        if (!library.IsReady) return Plain($"not ready: {failure ?? "the collection has not been read yet"}\n", StatusCodes.Status503ServiceUnavailable);
        var stale = failure is null ? "" : $"not up to date: {failure}\n";
        return Plain($"ready: {library.Current.Count} records, version {library.Current.Version}\n{stale}", StatusCodes.Status200OK);
    }

    private static IResult Plain(string text, int status) => Results.Text(text, "text/plain; charset=utf-8", statusCode: status);
}
