
namespace Practices.Search.Analysis;

/// <summary>The tokens of one text, made one at a time as the loop asks for them.</summary>
public ref struct Tokens
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Analyzer _analyzer;
    private readonly TermBuffer _term;
    private TokenSpan _span = TokenSpan.Before;

    internal Tokens(ReadOnlySpan<char> text, Analyzer analyzer, TermBuffer term)
    {
        _text = text;
        _analyzer = analyzer;
        _term = term;
    }

    /// <summary>The token that the stream stands on.</summary>
    public readonly Token Current => new(_term.Letters, _span, _term.IsStopWord);

    /// <summary>Lets <see langword="foreach"/> read the stream.</summary>
    public readonly Tokens GetEnumerator() => this;

    /// <summary>Goes to the next token that the filters leave. A word that can be read in two ways gives two tokens with the same span.</summary>
    public bool MoveNext()
    {
        if (_span.Position >= 0 && _term.MoveToFork()) return true;
        while (_analyzer.Tokenizer.MoveNext(_text, ref _span))
        {
            if (_analyzer.Apply(_text[_span.Start.._span.End], _term)) return true;
        }

        return false;
    }
}
