using System.Buffers;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// The Spanish Snowball stemmer in the form of Snowball 3, written from the description at snowballstem.org/algorithms/spanish/stemmer.html.
/// Expects lower case.
/// </summary>
public sealed class SpanishStemmer : ITokenFilter
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouáéíóúü");

    private static readonly Endings<bool> Pronouns = new((true, "me se sela selo selas selos la le lo las les los nos"));

    // A pronoun hangs on an infinitive or a gerund.
    private static readonly Endings<Host> Hosts = new(
        (Host.Accented, "iéndo ándo ár ér ír"), (Host.Plain, "ando iendo ar er ir"), (Host.AfterU, "yendo"));

    private static readonly Endings<Standard> StandardEndings = new(
        (Standard.Delete,
            "anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos"),
        (Standard.Ación, "adora ador ación adoras adores aciones ante antes ancia ancias acion"),
        (Standard.Logía, "logía logías"),
        (Standard.Ución, "ución uciones ucion"),
        (Standard.Encia, "encia encias"),
        (Standard.Amente, "amente"),
        (Standard.Mente, "mente"),
        (Standard.Idad, "idad idades"),
        (Standard.Ivo, "iva ivo ivas ivos"));

    private static readonly Endings<bool> YVerbEndings = new((true, "ya ye yan yen yeron yendo yo yó yas yes yais yamos"));

    private static readonly Endings<Verb> VerbEndings = new(
        (Verb.DeleteWithU, "en es éis emos"),
        (Verb.Delete,
            "arían arías arán arás aríais aría aréis aríamos aremos ará aré " +
            "erían erías erán erás eríais ería eréis eríamos eremos erá eré " +
            "irían irías irán irás iríais iría iréis iríamos iremos irá iré " +
            "aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían aran ieran asen iesen aron ieron ado ido ando iendo ió ar er ir as abas " +
            "adas idas ías aras ieras ases ieses ís áis abais íais arais ierais aseis ieseis asteis isteis ados idos amos ábamos íamos imos áramos " +
            "iéramos iésemos ásemos"));

    private static readonly Endings<Verb> ResidualEndings = new((Verb.Delete, "os a o á í ó"), (Verb.DeleteWithU, "e é"));

    private enum Host
    {
        Accented,
        Plain,
        AfterU,
    }

    private enum Standard
    {
        Delete,
        Ación,
        Logía,
        Ución,
        Encia,
        Amente,
        Mente,
        Idad,
        Ivo,
    }

    private enum Verb
    {
        Delete,
        DeleteWithU,
    }

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var word = new StemWord(term);
        word.FindRomanceRegions(Vowels);
        RemovePronoun(ref word);
        if (!RemoveStandard(ref word) && !RemoveYVerb(ref word)) RemoveVerb(ref word);
        RemoveResidual(ref word);
        RemoveAcutes(word.Letters);
        term.Resize(word.Length);
    }

    // Step 0.
    private static void RemovePronoun(ref StemWord word)
    {
        var pronoun = Pronouns.Find(word.Letters, out _);
        if (pronoun == 0) return;
        var host = Hosts.Find(word.Letters[..^pronoun], out var rule);
        if (host == 0 || !word.LastIn(pronoun + host, word.RegionV)) return;
        if (rule is Host.AfterU && word.FromEnd(pronoun + host) != 'u') return;
        word.Remove(pronoun);
        if (rule is Host.Accented) RemoveAcutes(word.Letters[^host..]);
    }

    // Step 1.
    private static bool RemoveStandard(ref StemWord word)
    {
        var count = StandardEndings.Find(word.Letters, out var rule);
        if (count == 0) return false;
        switch (rule)
        {
            case Standard.Logía:
                return word.TryReplace(count, "log", word.Region2);
            case Standard.Ución:
                return word.TryReplace(count, "u", word.Region2);
            case Standard.Encia:
                return word.TryReplace(count, "ente", word.Region2);
        }

        if (!word.TryRemove(count, rule is Standard.Amente ? word.Region1 : word.Region2)) return false;
        switch (rule)
        {
            case Standard.Ación:
                word.TryRemove("ic", word.Region2);
                break;
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
                if (word.EndsWith("ante") || word.EndsWith("able") || word.EndsWith("ible")) word.TryRemove(4, word.Region2);
                break;
            case Standard.Idad:
                if (word.EndsWith("abil")) word.TryRemove(4, word.Region2);
                else if (word.EndsWith("ic") || word.EndsWith("iv")) word.TryRemove(2, word.Region2);
                break;
            case Standard.Ivo:
                word.TryRemove("at", word.Region2);
                break;
        }

        return true;
    }

    // Step 2a.
    private static bool RemoveYVerb(ref StemWord word)
    {
        var count = YVerbEndings.Find(word.InRegionV, out _);
        return count > 0 && word.FromEnd(count) == 'u' && word.TryRemove(count, word.RegionV);
    }

    // Step 2b.
    private static void RemoveVerb(ref StemWord word)
    {
        var count = VerbEndings.Find(word.InRegionV, out var rule);
        word.Remove(count);
        if (count > 0 && rule is Verb.DeleteWithU && word.EndsWith("gu")) word.Remove(1);
    }

    // Step 3.
    private static void RemoveResidual(ref StemWord word)
    {
        var count = ResidualEndings.Find(word.InRegionV, out var rule);
        word.Remove(count);
        if (count > 0 && rule is Verb.DeleteWithU && word.EndsWith("gu")) word.TryRemove(1, word.RegionV);
    }

    private static void RemoveAcutes(Span<char> letters)
    {
        foreach (ref var letter in letters)
        {
            letter = letter switch
            {
                'á' => 'a',
                'é' => 'e',
                'í' => 'i',
                'ó' => 'o',
                'ú' => 'u',
                _ => letter,
            };
        }
    }
}
