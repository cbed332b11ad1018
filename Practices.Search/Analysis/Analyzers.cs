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

    // For languages without rules of their own, and for texts in an unknown one.
    private static readonly Analyzer Plain = Of();
    private static readonly Analyzer Romance = Of(Elision.Romance);

    private static readonly FrozenDictionary<string, Analyzer> ByLanguage = new Dictionary<string, Analyzer>
    {
        ["ca"] = Romance,
        ["en"] = Of(StopWords.English, new EnglishStemmer()),
        ["fr"] = Romance,
        ["it"] = Romance,
        ["pt"] = Romance,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The analyzer of a language.</summary>
    /// <param name="language">ISO 639-1 code; what follows a hyphen, as in <c>pt-BR</c>, is ignored. An unknown language is split and folded, not stemmed.</param>
    public static Analyzer For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var hyphen = language.IndexOf('-', StringComparison.Ordinal);
        return ByLanguage.GetValueOrDefault(hyphen < 0 ? language : language[..hyphen], Plain);
    }

    private static Analyzer Of(params ImmutableArray<ITokenFilter> rules) => new(Words, [new LowerCase(), new Folding(), .. rules]);
}
