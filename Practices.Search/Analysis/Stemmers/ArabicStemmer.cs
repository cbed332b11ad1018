namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// The Arabic Snowball stemmer by Assem Chelli and Abdelkrim Aries, the same in Snowball 2 and 3, written from its definition at
/// snowballstem.org/algorithms/arabic/stemmer.html: endings and prefixes come off while the word stays long enough to be one.
/// Leaves out vowel signs and the stretching tatweel; expects letters, not the shapes that they take in a line (<see cref="Composition"/>).
/// </summary>
public sealed class ArabicStemmer : ITokenFilter
{
    // Each ending's rule is the number of letters that a word must have to lose it.
    private static readonly Endings<int> VerbPronouns = new((4, "ه ك"), (5, "ني نا ها هم هن كم كن"), (6, "هما كما كمو"));

    private static readonly Endings<int> VerbEndings = new((4, "ت ا ن ي"), (5, "نا تا تن"), (6, "ان ون ين تما"));

    private static readonly Endings<int> PastEndings = new((5, "وا تم"));

    private static readonly Endings<int> PluralEndings = new((4, "و"), (6, "تمو"));

    private static readonly Endings<int> NounPronouns = new((4, "ي ك ه"), (5, "نا كم ها هن هم"), (6, "كما هما"));

    private static readonly Endings<int> NounN = new((6, "ن"));

    private static readonly Endings<int> NounVowels = new((5, "ا ي و"));

    private static readonly Endings<int> NounAt = new((5, "ات"));

    private static readonly Endings<int> NounT = new((4, "ت"));

    private static readonly Endings<int> NounTehMarbuta = new((4, "ة"));

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var word = new StemWord(term);
        var isDefinite = IsDefinite(word.Letters);
        RemoveSigns(ref word);

        if ((isDefinite || !RemoveVerbEnding(ref word)) && !RemoveNounEnding(ref word, isDefinite) && word.FromEnd(0) == 'ى') word.Replace(1, "ي");
        RemovePrefix(ref word, isDefinite);
        WriteHamzas(word.Letters);
        term.Resize(word.Length);
    }

    // A word with the article is a noun; one without it may be a noun or a verb.
    private static bool IsDefinite(ReadOnlySpan<char> letters) =>
        letters.Length > 4 ? letters.StartsWith("بال") || letters.StartsWith("كال") || StartsWithArticle(letters) : letters.Length > 3 && StartsWithArticle(letters);

    private static bool StartsWithArticle(ReadOnlySpan<char> letters) => letters.StartsWith("ال") || letters.StartsWith("لل");

    private static void RemoveSigns(ref StemWord word)
    {
        var length = 0;
        foreach (var letter in word.Letters)
        {
            if (letter is not ((>= '\u064B' and <= '\u0652') or '\u0640')) word.Letters[length++] = letter;
        }

        word.Remove(word.Length - length);
    }

    private static bool RemoveVerbEnding(ref StemWord word)
    {
        // One pronoun may stand behind another.
        var hasPronoun = false;
        while (TryRemove(VerbPronouns, ref word)) hasPronoun = true;
        if (!hasPronoun) return TryRemove(PastEndings, ref word) || TryRemove(VerbEndings, ref word);

        if (!TryRemove(VerbEndings, ref word)) TryRemove(PluralEndings, ref word);
        return true;
    }

    // True when the ending -ī of an adjective came off; a word may lose another ending and still not be done.
    private static bool RemoveNounEnding(ref StemWord word, bool isDefinite)
    {
        var adjective = 0;
        if (!TryRemove(NounTehMarbuta, ref word))
        {
            if (!isDefinite && TryRemove(NounPronouns, ref word))
            {
                // Where no second ending comes off, the definition passes over the last letter.
                if (!TryRemove(NounVowels, ref word) && !TryRemove(NounAt, ref word) && !TryRemove(NounT, ref word)) adjective = 1;
            }
            else
            {
                RemoveOtherNounEnding(ref word, isDefinite);
            }
        }

        if (word.FromEnd(adjective) != 'ي' || word.Length < 3) return false;
        word.Replace(word.Length - 1 - adjective, 1, "");
        return true;
    }

    private static void RemoveOtherNounEnding(ref StemWord word, bool isDefinite)
    {
        if (TryRemove(NounN, ref word) && (TryRemove(NounVowels, ref word) || TryRemove(NounAt, ref word) || TryRemove(NounT, ref word))) return;
        if (isDefinite || !TryRemove(NounVowels, ref word)) TryRemove(NounAt, ref word);
    }

    private static bool TryRemove(Endings<int> endings, ref StemWord word)
    {
        var count = endings.Find(word.Letters, out var least);
        if (count == 0 || word.Length < least) return false;
        word.Remove(count);
        return true;
    }

    private static void RemovePrefix(ref StemWord word, bool isDefinite)
    {
        // Where the interrogative hamza came off, the letter behind it stays out of the steps that follow.
        var start = 0;
        if (word.Length > 3 && word.Letters is ['أ', 'أ' or 'آ' or 'ؤ' or 'ا' or 'إ', ..])
        {
            word.Replace(word.Letters[1] == 'ؤ' ? 1 : 0, 1, "");
            start = 1;
        }

        if (word.Length > 3 && word.Letters[start..] is ['ف' or 'و', not 'ا', ..]) word.Replace(start, 1, "");

        ReadOnlySpan<char> letters = word.Letters[start..];
        if (letters.StartsWith("بال") || letters.StartsWith("كال"))
        {
            if (word.Length > 5)
            {
                word.Replace(start, 3, "");
                return;
            }
        }
        else if (StartsWithArticle(letters) && word.Length > 4)
        {
            word.Replace(start, 2, "");
            return;
        }

        if (RemoveNounPrefix(ref word, start) || isDefinite) return;
        RemoveVerbPrefix(ref word, start);
    }

    private static bool RemoveNounPrefix(ref StemWord word, int start)
    {
        if (word.Length <= 3 || word.Letters[start..] is not (['ب', not 'ا', ..] or ['ك', 'ك', ..])) return false;
        word.Replace(start, 1, "");
        return true;
    }

    private static void RemoveVerbPrefix(ref StemWord word, int start)
    {
        if (word.Length <= 4) return;
        if (word.Letters[start..] is ['س', 'ي' or 'ت' or 'ن' or 'أ', ..]) word.Replace(start++, 1, "");
        if (word.Length > 4 && word.Letters[start..] is ['ي' or 'ن' or 'ت', 'س', 'ت', ..]) word.Letters[start] = 'ا';
    }

    private static void WriteHamzas(Span<char> letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var isLast = i == letters.Length - 1;
            letters[i] = letters[i] switch
            {
                'أ' or 'إ' or 'آ' => isLast ? 'ء' : 'ا',
                'ؤ' => isLast ? 'ء' : 'و',
                'ئ' => isLast ? 'ء' : 'ي',
                var other => other,
            };
        }
    }
}
