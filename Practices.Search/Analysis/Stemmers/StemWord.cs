using System.Buffers;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// A word on its way through the steps of a Snowball stemmer: its letters, and the regions (R1, R2 and RV in the descriptions) in which endings are
/// removed. A region is the index at which it begins; it reaches to the end of the word.
/// </summary>
internal ref struct StemWord
{
    private readonly Span<char> _letters;

    /// <summary>Takes a term, with room to grow to twice its length.</summary>
    public StemWord(TermBuffer term)
    {
        Length = term.Length;
        _letters = term.Room(term.Length * 2);
        Region1 = Region2 = RegionV = Length;
    }

    /// <summary>How many letters are left.</summary>
    public int Length { get; private set; }

    /// <summary>Where the first region begins: after the first consonant that follows a vowel.</summary>
    public int Region1 { get; set; }

    /// <summary>Where the second region begins: after the first consonant that follows a vowel in the first region.</summary>
    public int Region2 { get; set; }

    /// <summary>Where the verb's region begins; each language has a rule.</summary>
    public int RegionV { get; set; }

    /// <summary>The letters that are left.</summary>
    public readonly Span<char> Letters => _letters[..Length];

    /// <summary>The letters in the verb's region.</summary>
    public readonly ReadOnlySpan<char> InRegionV => RegionV < Length ? _letters[RegionV..Length] : [];

    /// <summary>The last letter but so many; a blank where the word is shorter.</summary>
    public readonly char FromEnd(int index) => index < Length ? _letters[Length - 1 - index] : ' ';

    /// <summary>Whether the word ends so.</summary>
    public readonly bool EndsWith(ReadOnlySpan<char> ending) => ((ReadOnlySpan<char>)Letters).EndsWith(ending);

    /// <summary>Whether the last letters lie in a region.</summary>
    public readonly bool LastIn(int count, int region) => Length - count >= region;

    /// <summary>Drops the last letters.</summary>
    public void Remove(int count) => Length -= count;

    /// <summary>Drops the last letters if they lie in a region.</summary>
    public bool TryRemove(int count, int region)
    {
        if (!LastIn(count, region)) return false;
        Length -= count;
        return true;
    }

    /// <summary>Drops an ending if the word has it and it lies in a region.</summary>
    public bool TryRemove(ReadOnlySpan<char> ending, int region) => EndsWith(ending) && TryRemove(ending.Length, region);

    /// <summary>Puts other letters in the place of the last ones.</summary>
    public void Replace(int count, ReadOnlySpan<char> letters)
    {
        Length -= count;
        letters.CopyTo(_letters[Length..]);
        Length += letters.Length;
    }

    /// <summary>Puts other letters in the place of the last ones if those lie in a region.</summary>
    public bool TryReplace(int count, ReadOnlySpan<char> letters, int region)
    {
        if (!LastIn(count, region)) return false;
        Replace(count, letters);
        return true;
    }

    /// <summary>Puts letters in the place of some others.</summary>
    public void Replace(int start, int count, ReadOnlySpan<char> letters)
    {
        _letters[(start + count)..Length].CopyTo(_letters[(start + letters.Length)..]);
        letters.CopyTo(_letters[start..]);
        Length += letters.Length - count;
    }

    /// <summary>Finds the first and the second region.</summary>
    public void FindRegions(SearchValues<char> vowels)
    {
        Region1 = RegionAfter(0, vowels);
        Region2 = RegionAfter(Region1, vowels);
    }

    /// <summary>
    /// Finds the three regions by the rule of Spanish, Portuguese and Italian: where the second letter is a consonant, the verb's region begins after
    /// the next vowel; where the first two are vowels, after the next consonant; else after the third letter.
    /// </summary>
    public void FindRomanceRegions(SearchValues<char> vowels)
    {
        FindRegions(vowels);
        RegionV = Length;
        if (Length < 3) return;
        if (!vowels.Contains(_letters[1])) RegionV = After(Letters[2..].IndexOfAny(vowels));
        else if (vowels.Contains(_letters[0])) RegionV = After(Letters[2..].IndexOfAnyExcept(vowels));
        else RegionV = 3;
    }

    /// <summary>Writes vowels that sound as consonants in upper case: <c>u</c> and <c>i</c> between vowels.</summary>
    public readonly void MarkBetweenVowels(ReadOnlySpan<char> marked, SearchValues<char> vowels)
    {
        for (var i = 1; i < Length - 1; i++)
        {
            if (marked.Contains(_letters[i]) && vowels.Contains(_letters[i - 1]) && vowels.Contains(_letters[i + 1]))
                _letters[i] = char.ToUpperInvariant(_letters[i]);
        }
    }

    private readonly int After(int index) => index < 0 ? Length : index + 3;

    private readonly int RegionAfter(int start, SearchValues<char> vowels)
    {
        var vowel = Letters[start..].IndexOfAny(vowels);
        if (vowel < 0) return Length;
        var consonant = Letters[(start + vowel)..].IndexOfAnyExcept(vowels);
        return consonant < 0 ? Length : start + vowel + consonant + 1;
    }
}
