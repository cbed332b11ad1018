using System.Collections.Concurrent;
using System.Collections.Immutable;
using Practices.Search.Analysis;

namespace Practices.Search.Highlighting;

/// <summary>
/// What the words of texts in one language become, kept from one search to the next: nearly every word of a text has been met before, and what is left of reading
/// a text is to find its words. Safe for any number of threads.
/// </summary>
/// <param name="analyzer">The analyzer of the language.</param>
internal sealed class WordTerms(Analyzer analyzer)
{
    // More words than most collections have; those that come later are analysed each time.
    private const int MostWords = 1 << 16;

    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Finds the words of a text.</summary>
    public ITokenizer Tokenizer => analyzer.Tokenizer;

    /// <summary>The terms of a word as it stands in a text; empty when the filters drop it.</summary>
    /// <param name="word">The word.</param>
    /// <param name="term">Working memory.</param>
    public ImmutableArray<string> Of(ReadOnlySpan<char> word, TermBuffer term)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var terms)) return terms;

        var read = ImmutableArray.CreateBuilder<string>();
        for (var has = analyzer.Apply(word, term); has; has = term.MoveToFork()) read.Add(term.Letters.ToString());
        terms = read.ToImmutable();
        if (_count < MostWords && _known.TryAdd(word.ToString(), terms)) Interlocked.Increment(ref _count);
        return terms;
    }
}
