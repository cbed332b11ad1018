namespace Practices.Search.Analysis;

/// <summary>One word of a text, as it is indexed and looked up. Valid until the stream moves on.</summary>
public readonly ref struct Token
{
    internal Token(ReadOnlySpan<char> term, TokenSpan span, bool isStopWord)
    {
        Term = term;
        Span = span;
        IsStopWord = isStopWord;
    }

    /// <summary>The word after every filter: folded, stemmed; never empty.</summary>
    public ReadOnlySpan<char> Term { get; }

    /// <summary>Where the word stands in the original text.</summary>
    public TokenSpan Span { get; }

    /// <summary>Whether the word is too common to say much. Stop words are indexed, so that phrases hold them, but do not count as a text's length.</summary>
    public bool IsStopWord { get; }
}
