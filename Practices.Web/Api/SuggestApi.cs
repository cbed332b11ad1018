using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Practices.Indexer.Indexing;
using Practices.Search.Suggesting;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

namespace Practices.Web.Api;

/// <summary>
/// Suggestions while somebody types. They carry the content's tag, so that a browser which has them is told so; the server keeps none, since finding
/// them takes less than looking them up.
/// </summary>
public static class SuggestApi
{
    private const string CompletionsType = "application/x-suggestions+json";

    public static void MapSuggestApi(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.ApiSuggest, Suggest).WithMetadata(new Freshness.SnapshotPage());
        routes.MapRead(Routes.ApiCompletions, Complete).WithMetadata(new Freshness.SnapshotPage());
    }

    private static JsonHttpResult<SuggestAnswer> Suggest(HttpRequest request, PracticeLibrary library)
    {
        var typed = Typed(request);
        return TypedResults.Json(new SuggestAnswer(typed, [.. library.Current.Suggester.Suggest(typed).Select(Answer)]), ApiShape.Suggest);
    }

    // The shape that browsers know (OpenSearch Suggestions): what was typed, names to search for, what each is, where each leads.
    private static JsonHttpResult<JsonArray> Complete(HttpRequest request, PublicAddress address, PracticeLibrary library)
    {
        var typed = Typed(request);
        var answers = library.Current.Suggester.Suggest(typed).Select(Answer).ToList();
        JsonArray completions =
        [
            typed,
            Texts(answers.Select(answer => answer.Text)),
            Texts(answers.Select(answer => answer.Group)),
            Texts(answers.Select(answer => address.Of(request, answer.Url))),
        ];
        return TypedResults.Json(completions, ApiShape.Completions, CompletionsType);
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static string Typed(HttpRequest request) => Cut(string.Join(' ', request.Query["q"].ToArray()).Trim());

    private static AnswerSuggestion Answer(PracticeSuggestion suggestion) => new(
        suggestion.Text,
        suggestion.Matched,
        suggestion.Target is RecordTarget { Kind: var kind } ? Words.Capital(Words.Noun(PracticeFacets.IdOf(kind), 1)) : suggestion.Group.ToString(),
        (suggestion.Target as FacetTarget)?.Count,
        UrlOf(suggestion.Target),
        [.. suggestion.Marks.Select(mark => (ImmutableArray<int>)[mark.Start, mark.End])]);

    private static string UrlOf(SuggestionTarget target) => target switch
    {
        RecordTarget record => Routes.Record(record.Kind, record.Id),
        FacetTarget facet => SearchState.Empty.With(facet.Field, facet.Path).Url(),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    // A pair of surrogates is one character and stays whole.
    private static string Cut(string text) =>
        text.Length <= TypedText.MaxLength ? text : text[..(char.IsHighSurrogate(text[TypedText.MaxLength - 1]) ? TypedText.MaxLength - 1 : TypedText.MaxLength)];
}
