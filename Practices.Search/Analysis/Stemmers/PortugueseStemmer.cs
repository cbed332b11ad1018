using System.Buffers;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// The Portuguese Snowball stemmer, the same in Snowball 2 and 3, written from the description at
/// snowballstem.org/algorithms/portuguese/stemmer.html. Expects lower case.
/// </summary>
/// <remarks>The nasal vowels ã and õ count as a vowel and a consonant, and are written <c>a~</c> and <c>o~</c> meanwhile.</remarks>
public sealed class PortugueseStemmer : ITokenFilter
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouáéíóúâêô");

    private static readonly Endings<Standard> StandardEndings = new(
        (Standard.Delete,
            "eza ezas ico ica icos icas ismo ismos ável ível ista istas oso osa osos osas amento amentos imento imentos adora ador aça~o adoras adores " +
            "aço~es ante antes ância"),
        (Standard.Logia, "logia logias"),
        (Standard.Ução, "uça~o uço~es"),
        (Standard.Ência, "ência ências"),
        (Standard.Amente, "amente"),
        (Standard.Mente, "mente"),
        (Standard.Idade, "idade idades"),
        (Standard.Ivo, "iva ivo ivas ivos"),
        (Standard.Ira, "ira iras"));

    private static readonly Endings<bool> VerbEndings = new((
        true,
        "ada ida ia aria eria iria ará ara erá era irá ava asse esse isse aste este iste ei arei erei irei am iam ariam eriam iriam aram eram iram avam " +
        "em arem erem irem assem essem issem ado ido ando endo indo ara~o era~o ira~o ar er ir as adas idas ias arias erias irias arás aras erás eras " +
        "irás avas es ardes erdes irdes ares eres ires asses esses isses astes estes istes is ais eis íeis aríeis eríeis iríeis áreis areis éreis ereis " +
        "íreis ireis ásseis ésseis ísseis áveis ados idos ámos amos íamos aríamos eríamos iríamos áramos éramos íramos ávamos emos aremos eremos iremos " +
        "ássemos êssemos íssemos imos armos ermos irmos eu iu ou ira iras"));

    private static readonly Endings<bool> ResidualEndings = new((true, "os a i o á í ó"));

    private enum Standard
    {
        Delete,
        Logia,
        Ução,
        Ência,
        Amente,
        Mente,
        Idade,
        Ivo,
        Ira,
    }

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var word = new StemWord(term);
        Replace(ref word, "ã", "a~");
        Replace(ref word, "õ", "o~");
        word.FindRomanceRegions(Vowels);

        if (RemoveStandard(ref word) || RemoveVerb(ref word))
        {
            if (word.EndsWith("ci")) word.TryRemove(1, word.RegionV);
        }
        else
        {
            word.Remove(ResidualEndings.Find(word.InRegionV, out _));
        }

        RemoveFinalE(ref word);
        Replace(ref word, "a~", "ã");
        Replace(ref word, "o~", "õ");
        term.Resize(word.Length);
    }

    // Step 1.
    private static bool RemoveStandard(ref StemWord word)
    {
        var count = StandardEndings.Find(word.Letters, out var rule);
        if (count == 0) return false;
        switch (rule)
        {
            case Standard.Logia:
                return word.TryReplace(count, "log", word.Region2);
            case Standard.Ução:
                return word.TryReplace(count, "u", word.Region2);
            case Standard.Ência:
                return word.TryReplace(count, "ente", word.Region2);
            case Standard.Ira:
                return word.FromEnd(count) == 'e' && word.TryReplace(count, "ir", word.RegionV);
        }

        if (!word.TryRemove(count, rule is Standard.Amente ? word.Region1 : word.Region2)) return false;
        switch (rule)
        {
            case Standard.Amente:
                if (word.EndsWith("iv"))
                {
                    if (word.TryRemove(2, word.Region2)) word.TryRemove("at", word.Region2);
                }
                else if (word.EndsWith("os") || word.EndsWith("ic") || word.EndsWith("ad"))
                {
                    word.TryRemove(2, word.Region2);
                }

                break;
            case Standard.Mente:
                if (word.EndsWith("ante") || word.EndsWith("avel") || word.EndsWith("ível")) word.TryRemove(4, word.Region2);
                break;
            case Standard.Idade:
                if (word.EndsWith("abil")) word.TryRemove(4, word.Region2);
                else if (word.EndsWith("ic") || word.EndsWith("iv")) word.TryRemove(2, word.Region2);
                break;
            case Standard.Ivo:
                word.TryRemove("at", word.Region2);
                break;
        }

        return true;
    }

    // Step 2.
    private static bool RemoveVerb(ref StemWord word)
    {
        var count = VerbEndings.Find(word.InRegionV, out _);
        word.Remove(count);
        return count > 0;
    }

    // Step 5.
    private static void RemoveFinalE(ref StemWord word)
    {
        if (word.FromEnd(0) == 'ç')
        {
            word.Replace(1, "c");
        }
        else if (word.FromEnd(0) is 'e' or 'é' or 'ê' && word.TryRemove(1, word.RegionV) && (word.EndsWith("gu") || word.EndsWith("ci")))
        {
            word.TryRemove(1, word.RegionV);
        }
    }

    private static void Replace(ref StemWord word, ReadOnlySpan<char> letters, ReadOnlySpan<char> by)
    {
        for (var i = word.Letters.IndexOf(letters); i >= 0; i = word.Letters.IndexOf(letters)) word.Replace(i, letters.Length, by);
    }
}
