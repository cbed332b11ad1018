using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// The words of a segment as people write them, in lower case and with their accents, in the order of their UTF-8 bytes. Terms are stems; who is asked
/// "did you mean" is to read a word.
/// </summary>
internal sealed class WordList : ISortedWords
{
    internal const int WordBytes = 400;
    internal const int WordStarts = 401;
    internal const int DocumentCounts = 402;

    private readonly Blob _bytes;
    private readonly Column<int> _starts;
    private readonly Column<int> _documentCounts;

    public WordList(SectionFile file)
    {
        _bytes = file.Blob(WordBytes);
        _starts = file.Column<int>(WordStarts);
        _documentCounts = file.Column<int>(DocumentCounts);
    }

    /// <inheritdoc/>
    public int Count => _documentCounts.Count;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Term(int number)
    {
        var starts = _starts.Span;
        return _bytes.Slice(starts[number], starts[number + 1] - starts[number]);
    }

    /// <inheritdoc/>
    public int DocumentCount(int number) => _documentCounts[number];
}
