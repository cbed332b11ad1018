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
    private const int MostSimilar = 10;

    public static void MapPracticesApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Routes.ApiSearch).CacheOutput(PageCache.Policy).WithMetadata(new Freshness.SnapshotPage());
        api.MapRead("", Search);
        api.MapRead("/{id}", Find);
        api.MapRead("/{id}/similar", Similar);
        api.MapRead("/{id}/explain", Explain);
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
                [.. catalog.Read(result).Select(Hit)],
                Facets(state, result, catalog),
                [.. ignored.Select(i => $"{i.Key}={i.Value} was left out. {i.Reason}"), .. result.Notes],
                result.Understood,
                [.. result.Widened.Select(w => new AnswerWidened(w.Words, w.Field, w.Path.Leaf, w.Label))],
                result.Suggestion is { IsApplied: false } suggestion ? suggestion.Text : null),
            ApiShape.Search);
    }

    private static Results<JsonHttpResult<Practice>, RedirectHttpResult, ProblemHttpResult> Find(string id, PracticeLibrary library)
    {
        var catalog = library.Current;
        if (catalog.Find(id) is { } practice) return TypedResults.Json(practice, ApiShape.Record);
        if (catalog.CurrentId(id) is { } current) return TypedResults.Redirect(Routes.ApiRecord(current), permanent: true);
        return Missing();
    }

    private static Results<JsonHttpResult<SimilarAnswer>, ProblemHttpResult> Similar(string id, PracticeLibrary library)
    {
        var catalog = library.Current;
        id = catalog.CurrentId(id) ?? id;
        if (catalog.Find(id) is null) return Missing();
        return TypedResults.Json(
            new SimilarAnswer(
            [
                .. catalog.Similar(id, MostSimilar).Select(other => new AnswerSimilar(
                    other.Card.Id,
                    other.Card.Title,
                    other.Card.Summary,
                    Routes.Record(other.Card.Kind, other.Card.Id),
                    other.Score,
                    [.. other.Shared.Select(s => new AnswerShared(s.Field, s.Path.Leaf, catalog.LabelOf(s.Field, s.Path)))])),
            ]),
            ApiShape.Similar);
    }

    // A record that the words do not find is answered, too: that it has no score is the explanation.
    private static Results<JsonHttpResult<Explanation>, ProblemHttpResult> Explain(string id, HttpContext context, PracticeLibrary library)
    {
        var catalog = library.Current;
        id = catalog.CurrentId(id) ?? id;
        if (catalog.Find(id) is null) return Missing();
        var (state, _) = SearchQuery.Read(context.Request.Query, catalog, withPageSize: true);
        var explanation = state.Text.Length == 0
            ? Explanation.Of(0, "no score: nothing was asked; put the words into q")
            : catalog.Explain(state.ToRequest(), id) ?? Explanation.Of(0, $"no score: the record does not match “{state.Text}”");
        return TypedResults.Json(explanation, ApiShape.Explanation);
    }

    private static ProblemHttpResult Missing() => TypedResults.Problem("There is no published record of this id.", statusCode: StatusCodes.Status404NotFound);

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
