using Practices.Search.Analysis;

namespace Practices.Search.Suggesting;

/// <summary>
/// The words of a text, each once: <see cref="WordTokenizer"/> gives text without spaces in characters and pairs that overlap, which are put together
/// again here, since somebody who types such text types a run of it.
/// </summary>
internal ref struct WordRuns(ReadOnlySpan<char> text)
{
    private static readonly WordTokenizer Tokenizer = new();
    private readonly ReadOnlySpan<char> _text = text;
    private TokenSpan _token = TokenSpan.Before;
    private bool _isRead;

    /// <summary>Index of the word's first UTF-16 unit.</summary>
    public int Start { get; private set; }

    /// <summary>Index after its last.</summary>
    public int End { get; private set; }

    /// <summary>Whether it is of a script without dependable spaces, so that a word may begin at any of its characters.</summary>
    public bool IsUnspaced { get; private set; }

    /// <summary>Goes to the next word.</summary>
    public bool MoveNext()
    {
        if (!_isRead && !Tokenizer.MoveNext(_text, ref _token)) return false;
        (Start, End) = (_token.Start, _token.End);
        IsUnspaced = CharacterClasses.At(_text, Start, out _) is CharacterClass.Ideograph;
        if (WordFolding.HasArticle(_text[Start..End])) Start += 2;
        _isRead = false;
        while (IsUnspaced && Tokenizer.MoveNext(_text, ref _token))
        {
            if (_token.Start >= End)
            {
                _isRead = true;
                break;
            }

            End = Math.Max(End, _token.End);
        }

        return true;
    }
}
