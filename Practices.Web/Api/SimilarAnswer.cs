using System.Collections.Immutable;

namespace Practices.Web.Api;

/// <summary>The answer of <c>GET /api/v1/practices/{id}/similar</c>.</summary>
/// <param name="Hits">The records of the same kind that are most like it, the best first.</param>
public sealed record SimilarAnswer(ImmutableArray<AnswerSimilar> Hits);

/// <summary>A record that is like the one asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Its summary, whole.</param>
/// <param name="Url">Its page, as a path on this host.</param>
/// <param name="Score">How like it is; comparable within one answer only.</param>
/// <param name="Shared">The themes, goals and people served that both carry.</param>
public sealed record AnswerSimilar(string Id, string Title, string Summary, string Url, double Score, ImmutableArray<AnswerShared> Shared);

/// <summary>A value of a facet that two records carry.</summary>
/// <param name="Field">The facet's query key.</param>
/// <param name="Value">The query value.</param>
/// <param name="Label">The value's name in English.</param>
public sealed record AnswerShared(string Field, string Value, string Label);
