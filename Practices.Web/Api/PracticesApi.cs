using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;
using Practices.Search.Searching;
using Practices.Web.Hosting;

namespace Practices.Web.Api;

/// <summary>The open interface: the search of the site with the same query string, and each record, as JSON.</summary>
public static class PracticesApi
{
    public static void MapPracticesApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Routes.ApiSearch).CacheOutput(PageCache.Policy).WithMetadata(new Freshness.SnapshotPage());
        api.MapRead("", Search);
        api.MapRead("/{id}", Find);
    }

    private static JsonHttpResult<SearchAnswer> Search(HttpContext context, PracticeLibrary library)
    {
        var catalog = library.Current;
        var (state, ignored) = SearchQuery.Read(context.Request.Query, catalog, withPageSize: true);
        if (ignored.Count > 0) PageCache.Skip(context);
        var result = catalog.Search(state.ToRequest());
        return TypedResults.Json(
            new SearchAnswer(
                result.Total,
                result.Page,
                result.PageSize,
                [.. PracticeCatalog.Read(result).Select(Hit)],
                Facets(state, result, catalog),
                [.. ignored.Select(i => $"{i.Key}={i.Value} was left out. {i.Reason}"), .. result.Notes],
                result.Understood,
                result.Suggestion is { IsApplied: false } suggestion ? suggestion.Text : null),
            ApiShape.Search);
    }

    private static Results<JsonHttpResult<Practice>, RedirectHttpResult, ProblemHttpResult> Find(string id, PracticeLibrary library)
    {
        var catalog = library.Current;
        if (catalog.Find(id) is { } practice) return TypedResults.Json(practice, ApiShape.Record);
        if (catalog.CurrentId(id) is { } current) return TypedResults.Redirect(Routes.ApiRecord(current), permanent: true);
        return TypedResults.Problem("There is no published record of this id.", statusCode: StatusCodes.Status404NotFound);
    }

    private static AnswerHit Hit(PracticeHit hit)
    {
        var card = hit.Card;
        return new(
            card.Id,
            card.Title,
            card.Summary,
            Routes.Record(card.Kind, card.Id),
            PracticeFacets.IdOf(card.Kind),
            [.. card.Places.Select(p => p.City).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. card.Places.Select(p => p.Country).OfType<string>().Distinct(StringComparer.Ordinal)],
            card.Goals,
            hit.Hit.Score,
            [.. hit.Hit.Snippets.Select(s => SnippetHtml.Of(s).ToText())]);
    }

    private static ImmutableArray<AnswerFacet> Facets(SearchState state, SearchResult result, PracticeCatalog catalog)
    {
        var counts = result.Facets.ToDictionary(f => f.Field, StringComparer.Ordinal);
        return
        [
            .. from facet in PracticeCatalog.Facets
               where counts.ContainsKey(facet.Field)
               select new AnswerFacet(
                   facet.Field,
                   facet.Label,
                   [
                       .. counts[facet.Field].Values.Select(v => new AnswerValue(
                           v.Path.Leaf,
                           catalog.LabelOf(facet.Field, v.Path),
                           v.Count,
                           state.Filters.Contains(facet.Field, v.Path),
                           state.Toggle(facet.Field, v.Path).Url(Routes.ApiSearch))),
                   ]),
        ];
    }
}
