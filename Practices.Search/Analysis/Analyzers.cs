using System.Collections.Frozen;
using System.Collections.Immutable;
using Practices.Search.Analysis.Stemmers;

namespace Practices.Search.Analysis;

/// <summary>
/// The analyzer of each language. All share one tokenizer, so that a text has the same word boundaries whatever language it is taken for:
/// that is what lets a query be read in several languages at once, word by word.
/// </summary>
public static class Analyzers
{
    private static readonly WordTokenizer Words = new();

    // For languages without rules of their own, and for texts in an unknown one. Chinese, Japanese and Korean need none: the tokenizer pairs their characters.
    private static readonly Analyzer Plain = new(Words, [new LowerCase(), new Folding()]);

    private static readonly FrozenDictionary<string, Analyzer> ByLanguage = new Dictionary<string, Analyzer>
    {
        ["ar"] = Of(StopWords.Arabic, new AccentBlindStem(new ArabicArticle(), new ArabicStemmer())),
        ["ca"] = new(Words, [new LowerCase(), Elision.Romance, new Folding()]),
        ["de"] = Of(StopWords.German, new AccentBlindStem(new GermanStemmer())),
        ["en"] = new(Words, [new LowerCase(), new Folding(), StopWords.English, new EnglishStemmer()]),
        ["es"] = Of(StopWords.Spanish, new AccentBlindStem(Plurals.Spanish, new SpanishStemmer())),
        ["fr"] = Of(Elision.Romance, StopWords.French, new AccentBlindStem(new FrenchStemmer())),
        ["it"] = Of(Elision.Romance, StopWords.Italian, new AccentBlindStem(new ItalianStemmer())),
        ["ja"] = Plain,
        ["ko"] = Plain,
        ["pt"] = Of(Elision.Romance, StopWords.Portuguese, new AccentBlindStem(Plurals.Portuguese, new PortugueseStemmer())),
        ["ru"] = Of(StopWords.Russian, new AccentBlindStem(new RussianStemmer())),
        ["zh"] = Plain,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The analyzer of a language.</summary>
    /// <param name="language">ISO 639-1 code; what follows a hyphen, as in <c>pt-BR</c>, is ignored. An unknown language is split and folded, not stemmed.</param>
    public static Analyzer For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var hyphen = language.IndexOf('-', StringComparison.Ordinal);
        return ByLanguage.GetValueOrDefault(hyphen < 0 ? language : language[..hyphen], Plain);
    }

    // Accents are folded last, with the stems, since the stemmers know them. English knows none, and folds first.
    private static Analyzer Of(params ImmutableArray<ITokenFilter> rules) => new(Words, [new LowerCase(), new Composition(), .. rules]);
}
