using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Practices.Search.Suggesting;

/// <summary>An entry that what was typed may be meant to become.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Marks">Where its text holds what was typed, in the order of the text.</param>
public sealed record Suggestion(SuggestEntry Entry, ImmutableArray<SuggestionMark> Marks);

/// <summary>A stretch of a text that somebody has typed.</summary>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="End">Index after its last.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SuggestionMark(int Start, int End);
