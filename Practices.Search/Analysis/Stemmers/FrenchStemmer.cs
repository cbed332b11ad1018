using System.Buffers;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// The French Snowball stemmer in the form of Snowball 3, written from the description at snowballstem.org/algorithms/french/stemmer.html.
/// The description's first step, which takes off l', d' and their like, is <see cref="Elision"/>. Expects lower case.
/// </summary>
/// <remarks>
/// Vowels that sound as consonants are written <c>I</c>, <c>U</c> and <c>Y</c> meanwhile, and a diaeresis as an <c>H</c> before the letter.
/// </remarks>
public sealed class FrenchStemmer : ITokenFilter
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyâàëéêèïîôûù");
    private static readonly SearchValues<char> BeforeOux = SearchValues.Create("bhjlnp");
    private static readonly SearchValues<char> KeepsS = SearchValues.Create("aiouès");

    private static readonly Endings<Standard> StandardEndings = new(
        (Standard.Delete, "ance iqUe isme able iste eux ances iqUes ismes ables istes"),
        (Standard.Ation, "atrice ateur ation atrices ateurs ations"),
        (Standard.Logie, "logie logies"),
        (Standard.Usion, "usion ution usions utions"),
        (Standard.Ence, "ence ences"),
        (Standard.Ement, "ement ements"),
        (Standard.Ité, "ité ités"),
        (Standard.If, "if ive ifs ives"),
        (Standard.Eaux, "eaux"),
        (Standard.Aux, "aux"),
        (Standard.Oux, "oux"),
        (Standard.Euse, "euse euses"),
        (Standard.Issement, "issement issements"),
        (Standard.Amment, "amment"),
        (Standard.Emment, "emment"),
        (Standard.Ment, "ment ments"));

    private static readonly Endings<Verb> IVerbEndings = new((
        Verb.Delete,
        "îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait issant issante " +
        "issantes issants isse issent isses issez issiez issions issons it"));

    private static readonly Endings<Verb> VerbEndings = new(
        (Verb.Ions, "ions"),
        (Verb.Delete, "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez"),
        (Verb.DeleteWithE, "âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions"),
        (Verb.Ais, "ais aise aises"));

    private static readonly Endings<Residual> ResidualEndings = new(
        (Residual.Ion, "ion"), (Residual.Ier, "ier ière Ier Ière"), (Residual.E, "e"));

    private enum Standard
    {
        Delete,
        Ation,
        Logie,
        Usion,
        Ence,
        Ement,
        Ité,
        If,
        Eaux,
        Aux,
        Oux,
        Euse,
        Issement,
        Amment,
        Emment,
        Ment,
    }

    private enum Verb
    {
        Delete,
        DeleteWithE,
        Ions,
        Ais,
    }

    private enum Residual
    {
        Ion,
        Ier,
        E,
    }

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var word = new StemWord(term);
        MarkVowels(ref word);
        FindRegions(ref word);

        if (RemoveStandard(ref word) || RemoveIVerb(ref word) || RemoveVerb(ref word))
        {
            if (word.FromEnd(0) == 'Y') word.Replace(1, "i");
            else if (word.FromEnd(0) == 'ç') word.Replace(1, "c");
        }
        else
        {
            RemoveResidual(ref word);
        }

        Undouble(ref word);
        Unaccent(word);
        UnmarkVowels(ref word);
        term.Resize(word.Length);
    }

    private static void MarkVowels(ref StemWord word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word.Letters[i];
            var follows = i > 0 && Vowels.Contains(word.Letters[i - 1]);
            var precedes = i + 1 < word.Length && Vowels.Contains(word.Letters[i + 1]);
            switch (letter)
            {
                case 'u' when (follows && precedes) || (i > 0 && word.Letters[i - 1] == 'q'):
                case 'i' when follows && precedes:
                case 'y' when follows || precedes:
                    word.Letters[i] = char.ToUpperInvariant(letter);
                    break;
                case 'ë' or 'ï':
                    word.Replace(i, 1, letter == 'ë' ? "He" : "Hi");
                    i++;
                    break;
            }
        }
    }

    private static void FindRegions(ref StemWord word)
    {
        word.FindRegions(Vowels);
        ReadOnlySpan<char> letters = word.Letters;
        if (letters.Length >= 3 && ((Vowels.Contains(letters[0]) && Vowels.Contains(letters[1]))
            || letters[..3] is "par" or "col" or "tap" || (letters[..2] is "ni" && Vowels.Contains(letters[2]))))
        {
            word.RegionV = 3;
        }
        else
        {
            var vowel = letters.IsEmpty ? -1 : letters[1..].IndexOfAny(Vowels);
            word.RegionV = vowel < 0 ? word.Length : vowel + 2;
        }
    }

    // Step 1. The adverbs in -ment may show a verb's ending when theirs is gone, so they do not count as done.
    private static bool RemoveStandard(ref StemWord word)
    {
        var count = StandardEndings.Find(word.Letters, out var rule);
        if (count == 0) return false;
        switch (rule)
        {
            case Standard.Delete:
                return word.TryRemove(count, word.Region2);
            case Standard.Ation:
                if (!word.TryRemove(count, word.Region2)) return false;
                RemoveIc(ref word);
                return true;
            case Standard.Logie:
                return word.TryReplace(count, "log", word.Region2);
            case Standard.Usion:
                return word.TryReplace(count, "u", word.Region2);
            case Standard.Ence:
                return word.TryReplace(count, "ent", word.Region2);
            case Standard.Ement:
                if (!word.TryRemove(count, word.RegionV)) return false;
                RemoveBeforeEment(ref word);
                return true;
            case Standard.Ité:
                if (!word.TryRemove(count, word.Region2)) return false;
                RemoveBeforeIté(ref word);
                return true;
            case Standard.If:
                if (!word.TryRemove(count, word.Region2)) return false;
                if (word.TryRemove("at", word.Region2)) RemoveIc(ref word);
                return true;
            case Standard.Eaux:
                word.Replace(count, "eau");
                return true;
            case Standard.Aux:
                return word.TryReplace(count, "al", word.Region1);
            case Standard.Oux:
                if (!BeforeOux.Contains(word.FromEnd(count))) return false;
                word.Replace(count, "ou");
                return true;
            case Standard.Euse:
                return word.TryRemove(count, word.Region2) || word.TryReplace(count, "eux", word.Region1);
            case Standard.Issement:
                return count < word.Length && !Vowels.Contains(word.FromEnd(count)) && word.TryRemove(count, word.Region1);
            case Standard.Amment:
                word.TryReplace(count, "ant", word.RegionV);
                return false;
            case Standard.Emment:
                word.TryReplace(count, "ent", word.RegionV);
                return false;
            default:
                if (word.LastIn(count + 1, word.RegionV) && Vowels.Contains(word.FromEnd(count))) word.Remove(count);
                return false;
        }
    }

    private static void RemoveIc(ref StemWord word)
    {
        if (word.EndsWith("ic") && !word.TryRemove(2, word.Region2)) word.Replace(2, "iqU");
    }

    private static void RemoveBeforeEment(ref StemWord word)
    {
        if (word.EndsWith("iv"))
        {
            if (word.TryRemove(2, word.Region2)) word.TryRemove("at", word.Region2);
        }
        else if (word.EndsWith("eus"))
        {
            if (!word.TryRemove(3, word.Region2)) word.TryReplace(3, "eux", word.Region1);
        }
        else if (word.EndsWith("abl") || word.EndsWith("iqU"))
        {
            word.TryRemove(3, word.Region2);
        }
        else if (word.EndsWith("ièr") || word.EndsWith("Ièr"))
        {
            word.TryReplace(3, "i", word.RegionV);
        }
    }

    private static void RemoveBeforeIté(ref StemWord word)
    {
        if (word.EndsWith("abil"))
        {
            if (!word.TryRemove(4, word.Region2)) word.Replace(4, "abl");
        }
        else if (word.EndsWith("ic"))
        {
            RemoveIc(ref word);
        }
        else
        {
            word.TryRemove("iv", word.Region2);
        }
    }

    // Step 2a.
    private static bool RemoveIVerb(ref StemWord word)
    {
        var count = IVerbEndings.Find(word.InRegionV, out _);
        return count > 0 && word.FromEnd(count) is not 'H' && !Vowels.Contains(word.FromEnd(count)) && word.LastIn(count + 1, word.RegionV)
            && word.TryRemove(count, word.RegionV);
    }

    // Step 2b.
    private static bool RemoveVerb(ref StemWord word)
    {
        var count = VerbEndings.Find(word.InRegionV, out var rule);
        if (count == 0 || (rule is Verb.Ais && KeepsAis(word.Letters[..^count]))) return false;
        if (rule is Verb.Ions) return word.TryRemove(count, word.Region2);
        word.Remove(count);
        if (rule is Verb.DeleteWithE or Verb.Ais) word.TryRemove("e", word.RegionV);
        return true;
    }

    // malaise, mauvais, déplaise
    private static bool KeepsAis(ReadOnlySpan<char> start) => start is [_, 'a', 'l'] || start.EndsWith("auv") || start.EndsWith("épl");

    // Step 4.
    private static void RemoveResidual(ref StemWord word)
    {
        if (word.Length > 1 && word.FromEnd(0) == 's' && (word.EndsWith("His") || !KeepsS.Contains(word.FromEnd(1)))) word.Remove(1);

        var count = ResidualEndings.Find(word.InRegionV, out var rule);
        if (count == 0) return;
        switch (rule)
        {
            case Residual.Ion:
                if (word.FromEnd(count) is 's' or 't' && word.LastIn(count + 1, word.RegionV)) word.TryRemove(count, word.Region2);
                break;
            case Residual.Ier:
                word.Replace(count, "i");
                break;
            case Residual.E:
                word.Remove(count);
                break;
        }
    }

    // Step 5.
    private static void Undouble(ref StemWord word)
    {
        if (word.EndsWith("enn") || word.EndsWith("onn") || word.EndsWith("ett") || word.EndsWith("ell") || word.EndsWith("eill")) word.Remove(1);
    }

    // Step 6.
    private static void Unaccent(StemWord word)
    {
        var vowel = word.Letters.LastIndexOfAny(Vowels);
        if (vowel >= 0 && vowel < word.Length - 1 && word.Letters[vowel] is 'é' or 'è') word.Letters[vowel] = 'e';
    }

    private static void UnmarkVowels(ref StemWord word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
        {
            switch (word.Letters[i])
            {
                case 'I' or 'U' or 'Y':
                    word.Letters[i] = char.ToLowerInvariant(word.Letters[i]);
                    break;
                case 'H':
                    var next = i + 1 < word.Length ? word.Letters[i + 1] : ' ';
                    if (next == 'e') word.Replace(i, 2, "ë");
                    else if (next == 'i') word.Replace(i, 2, "ï");
                    else word.Replace(i, 1, "");
                    break;
            }
        }
    }
}
