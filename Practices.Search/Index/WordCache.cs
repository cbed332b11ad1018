using System.Runtime.InteropServices;
using Practices.Search.Analysis;
using Practices.Search.Postings;

namespace Practices.Search.Index;

/// <summary>
/// What the words of a language become, kept while a segment is written: a word that was folded and stemmed once is looked up the next time. Nearly every word of a
/// text has been met before, and filters hold no state, so that the same letters always give the same terms.
/// </summary>
internal sealed class WordCache
{
    private readonly Analyzer _analyzer;
    private readonly TermIndexBuilder _terms;
    private readonly WordListBuilder _written;
    private readonly TermBuffer _term = new();
    private readonly Dictionary<string, Word> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordCache(Analyzer analyzer, TermIndexBuilder terms, WordListBuilder written)
    {
        _written = written;
        _analyzer = analyzer;
        _terms = terms;
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Finds the words of a text.</summary>
    public ITokenizer Tokenizer => _analyzer.Tokenizer;

    /// <summary>The terms of a word as it stands in a text.</summary>
    public Word Read(ReadOnlySpan<char> letters)
    {
        if (_lookup.TryGetValue(letters, out var word)) return word;

        word = new(-1, -1, -1, IsStopWord: false, 0, 0);
        if (_analyzer.Apply(letters, _term))
        {
            word = new(_terms.NumberOf(_term.Letters), -1, _written.NumberOf(letters), _term.IsStopWord, TermHash.Of(_term.Letters), 0);
            if (_term.MoveToFork()) word = word with { Second = _terms.NumberOf(_term.Letters), SecondHash = TermHash.Of(_term.Letters) };
        }

        _known.Add(letters.ToString(), word);
        return word;
    }

    /// <summary>The terms of a word.</summary>
    /// <param name="First">The number of its term while building; negative when the filters drop the word.</param>
    /// <param name="Second">The number of the term that it is in its second reading; negative when it has none.</param>
    /// <param name="Written">Its number in the list of words as they are written; negative when it is not kept there.</param>
    /// <param name="IsStopWord">Whether the word is too common to count as length; the first reading decides.</param>
    /// <param name="FirstHash">The <see cref="TermHash"/> of the first term; any where there is none.</param>
    /// <param name="SecondHash">That of the second.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Word(int First, int Second, int Written, bool IsStopWord, byte FirstHash, byte SecondHash);
}
