using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>What several words of a query ask for.</summary>
internal enum Combination
{
    /// <summary>Documents with every word; everything where there is none.</summary>
    All,

    /// <summary>Documents with any word.</summary>
    Any,

    /// <summary>Documents in which the words stand side by side.</summary>
    Phrase,

    /// <summary>Documents with a word that begins with the letters.</summary>
    Prefix,
}

/// <summary>One query, as the engine is asked it and as a program can answer that reads every document.</summary>
/// <param name="Combination">How the words combine.</param>
/// <param name="Words">The words, or the letters of the prefix.</param>
/// <param name="Request">The search: the ten best with all counts, without highlights.</param>
internal sealed record BenchmarkQuery(Combination Combination, string[] Words, SearchRequest Request)
{
    /// <summary>Makes a query of words.</summary>
    public static BenchmarkQuery Of(Combination combination, FacetSelection filters, params string[] words) =>
        new(combination, words, new() { Text = TextOf(combination, words), Filters = filters, PageSize = 10, Highlight = false });

    /// <summary>A search for how many documents hold a word.</summary>
    public static SearchRequest CountOf(string word) => new() { Text = Plain(word), PageSize = 0, CountFacets = false, Highlight = false };

    private static string TextOf(Combination combination, string[] words) => combination switch
    {
        Combination.Any => string.Join(" OR ", words.Select(Plain)),
        Combination.Phrase => $"\"{string.Join(' ', words.Select(Unquoted))}\"",
        Combination.Prefix => Unquoted(words[0]) + "*",
        _ => string.Join(' ', words.Select(Plain)),
    };

    // Letters and digits mean themselves, but for the two operators; anything else does between quotation marks.
    private static string Plain(string word) => word.All(char.IsLetterOrDigit) && word is not ("OR" or "AND") ? word : $"\"{Unquoted(word)}\"";

    private static string Unquoted(string word) => word.Replace('"', ' ');
}
