using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Practices.Indexer.Indexing;

namespace Practices.Web.Hosting;

/// <summary>
/// Keeps rendered pages, compressed as they were sent. The key holds the catalog's version, so that no page outlives the content it shows;
/// a replaced catalog also drops all pages at once, to give their memory back.
/// </summary>
public sealed class PageCache(PracticeLibrary library) : IOutputCachePolicy
{
    public const string Policy = "pages";

    // Longer questions are rarely asked twice; keeping them would let anybody fill the cache with noise.
    private const int LongestQuery = 600;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var cacheable = library.IsReady
            && context.HttpContext.Response.StatusCode == StatusCodes.Status200OK
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && StringValues.IsNullOrEmpty(request.Headers.Authorization)
            && (request.QueryString.Value?.Length ?? 0) <= LongestQuery;

        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        context.Tags.Add(Policy);
        if (!cacheable) return ValueTask.CompletedTask;

        var vary = context.CacheVaryByRules.VaryByValues;
        vary["version"] = library.Current.Version;
        vary["encoding"] = Encoding(request.Headers.AcceptEncoding.ToString());
        vary["query"] = Normalise(request);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Leaves this answer out of the cache: what it shows depends on more than what was asked and found.</summary>
    public static void Skip(HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } feature) feature.Context.AllowCacheStorage = false;
    }

    // Only the searches read their query; elsewhere a query makes no other page.
    private static string Normalise(HttpRequest request) =>
        request.Path.StartsWithSegments(Routes.Search) || request.Path.StartsWithSegments(Routes.Api)
            ? string.Join('&', request.Query
                .SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={value?.Trim()}"))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal))
            : "";

    private static string Encoding(string accepted) =>
        accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
        : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
        : "";
}
