using System.Collections.Immutable;

namespace Practices.Search.Analysis;

/// <summary>Turns text into index terms. Documents and queries of a language share one.</summary>
/// <param name="Tokenizer">Finds the words.</param>
/// <param name="Filters">Change each word, in this order.</param>
public sealed record Analyzer(ITokenizer Tokenizer, ImmutableArray<ITokenFilter> Filters)
{
    /// <summary>Reads a text word by word.</summary>
    public Tokens Analyze(ReadOnlySpan<char> text) => Analyze(text, new TermBuffer());

    /// <summary>Reads a text word by word, with the letters of each in a buffer that the caller uses again for the next text.</summary>
    public Tokens Analyze(ReadOnlySpan<char> text, TermBuffer term) => new(text, this, term);

    /// <summary>Changes one word, as the tokenizer found it, by every filter.</summary>
    /// <param name="word">The word's letters.</param>
    /// <param name="term">Receives the term; <see cref="TermBuffer.MoveToFork"/> leads to a second one where the word can be read in two ways.</param>
    /// <returns><see langword="false"/> when the filters drop the word.</returns>
    internal bool Apply(ReadOnlySpan<char> word, TermBuffer term)
    {
        term.Set(word);
        foreach (var filter in Filters)
        {
            if (term.Length > 0) filter.Apply(term);
        }

        return term.Length > 0 || term.MoveToFork();
    }

    /// <summary>Changes the beginning of a word as the beginning of an indexed word would be: folded, not stemmed.</summary>
    public string Prefix(ReadOnlySpan<char> start)
    {
        var term = new TermBuffer();
        term.Set(start);
        foreach (var filter in Filters)
        {
            if (term.Length > 0) filter.ApplyToStart(term);
        }

        return term.Letters.ToString();
    }
}
