using System.Collections.Immutable;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>How long the texts of each document are, in words that are no stop words.</summary>
internal sealed class FieldLengths
{
    internal const int Words = 10;

    private readonly Column<int> _words;
    private readonly ImmutableArray<double> _weights;

    public FieldLengths(SectionFile file, ImmutableArray<double> weights)
    {
        _words = file.Column<int>(Words);
        _weights = weights;
    }

    /// <summary>The words in one field of a document.</summary>
    public int Of(int doc, int field) => _words[(doc * _weights.Length) + field];

    /// <summary>The words of a document, each counted by its field's weight: the length that BM25F normalises by.</summary>
    public double Weighted(int doc)
    {
        var words = _words.Span.Slice(doc * _weights.Length, _weights.Length);
        var sum = 0.0;
        for (var field = 0; field < words.Length; field++) sum += _weights[field] * words[field];
        return sum;
    }

    /// <summary>The words of all documents, field by field.</summary>
    public long Total(int field)
    {
        var words = _words.Span;
        var sum = 0L;
        for (var i = field; i < words.Length; i += _weights.Length) sum += words[i];
        return sum;
    }

    /// <summary>Writes the words of every document and field, the fields of a document together.</summary>
    public static void Write(SectionWriter writer, ReadOnlySpan<int> words) => writer.Section(Words, words);
}
