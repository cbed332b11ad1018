using System.Collections.Immutable;

namespace Practices.Web.Api;

/// <summary>The answer of <c>GET /api/v1/suggest</c>.</summary>
/// <param name="Query">What was typed, as far as it was read.</param>
/// <param name="Suggestions">What may be meant, the best first; at most eight.</param>
public sealed record SuggestAnswer(string Query, ImmutableArray<AnswerSuggestion> Suggestions);

/// <summary>Something that may be meant.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Matched">Another name of it that what was typed is part of; left out where <paramref name="Text"/> is found by it.</param>
/// <param name="Group">What it is, in English: <c>Theme</c>, <c>City</c>, <c>Practice</c>.</param>
/// <param name="Count">How many records carry it; left out for a record.</param>
/// <param name="Url">The record's page, or the search for what carries it, as a path on this host.</param>
/// <param name="Marks">
/// Where what was typed stands in <paramref name="Matched"/>, else in <paramref name="Text"/>: pairs of the first UTF-16 unit and the one after the last.
/// </param>
public sealed record AnswerSuggestion(string Text, string? Matched, string Group, int? Count, string Url, ImmutableArray<ImmutableArray<int>> Marks);
