using System.Collections.Immutable;

namespace Practices.Search.Highlighting;

/// <summary>A run of text that did or did not match. Plain text: whoever draws it encodes it.</summary>
/// <param name="Text">The text as stored.</param>
/// <param name="IsMatch">Whether it is a word that the query asked for.</param>
public readonly record struct Fragment(string Text, bool IsMatch);

/// <summary>A passage of a field with its matched words marked.</summary>
/// <param name="Field">The field it is from.</param>
/// <param name="Fragments">The passage from left to right; their texts joined are the passage.</param>
/// <param name="StartsInside">Whether text was left out before it.</param>
/// <param name="EndsInside">Whether text was left out after it.</param>
public sealed record Snippet(string Field, ImmutableArray<Fragment> Fragments, bool StartsInside, bool EndsInside);
