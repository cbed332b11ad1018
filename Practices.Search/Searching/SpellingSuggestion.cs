using System.Collections.Immutable;

namespace Practices.Search.Searching;

/// <summary>The text of a search with its misspelt words put right: "did you mean".</summary>
/// <param name="Text">The text, in query syntax.</param>
/// <param name="Words">What was changed in it, in the order of the text; at least one.</param>
/// <param name="IsApplied">Whether the result is that of this text, as the one that was typed finds nothing.</param>
public sealed record SpellingSuggestion(string Text, ImmutableArray<CorrectedWord> Words, bool IsApplied = false);

/// <summary>A word of a search with the word that was probably meant.</summary>
/// <param name="Typed">The word as typed.</param>
/// <param name="Correction">A word of the index as people write it, in lower case.</param>
public readonly record struct CorrectedWord(string Typed, string Correction);
