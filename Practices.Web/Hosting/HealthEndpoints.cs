using Practices.Indexer.Indexing;

namespace Practices.Web.Hosting;

/// <summary>What an operator's monitor asks.</summary>
public static class HealthEndpoints
{
    /// <summary><c>/healthz</c>: the program is alive. <c>/readyz</c>: it has a collection to show; 503 with the reason in plain words otherwise.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/healthz", () => Plain("alive\n", StatusCodes.Status200OK));
        routes.MapRead("/readyz", (PracticeLibrary library) => library.IsReady
            ? Plain($"ready: {library.Current.Count} records, version {library.Current.Version}\n", StatusCodes.Status200OK)
            : Plain("not ready: the collection has not been read yet\n", StatusCodes.Status503ServiceUnavailable));
    }

    private static IResult Plain(string text, int status) => Results.Text(text, "text/plain; charset=utf-8", statusCode: status);
}
