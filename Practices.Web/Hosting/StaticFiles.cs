using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;

namespace Practices.Web.Hosting;

/// <summary>The stylesheet and the icon. Their addresses carry a hash of their content, so that they are fetched once and kept for good.</summary>
public static class StaticFiles
{
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    /// <summary>Where the files of a published program are, wherever it is started from; <see langword="null"/> for one that runs from its source.</summary>
    public static string? Root() => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    /// <summary>The address of one of them with its hash, for what stands on every page: a tag helper would take longer over it than over all else of the line.</summary>
    public static string Versioned(this IFileVersionProvider files, HttpContext context, string file) =>
        files.AddFileVersionToPath(context.Request.PathBase, $"{context.Request.PathBase}/{file}");

    /// <summary>Serves the files below <c>wwwroot</c>.</summary>
    public static void UseStaticAssets(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = context =>
        {
            // An address without its hash may change its content.
            var isVersioned = context.Context.Request.Query.ContainsKey("v");
            context.Context.Response.Headers[HeaderNames.CacheControl] = isVersioned ? $"public, max-age={YearInSeconds}, immutable" : "public, no-cache";
        },
    });
}
