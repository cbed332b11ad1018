using System.Buffers;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// The Italian Snowball stemmer in the form of Snowball 3, written from the description at snowballstem.org/algorithms/italian/stemmer.html.
/// Expects lower case.
/// </summary>
/// <remarks>Vowels that sound as consonants are written <c>I</c> and <c>U</c> meanwhile.</remarks>
public sealed class ItalianStemmer : ITokenFilter
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouàèìòù");

    private static readonly Endings<bool> Pronouns = new((
        true,
        "ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene cela cele celi celo " +
        "cene vela vele veli velo vene"));

    // A pronoun hangs on a gerund or on an infinitive that has lost its last vowel.
    private static readonly Endings<Host> Hosts = new((Host.Gerund, "ando endo"), (Host.Infinitive, "ar er ir"));

    private static readonly Endings<Standard> StandardEndings = new(
        (Standard.Delete,
            "anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose mente atrice atrici " +
            "ante anti"),
        (Standard.Azione, "azione azioni atore atori"),
        (Standard.Logia, "logia logie"),
        (Standard.Uzione, "uzione uzioni usione usioni"),
        (Standard.Enza, "enza enze"),
        (Standard.Amento, "amento amenti imento imenti"),
        (Standard.Amente, "amente"),
        (Standard.Ità, "ità"),
        (Standard.Ivo, "ivo ivi iva ive"));

    private static readonly Endings<bool> VerbEndings = new((
        true,
        "ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo erà erai eranno ere " +
        "erebbe erebbero erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate evi evo Yamo iamo immo irà irai iranno ire " +
        "irebbe irebbero irei iremmo iremo ireste iresti irete irò irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate " +
        "ivi ivo ono uta ute uti uto ar ir"));

    private enum Host
    {
        Gerund,
        Infinitive,
    }

    private enum Standard
    {
        Delete,
        Azione,
        Logia,
        Uzione,
        Enza,
        Amento,
        Amente,
        Ità,
        Ivo,
    }

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var word = new StemWord(term);
        TurnAcutes(word.Letters);
        MarkVowels(word);
        word.FindRomanceRegions(Vowels);
        if (word.Letters.StartsWith("divan")) word.RegionV = 5;

        RemovePronoun(ref word);
        if (!RemoveStandard(ref word)) word.Remove(VerbEndings.Find(word.InRegionV, out _));
        RemoveFinalVowel(ref word);
        word.Letters.Replace('I', 'i');
        word.Letters.Replace('U', 'u');
        term.Resize(word.Length);
    }

    private static void TurnAcutes(Span<char> letters)
    {
        foreach (ref var letter in letters)
        {
            letter = letter switch
            {
                'á' => 'à',
                'é' => 'è',
                'í' => 'ì',
                'ó' => 'ò',
                'ú' => 'ù',
                _ => letter,
            };
        }
    }

    private static void MarkVowels(StemWord word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word.Letters[i] == 'u' && word.Letters[i - 1] == 'q') word.Letters[i] = 'U';
        }

        word.MarkBetweenVowels("ui", Vowels);
    }

    // Step 0.
    private static void RemovePronoun(ref StemWord word)
    {
        var pronoun = Pronouns.Find(word.Letters, out _);
        if (pronoun == 0) return;
        var host = Hosts.Find(word.Letters[..^pronoun], out var rule);
        if (host > 0 && word.LastIn(pronoun + host, word.RegionV)) word.Replace(pronoun, rule is Host.Infinitive ? "e" : "");
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
            case Standard.Uzione:
                return word.TryReplace(count, "u", word.Region2);
            case Standard.Enza:
                return word.TryReplace(count, "ente", word.Region2);
            case Standard.Amento:
                return word.TryRemove(count, word.RegionV);
        }

        if (!word.TryRemove(count, rule is Standard.Amente ? word.Region1 : word.Region2)) return false;
        switch (rule)
        {
            case Standard.Azione:
                word.TryRemove("ic", word.Region2);
                break;
            case Standard.Amente:
                if (word.EndsWith("iv"))
                {
                    if (word.TryRemove(2, word.Region2)) word.TryRemove("at", word.Region2);
                }
                else if (word.EndsWith("abil"))
                {
                    word.TryRemove(4, word.Region2);
                }
                else if (word.EndsWith("os") || word.EndsWith("ic"))
                {
                    word.TryRemove(2, word.Region2);
                }

                break;
            case Standard.Ità:
                if (word.EndsWith("abil")) word.TryRemove(4, word.Region2);
                else if (word.EndsWith("ic") || word.EndsWith("iv")) word.TryRemove(2, word.Region2);
                break;
            case Standard.Ivo:
                if (word.TryRemove("at", word.Region2)) word.TryRemove("ic", word.Region2);
                break;
        }

        return true;
    }

    // Step 3.
    private static void RemoveFinalVowel(ref StemWord word)
    {
        if (word.FromEnd(0) is 'a' or 'e' or 'i' or 'o' or 'à' or 'è' or 'ì' or 'ò' && word.TryRemove(1, word.RegionV)) word.TryRemove("i", word.RegionV);
        if ((word.EndsWith("ch") || word.EndsWith("gh")) && word.LastIn(2, word.RegionV)) word.Remove(1);
    }
}
