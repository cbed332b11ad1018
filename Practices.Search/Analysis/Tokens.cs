using System.Collections.Immutable;

namespace Practices.Search.Analysis;

/// <summary>The tokens of one text, made one at a time as the loop asks for them.</summary>
public ref struct Tokens
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ITokenizer _tokenizer;
    private readonly ImmutableArray<ITokenFilter> _filters;
    private readonly TermBuffer _term;
    private TokenSpan _span = TokenSpan.Before;

    internal Tokens(ReadOnlySpan<char> text, Analyzer analyzer, TermBuffer term)
    {
        _text = text;
        _tokenizer = analyzer.Tokenizer;
        _filters = analyzer.Filters;
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
        while (_tokenizer.MoveNext(_text, ref _span))
        {
            _term.Set(_text[_span.Start.._span.End]);
            foreach (var filter in _filters)
            {
                if (_term.Length > 0) filter.Apply(_term);
            }

            if (_term.Length > 0 || _term.MoveToFork()) return true;
        }

        return false;
    }
}
