using System.Collections.Frozen;
using Practices.Search.Analysis;
using Practices.Search.Analysis.Stemmers;
using Xunit;

namespace Practices.Tests.Search.Analysis;

/// <summary>
/// Each stemmer against the word list published with its algorithm: those of snowballstem/snowball-data of May 2026 (Snowball 3). No word differs.
/// The Arabic list is made of names, and its stems are those of libstemmer 2.2; the algorithm has not changed since.
/// </summary>
public class StemmerConformanceTests
{
    [SharedFact]
    public void Every_Arabic_word_has_the_stem_of_the_list() => AssertConforms("arabic-generated", new ArabicStemmer(), 8_027);

    [SharedFact]
    public void Every_English_word_has_the_stem_of_the_list() => AssertConforms("english", new EnglishStemmer(), 42_649);

    [SharedFact]
    public void Every_French_word_has_the_stem_of_the_list() => AssertConforms("french", new FrenchStemmer(), 21_655);

    [SharedFact]
    public void Every_German_word_has_the_stem_of_the_list() => AssertConforms("german", new GermanStemmer(), 35_033);

    [SharedFact]
    public void Every_Italian_word_has_the_stem_of_the_list() => AssertConforms("italian", new ItalianStemmer(), 35_495);

    [SharedFact]
    public void Every_Portuguese_word_has_the_stem_of_the_list() => AssertConforms("portuguese", new PortugueseStemmer(), 32_016);

    [SharedFact]
    public void Every_Russian_word_has_the_stem_of_the_list() => AssertConforms("russian", new RussianStemmer(), 49_785);

    [SharedFact]
    public void Every_Spanish_word_has_the_stem_of_the_list() => AssertConforms("spanish", new SpanishStemmer(), 28_378);

    private static void AssertConforms(string list, ITokenFilter stemmer, int count)
    {
        var words = File.ReadAllLines(SharedFactAttribute.File("snowball", list, "voc.txt"));
        var stems = File.ReadAllLines(SharedFactAttribute.File("snowball", list, "output.txt"));

        var wrong = words.Zip(stems).Where(pair => Stem(stemmer, pair.First) != pair.Second)
            .Select(pair => $"{pair.First}: {Stem(stemmer, pair.First)}, not {pair.Second}");

        Assert.Equal(count, words.Length);
        Assert.Empty(wrong);
    }

    private static string Stem(ITokenFilter stemmer, string word)
    {
        var term = new TermBuffer();
        term.Set(word);
        if (stemmer is FrenchStemmer) ElisionOfTheDescription.Apply(term);
        stemmer.Apply(term);
        return term.Letters.ToString();
    }

    // The description's first step, which our analyzer does with more particles (jusqu', lorsqu').
    private static readonly Elision ElisionOfTheDescription =
        new(FrozenSet.Create(StringComparer.Ordinal, "c", "d", "j", "l", "m", "n", "s", "t", "qu"));
}
