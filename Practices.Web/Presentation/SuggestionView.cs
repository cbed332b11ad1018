using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>The other way in which a search can be read, with its address: as corrected, or as typed where it has been corrected already.</summary>
/// <param name="Text">The words of the other way.</param>
/// <param name="Url">That search.</param>
/// <param name="IsApplied">Whether the result is that of the corrected words, so that the other way is what was typed.</param>
public sealed record SuggestionView(string Text, string Url, bool IsApplied)
{
    /// <summary>What can be offered beside the result of a search.</summary>
    public static SuggestionView Of(SearchState state, SpellingSuggestion suggestion) => suggestion.IsApplied
        ? new(state.Text, state.Exactly().Url(), IsApplied: true)
        : new(suggestion.Text, state.WithText(suggestion.Text).Url(), IsApplied: false);
}
