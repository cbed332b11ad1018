using System.Collections.Immutable;
using Practices.Search.Index;

namespace Practices.Search.Searching;

/// <summary>Finds what a text asks for and, where words of it are probably misspelt, what was meant.</summary>
internal static class Correction
{
    /// <summary>
    /// Finds what was typed. Where that is nothing and the text with its misspelt words put right finds something, that is found instead and a note says so;
    /// otherwise the corrected text is only suggested.
    /// </summary>
    public static TextMatch Find(IndexSnapshot snapshot, SearchRequest request, ImmutableArray<SearchScratch> scratches)
    {
        var typed = TextMatch.Find(snapshot, request, scratches);
        var isNothing = typed.IsEmpty;
        if (!request.Correct && !isNothing) return typed;
        var words = new SpellChecker(snapshot).Corrections(typed.Query);
        if (words.IsEmpty) return typed;

        var parsed = TextMatch.Parse(snapshot, request with { Match = Queries.MatchWords.All });
        var suggestion = new SpellingSuggestion(SpellChecker.Rewrite(parsed.Query, words).ToString()!, words);
        if (isNothing)
        {
            var corrected = TextMatch.Find(snapshot, request with { Text = suggestion.Text, MaxTextLength = int.MaxValue }, scratches);
            if (corrected.IsEmpty) return typed;
            if (request.Correct)
            {
                corrected.Suggestion = suggestion with { IsApplied = true };
                corrected.Notes = [.. parsed.Notes, Note(words), .. corrected.Notes];
                return corrected;
            }
        }

        typed.Suggestion = suggestion;
        return typed;
    }

    private static string Note(ImmutableArray<CorrectedWord> words)
    {
        var typed = string.Join(" and ", words.Select(word => $"\"{word.Typed}\""));
        var meant = string.Join(" and ", words.Select(word => $"\"{word.Correction}\""));
        return $"Nothing was found for {typed}; results for {meant} are shown.";
    }
}
