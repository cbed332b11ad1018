namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// A word on its way through the steps of <see cref="EnglishStemmer"/>. A <c>y</c> that sounds as a consonant is written <c>Y</c> meanwhile.
/// </summary>
internal ref struct EnglishWord
{
    // Words that are no relatives but would lose the same ending: the rest of the word after these is its first region.
    private static readonly string[] FirstRegionExceptions = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    private static readonly Suffixes Possessives = new(new("'", ""), new("'s", ""), new("'s'", ""));

    private static readonly Suffixes Plurals = new(new("sses", "ss"), new("ied", "i"), new("ies", "i"), new("s", ""), new("us", "us"), new("ss", "ss"));

    private static readonly Suffixes Inflections =
        new(new("eed", "ee"), new("eedly", "ee"), new("ed", ""), new("edly", ""), new("ing", ""), new("ingly", ""));

    private static readonly Suffixes Step2 = new(
        new("tional", "tion"), new("enci", "ence"), new("anci", "ance"), new("abli", "able"), new("entli", "ent"), new("izer", "ize"),
        new("ization", "ize"), new("ational", "ate"), new("ation", "ate"), new("ator", "ate"), new("alism", "al"), new("aliti", "al"),
        new("alli", "al"), new("fulness", "ful"), new("ousli", "ous"), new("ousness", "ous"), new("iveness", "ive"), new("iviti", "ive"),
        new("biliti", "ble"), new("bli", "ble"), new("ogist", "og"), new("ogi", "og"), new("fulli", "ful"), new("lessli", "less"), new("li", ""));

    private static readonly Suffixes Step3 = new(
        new("tional", "tion"), new("ational", "ate"), new("alize", "al"), new("icate", "ic"), new("iciti", "ic"), new("ical", "ic"), new("ful", ""),
        new("ness", ""), new("ative", ""));

    private static readonly Suffixes Step4 = new(
        new("al", ""), new("ance", ""), new("ence", ""), new("er", ""), new("ic", ""), new("able", ""), new("ible", ""), new("ant", ""),
        new("ement", ""), new("ment", ""), new("ent", ""), new("ism", ""), new("ate", ""), new("iti", ""), new("ous", ""), new("ive", ""),
        new("ize", ""), new("ion", ""));

    private readonly Span<char> _letters;
    private int _region1;
    private int _region2;

    public EnglishWord(Span<char> letters)
    {
        _letters = letters;
        Length = letters.Length;
    }

    /// <summary>How many letters are left.</summary>
    public int Length { get; private set; }

    private readonly ReadOnlySpan<char> Word => _letters[..Length];

    /// <summary>Takes the word through every step; its stem is what is left at the start of the letters.</summary>
    public void Stem()
    {
        MarkConsonantY();
        FindRegions();
        if (Possessives.TryFind(Word, out var possessive)) Replace(possessive);
        RemovePlural();
        RemoveInflection();
        ReplaceFinalY();
        ReplaceDerivation();
        RemoveDerivation();
        RemoveResidue();
        RemoveFinalLetter();
        _letters[..Length].Replace('Y', 'y');
    }

    private readonly void MarkConsonantY()
    {
        for (var i = 0; i < Length; i++)
        {
            if (_letters[i] == 'y' && (i == 0 || IsVowel(i - 1))) _letters[i] = 'Y';
        }
    }

    // The first region begins after the first consonant that follows a vowel, the second likewise inside the first.
    private void FindRegions()
    {
        _region1 = 0;
        foreach (var beginning in FirstRegionExceptions)
        {
            if (Word.StartsWith(beginning, StringComparison.Ordinal)) _region1 = beginning.Length;
        }

        if (_region1 == 0) _region1 = RegionAfter(0);
        _region2 = RegionAfter(_region1);
    }

    private readonly int RegionAfter(int start)
    {
        for (var i = start + 1; i < Length; i++)
        {
            if (!IsVowel(i) && IsVowel(i - 1)) return i + 1;
        }

        return Length;
    }

    // Step 1a.
    private void RemovePlural()
    {
        if (!Plurals.TryFind(Word, out var suffix)) return;
        switch (suffix.Ending)
        {
            case "ied" or "ies":
                Length -= Length > 4 ? 2 : 1;
                break;
            case "s":
                if (HasVowelBefore(Length - 2)) Length--;
                break;
            default:
                Replace(suffix);
                break;
        }
    }

    // Step 1b.
    private void RemoveInflection()
    {
        if (!Inflections.TryFind(Word, out var suffix)) return;
        var rest = Word[..^suffix.Ending.Length];
        if (suffix.Ending is "eed" or "eedly")
        {
            if (rest.Length >= _region1 && rest is not ("proc" or "exc" or "succ")) Replace(suffix);
            return;
        }

        if (suffix.Ending is "ing")
        {
            // dying, lying, tying
            if (rest is [_, 'y'] && !IsVowel(0))
            {
                _letters[1] = 'i';
                _letters[2] = 'e';
                Length = 3;
                return;
            }

            if (rest is "inn" or "out" or "cann" or "herr" or "earr" or "even") return;
        }

        if (!HasVowelBefore(rest.Length)) return;
        Length = rest.Length;
        RepairStem();
    }

    // What is left after an inflection may have lost a final e or doubled its last letter.
    private void RepairStem()
    {
        if (Word.EndsWith("at", StringComparison.Ordinal) || Word.EndsWith("bl", StringComparison.Ordinal) || Word.EndsWith("iz", StringComparison.Ordinal))
        {
            _letters[Length++] = 'e';
        }
        else if (EndsInDouble())
        {
            if (Length != 3 || _letters[0] is not ('a' or 'e' or 'o')) Length--;
        }
        else if (_region1 >= Length && EndsInShortSyllable(Length))
        {
            _letters[Length++] = 'e';
        }
    }

    // Step 1c.
    private readonly void ReplaceFinalY()
    {
        if (Length > 2 && _letters[Length - 1] is 'y' or 'Y' && !IsVowel(Length - 2)) _letters[Length - 1] = 'i';
    }

    // Step 2.
    private void ReplaceDerivation()
    {
        if (!Step2.TryFind(Word, out var suffix) || !InRegion(suffix, _region1)) return;
        var before = suffix.Ending.Length < Length ? _letters[Length - suffix.Ending.Length - 1] : ' ';
        var applies = suffix.Ending switch
        {
            "ogi" => before == 'l',
            "li" => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            _ => true,
        };
        if (applies) Replace(suffix);
    }

    // Step 3.
    private void RemoveDerivation()
    {
        if (Step3.TryFind(Word, out var suffix) && InRegion(suffix, suffix.Ending is "ative" ? _region2 : _region1)) Replace(suffix);
    }

    // Step 4.
    private void RemoveResidue()
    {
        if (!Step4.TryFind(Word, out var suffix) || !InRegion(suffix, _region2)) return;
        if (suffix.Ending is not "ion" || _letters[Length - 4] is 's' or 't') Replace(suffix);
    }

    // Step 5.
    private void RemoveFinalLetter()
    {
        if (Length == 0) return;
        var before = Length - 1;
        var isRemoved = _letters[before] switch
        {
            'e' => before >= _region2 || (before >= _region1 && !EndsInShortSyllable(before)),
            'l' => before >= _region2 && before > 0 && _letters[before - 1] == 'l',
            _ => false,
        };
        if (isRemoved) Length--;
    }

    private readonly bool IsVowel(int index) => _letters[index] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private readonly bool HasVowelBefore(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(i)) return true;
        }

        return false;
    }

    private readonly bool InRegion(Suffix suffix, int region) => Length - suffix.Ending.Length >= region;

    private readonly bool EndsInDouble() =>
        Length >= 2 && _letters[Length - 1] == _letters[Length - 2] && _letters[Length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    // A vowel between two consonants of which the last is not w, x or Y; or a vowel and a consonant that are all of it.
    private readonly bool EndsInShortSyllable(int end) =>
        (end >= 3 && !IsVowel(end - 3) && IsVowel(end - 2) && !IsVowel(end - 1) && _letters[end - 1] is not ('w' or 'x' or 'Y'))
        || (end == 2 && IsVowel(0) && !IsVowel(1))
        || _letters[..end].SequenceEqual("past");

    private void Replace(Suffix suffix)
    {
        Length -= suffix.Ending.Length;
        suffix.Replacement.CopyTo(_letters[Length..]);
        Length += suffix.Replacement.Length;
    }
}
