using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Practices.Web.Api;

/// <summary>The answer of <c>GET /api/v1/practices</c>.</summary>
/// <param name="Total">Records that match, exactly.</param>
/// <param name="Page">The page these hits are of, from 1.</param>
/// <param name="PageSize">Hits a page as applied.</param>
/// <param name="Hits">The hits of the page, in order.</param>
/// <param name="Facets">Every facet with its counts; a facet's own selection does not shrink it.</param>
/// <param name="Corrections">Sentences about what was changed or left out to understand the question.</param>
/// <param name="Understood">How the words were read, in query syntax.</param>
/// <param name="Widened">What words were taken for besides themselves; empty with <c>widen=off</c>.</param>
/// <param name="Suggestion">The words that were probably meant; left out where they are those that were searched for.</param>
public sealed record SearchAnswer(
    int Total,
    int Page,
    int PageSize,
    ImmutableArray<AnswerHit> Hits,
    ImmutableArray<AnswerFacet> Facets,
    ImmutableArray<string> Corrections,
    string Understood,
    ImmutableArray<AnswerWidened> Widened,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Suggestion = null);

/// <summary>Words that also found what carries a value of a facet, since they name it.</summary>
/// <param name="Words">The words as typed.</param>
/// <param name="Field">The facet's query key.</param>
/// <param name="Value">The query value.</param>
/// <param name="Label">The value's name in English.</param>
public sealed record AnswerWidened(string Words, string Field, string Value, string Label);

/// <summary>A record that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Its summary, whole.</param>
/// <param name="Url">Its page, as a path on this host.</param>
/// <param name="Kind"><c>practice</c>, <c>learning</c>, <c>network</c> or <c>award</c>.</param>
/// <param name="Cities">Names of cities.</param>
/// <param name="Countries">ISO 3166 alpha-2 codes.</param>
/// <param name="Sdgs">Goal numbers.</param>
/// <param name="Score">BM25F score; 0 where nothing was typed.</param>
/// <param name="Highlights">Passages as HTML: everything is encoded but <c>mark</c>.</param>
public sealed record AnswerHit(
    string Id,
    string Title,
    string Summary,
    string Url,
    string Kind,
    ImmutableArray<string> Cities,
    ImmutableArray<string> Countries,
    ImmutableArray<int> Sdgs,
    double Score,
    ImmutableArray<string> Highlights);

/// <summary>A facet.</summary>
/// <param name="Field">Its query key.</param>
/// <param name="Label">Its name in English.</param>
/// <param name="Values">Its values, parents before their children.</param>
public sealed record AnswerFacet(string Field, string Label, ImmutableArray<AnswerValue> Values);

/// <summary>A value of a facet.</summary>
/// <param name="Value">Its query value.</param>
/// <param name="Label">Its name in English.</param>
/// <param name="Count">How many records it alone would give, the other filters unchanged.</param>
/// <param name="Selected">Whether it is chosen.</param>
/// <param name="Url">The search with this value chosen, or without it where it is.</param>
public sealed record AnswerValue(string Value, string Label, int Count, bool Selected, string Url);
