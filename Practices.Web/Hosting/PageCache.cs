using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Practices.Indexer.Indexing;
using Practices.Web.Presentation;

namespace Practices.Web.Hosting;

/// <summary>
/// Keeps rendered pages, compressed as they were sent. The key holds the catalog's version and fingerprint, so that no page outlives the content
/// it shows; a replaced catalog also drops all pages at once, to give their memory back.
/// </summary>
public sealed class PageCache(PracticeLibrary library) : IOutputCachePolicy
{
    public const string Policy = "pages";

    // Longer questions are rarely asked twice; keeping them would let anybody fill the cache with noise.
    private const int LongestQuery = 600;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private static readonly CatalogMemo<AskedQuestions> Asked = new(_ => new());

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

        var catalog = library.Current;
        var vary = context.CacheVaryByRules.VaryByValues;
        vary["version"] = catalog.Version;
        vary["content"] = catalog.Fingerprint;
        vary["day"] = Today.For(context.HttpContext);
        vary["encoding"] = Encoding(request.Headers.AcceptEncoding.ToString());
        var question = Understood(request, catalog);
        vary["query"] = question;
        if (request.Query.ContainsKey("q") && !Asked.Of(catalog).IsWorthKeeping(question)) context.AllowCacheStorage = context.AllowLocking = false;
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

    // The question as it was read, in its one canonical address, and what was left out of it, which the page says. Two addresses share a page
    // only where they are read alike. Only searches, practices and pages of cities and chosen records read their query; elsewhere a query makes no other page.
    private static string Understood(HttpRequest request, PracticeCatalog catalog)
    {
        if (request.Path.StartsWithSegments(Routes.Compare)) return Understood(ChosenRecords.ToCompare(request.Query, catalog));
        if (Answers(request, Routes.Shortlist)) return Understood(ChosenRecords.Listed(request.Query, catalog));
        var isOffline = request.Path.StartsWithSegments(Routes.Offline);
        if (isOffline && request.Query.ContainsKey(ChosenRecords.Key)) return Understood(ChosenRecords.Listed(request.Query, catalog));
        if (request.Path.StartsWithSegments(Routes.MyCity)) return Understood(CityQuery.Read(request.Query, catalog));
        if (request.Path.StartsWithSegments(Routes.Search, out var practice) && practice.HasValue) return Understood(CityQuery.ReadCity(request.Query, catalog));

        var isApi = request.Path.StartsWithSegments(Routes.Api);
        if (!isApi && !isOffline && !Answers(request, Routes.Search)) return "";
        var (state, ignored) = SearchQuery.Read(request.Query, catalog, withPageSize: isApi);
        return Understood(state.Url(), ignored);
    }

    // A page, what lies below it, and the same to take away, whose address has a format's name behind it.
    private static bool Answers(HttpRequest request, string page) =>
        request.Path.StartsWithSegments(page) || (request.Path.Value ?? "").StartsWith($"{page}.", StringComparison.OrdinalIgnoreCase);

    private static string Understood(CityQuery city) => Understood($"{city.Url()}&{string.Join('&', city.Others.Select(other => other.Id))}", city.Ignored);

    private static string Understood(ChosenRecords chosen) => Understood(chosen.Url(""), chosen.Ignored);

    private static string Understood(string address, IReadOnlyList<IgnoredParameter> ignored) =>
        $"{address}#{string.Concat(ignored.Select(part => $"&{Uri.EscapeDataString(part.Key)}={Uri.EscapeDataString(part.Value)}={Uri.EscapeDataString(part.Reason)}"))}";

    private static string Encoding(string accepted) =>
        accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
        : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
        : "";
}
