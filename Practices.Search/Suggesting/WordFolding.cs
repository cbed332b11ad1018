using Practices.Search.Analysis;

namespace Practices.Search.Suggesting;

/// <summary>Makes the spellings of a word one, as the index does, and leaves apostrophes out: <c>womens</c> is on its way to "women's".</summary>
internal sealed class WordFolding
{
    // The typewriter's, the typographic, the letter, the full-width one.
    private const string Apostrophes = "'\u2019\u02BC\uFF07";

    // Not the n of N'Djamena.
    private const string Articles = "cdjlmstCDJLMST";

    private static readonly LowerCase LowerCase = new();
    private static readonly Folding Folding = new();
    private readonly TermBuffer _word = new();

    /// <summary>Folds a word.</summary>
    /// <returns>The folded word, valid until the next is folded; empty where nothing is left.</returns>
    public ReadOnlySpan<char> Fold(ReadOnlySpan<char> word)
    {
        _word.Set(word);
        LowerCase.Apply(_word);
        Folding.Apply(_word);
        var letters = _word.Letters;
        if (!letters.Contains('\'')) return letters;
        var kept = 0;
        foreach (var letter in letters)
        {
            if (letter != '\'') letters[kept++] = letter;
        }

        return letters[..kept];
    }

    /// <summary>Whether a word begins with an article or particle of one letter that is nobody's beginning: nobody types "durb" for "d'urbanisme".</summary>
    public static bool HasArticle(ReadOnlySpan<char> word) => word.Length > 2 && Articles.Contains(word[0]) && Apostrophes.Contains(word[1]);

    /// <summary>Where the next part of a word begins that may be typed alone: "acqua" in "dell'acqua".</summary>
    /// <param name="word">The word as it is written.</param>
    /// <param name="start">Where the last part began; replaced by where the next does.</param>
    /// <returns><see langword="false"/> where there is none.</returns>
    public static bool NextPart(ReadOnlySpan<char> word, ref int start)
    {
        var at = word[start..].IndexOfAny(Apostrophes);
        if (at < 0 || start + at + 1 >= word.Length) return false;
        start += at + 1;
        return true;
    }
}
