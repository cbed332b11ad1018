using System.Buffers;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// The German Snowball stemmer in the form of Snowball 3, written from the description at snowballstem.org/algorithms/german/stemmer.html.
/// Makes ß and ss, ä and ae, ö and oe, ü and ue one. Expects lower case.
/// </summary>
/// <remarks>A <c>u</c> or <c>y</c> between vowels is written in upper case meanwhile.</remarks>
public sealed class GermanStemmer : ITokenFilter
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyäöü");
    private static readonly SearchValues<char> BeforeS = SearchValues.Create("bdfghklmnrt");
    private static readonly SearchValues<char> BeforeSt = SearchValues.Create("bdfghklmnt");
    private static readonly SearchValues<char> BeforeEt = SearchValues.Create("dfgklmnrstUzä");

    private static readonly Endings<Inflection> Inflections = new(
        (Inflection.Em, "em"),
        (Inflection.Delete, "ern er erin erinnen"),
        (Inflection.E, "e en es"),
        (Inflection.S, "s"),
        (Inflection.Ln, "ln lns"));

    private static readonly Endings<Degree> Degrees = new((Degree.Delete, "en er est"), (Degree.St, "st"), (Degree.Et, "et"));

    // Stems that only look as if they had the ending -et.
    private static readonly Endings<bool> KeepEt = new((true, "geordn intern plan tick tr"));

    private static readonly Endings<Derivation> Derivations = new(
        (Derivation.Ung, "end ung"), (Derivation.Ig, "ig ik isch"), (Derivation.Lich, "lich heit"), (Derivation.Keit, "keit"));

    private enum Inflection
    {
        Delete,
        Em,
        E,
        S,
        Ln,
    }

    private enum Degree
    {
        Delete,
        St,
        Et,
    }

    private enum Derivation
    {
        Ung,
        Ig,
        Lich,
        Keit,
    }

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var word = new StemWord(term);
        word.MarkBetweenVowels("uy", Vowels);
        WriteUmlauts(ref word);
        word.FindRegions(Vowels);
        word.Region1 = Math.Max(word.Region1, Math.Min(3, word.Length));

        RemoveInflection(ref word);
        RemoveDegree(ref word);
        RemoveDerivation(ref word);
        RemoveUmlauts(word.Letters);
        term.Resize(word.Length);
    }

    private static void WriteUmlauts(ref StemWord word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            ReadOnlySpan<char> rest = word.Letters[i..];
            if (rest is ['ß', ..]) word.Replace(i++, 1, "ss");
            else if (rest is ['a', 'e', ..]) word.Replace(i, 2, "ä");
            else if (rest is ['o', 'e', ..]) word.Replace(i, 2, "ö");
            else if (rest is ['u', 'e', ..]) word.Replace(i, 2, "ü");
            else if (rest is ['q', 'u', ..]) i++;
        }
    }

    // Step 1.
    private static void RemoveInflection(ref StemWord word)
    {
        var count = Inflections.Find(word.Letters, out var rule);
        if (count == 0 || !word.LastIn(count, word.Region1)) return;
        switch (rule)
        {
            case Inflection.Delete:
                word.Remove(count);
                break;
            case Inflection.Em:
                if (!word.EndsWith("system")) word.Remove(count);
                break;
            case Inflection.E:
                word.Remove(count);
                if (word.EndsWith("niss")) word.Remove(1);
                break;
            case Inflection.S:
                if (BeforeS.Contains(word.FromEnd(1))) word.Remove(1);
                break;
            case Inflection.Ln:
                word.Replace(count, "l");
                break;
        }
    }

    // Step 2.
    private static void RemoveDegree(ref StemWord word)
    {
        var count = Degrees.Find(word.Letters, out var rule);
        if (count == 0 || !word.LastIn(count, word.Region1)) return;
        var isRemoved = rule switch
        {
            Degree.St => BeforeSt.Contains(word.FromEnd(2)) && word.Length >= 6,
            Degree.Et => BeforeEt.Contains(word.FromEnd(2)) && KeepEt.Find(word.Letters[..^2], out _) == 0,
            _ => true,
        };
        if (isRemoved) word.Remove(count);
    }

    // Step 3.
    private static void RemoveDerivation(ref StemWord word)
    {
        var count = Derivations.Find(word.Letters, out var rule);
        if (count == 0 || (rule is Derivation.Ig && word.FromEnd(count) == 'e') || !word.TryRemove(count, word.Region2)) return;
        switch (rule)
        {
            case Derivation.Ung:
                if (word.FromEnd(2) != 'e') word.TryRemove("ig", word.Region2);
                break;
            case Derivation.Lich:
                if (word.EndsWith("er") || word.EndsWith("en")) word.TryRemove(2, word.Region1);
                break;
            case Derivation.Keit:
                if (!word.TryRemove("lich", word.Region2)) word.TryRemove("ig", word.Region2);
                break;
        }
    }

    private static void RemoveUmlauts(Span<char> letters)
    {
        foreach (ref var letter in letters)
        {
            letter = letter switch
            {
                'U' => 'u',
                'Y' => 'y',
                'ä' => 'a',
                'ö' => 'o',
                'ü' => 'u',
                _ => letter,
            };
        }
    }
}
