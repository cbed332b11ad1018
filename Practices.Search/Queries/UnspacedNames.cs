using Practices.Search.Analysis;

namespace Practices.Search.Queries;

/// <summary>Finds names inside text that is written without spaces, such as Chinese.</summary>
/// <param name="isName">Whether some characters are a name.</param>
internal sealed class UnspacedNames(Func<string, bool> isName)
{
    // One character is a part of too many words: 水 (water) stands in 水平 (level).
    private const int LeastLength = 2;
    private const int MostLength = 12;

    // "Of", "and", "in": what joins two names.
    private static readonly char[] Particles = ['的', '和', '与', '及', '在', '之'];

    /// <summary>
    /// Cuts a word into the names in it, the longest first met, and what stands between them less the particles there. A word that holds no name, or
    /// is one, stays whole.
    /// </summary>
    public List<string> Cut(string word)
    {
        var pieces = new List<string>();
        if (word.Length <= LeastLength || !IsUnspaced(word) || isName(word)) return [word];
        var rest = 0;
        var at = 0;
        while (at <= word.Length - LeastLength)
        {
            var length = NameAt(word, at);
            if (length == 0)
            {
                at++;
                continue;
            }

            AddRest(word[rest..at]);
            pieces.Add(word.Substring(at, length));
            at += length;
            rest = at;
        }

        if (rest == 0) return [word];
        AddRest(word[rest..]);
        return pieces;

        void AddRest(string between)
        {
            if (between.Trim(Particles) is { Length: > 0 } words) pieces.Add(words);
        }
    }

    private int NameAt(string word, int start)
    {
        if (char.IsLowSurrogate(word[start])) return 0;
        for (var length = Math.Min(MostLength, word.Length - start); length >= LeastLength; length--)
        {
            if (!char.IsHighSurrogate(word[start + length - 1]) && isName(word.Substring(start, length))) return length;
        }

        return 0;
    }

    private static bool IsUnspaced(string word)
    {
        for (var i = 0; i < word.Length;)
        {
            if (CharacterClasses.At(word, i, out var length) != CharacterClass.Ideograph) return false;
            i += length;
        }

        return true;
    }
}
