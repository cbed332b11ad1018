using System.Buffers;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>
/// The Russian Snowball stemmer, the same in Snowball 2 and 3, written from the description at snowballstem.org/algorithms/russian/stemmer.html.
/// Reads ё as е. Expects lower case.
/// </summary>
public sealed class RussianStemmer : ITokenFilter
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");

    private static readonly Endings<After> Gerunds = new((After.AOrYa, "в вши вшись"), (After.Any, "ив ивши ившись ыв ывши ывшись"));

    private static readonly Endings<After> Adjectives = new((
        After.Any, "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"));

    private static readonly Endings<After> Participles = new((After.AOrYa, "ем нн вш ющ щ"), (After.Any, "ивш ывш ующ"));

    private static readonly Endings<After> Reflexives = new((After.Any, "ся сь"));

    private static readonly Endings<After> Verbs = new(
        (After.AOrYa, "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"),
        (After.Any, "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю"));

    private static readonly Endings<After> Nouns = new((
        After.Any, "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"));

    private static readonly Endings<After> Derivations = new((After.Any, "ост ость"));

    private static readonly Endings<After> Superlatives = new((After.Any, "ейш ейше"));

    // What must stand before an ending.
    private enum After
    {
        Any,
        AOrYa,
    }

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var word = new StemWord(term);
        word.Letters.Replace('ё', 'е');
        word.FindRegions(Vowels);
        var vowel = word.Letters.IndexOfAny(Vowels);
        word.RegionV = vowel < 0 ? word.Length : vowel + 1;

        RemoveInflection(ref word);
        word.TryRemove("и", word.RegionV);
        word.TryRemove(Derivations.Find(word.InRegionV, out _), word.Region2);
        Tidy(ref word);
        term.Resize(word.Length);
    }

    // Step 1.
    private static void RemoveInflection(ref StemWord word)
    {
        if (TryRemove(Gerunds, ref word)) return;
        TryRemove(Reflexives, ref word);
        if (TryRemove(Adjectives, ref word)) TryRemove(Participles, ref word);
        else if (!TryRemove(Verbs, ref word)) TryRemove(Nouns, ref word);
    }

    // Step 4.
    private static void Tidy(ref StemWord word)
    {
        if (TryRemove(Superlatives, ref word) || word.FromEnd(0) == 'н')
        {
            if (word.EndsWith("нн")) word.TryRemove(1, word.RegionV + 1);
        }
        else
        {
            word.TryRemove("ь", word.RegionV);
        }
    }

    private static bool TryRemove(Endings<After> endings, ref StemWord word)
    {
        var count = endings.Find(word.InRegionV, out var after);
        if (count == 0) return false;
        if (after is After.AOrYa && !(word.LastIn(count + 1, word.RegionV) && word.FromEnd(count) is 'а' or 'я')) return false;
        word.Remove(count);
        return true;
    }
}
