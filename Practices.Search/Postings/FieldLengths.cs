using System.Collections.Immutable;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>How long the texts of each document are, in words that are no stop words.</summary>
internal sealed class FieldLengths
{
    internal const int Words = 14;
    internal const int WeightedWords = 15;
    internal const int FieldTotals = 16;

    private readonly Column<int> _words;
    private readonly Column<float> _weighted;
    private readonly Column<long> _totals;
    private readonly int _fields;

    public FieldLengths(SectionFile file, int fields)
    {
        _fields = fields;
        _words = file.Column<int>(Words);
        _weighted = file.Column<float>(WeightedWords);
        _totals = file.Column<long>(FieldTotals);
    }

    /// <summary>The words of each document, counted by the weights of their fields: the length that BM25F normalises by.</summary>
    public ReadOnlySpan<float> Weighted => _weighted.Span;

    /// <summary>The words of all documents, field by field.</summary>
    public ReadOnlySpan<long> Totals => _totals.Span;

    /// <summary>The words in one field of a document.</summary>
    public int Of(int doc, int field) => _words[(doc * _fields) + field];

    /// <summary>Writes the words of every document and field, the fields of a document together.</summary>
    /// <returns>The weighted length of each document.</returns>
    public static float[] Write(SectionWriter writer, ReadOnlySpan<int> words, ImmutableArray<double> weights)
    {
        var weighted = new float[words.Length / weights.Length];
        var totals = new long[weights.Length];
        for (var doc = 0; doc < weighted.Length; doc++)
        {
            var sum = 0.0;
            for (var field = 0; field < weights.Length; field++)
            {
                var count = words[(doc * weights.Length) + field];
                totals[field] += count;
                sum += weights[field] * count;
            }

            weighted[doc] = (float)sum;
        }

        writer.Section(Words, words);
        writer.Section<float>(WeightedWords, weighted);
        writer.Section<long>(FieldTotals, totals);
        return weighted;
    }

    /// <summary>The mean of weighted lengths; 1 where there is no word at all.</summary>
    /// <param name="totals">The words of all documents, field by field.</param>
    /// <param name="weights">What a word of each field counts.</param>
    /// <param name="documents">How many documents there are.</param>
    public static double Average(ReadOnlySpan<long> totals, ImmutableArray<double> weights, int documents)
    {
        var words = 0.0;
        for (var field = 0; field < weights.Length; field++) words += weights[field] * totals[field];
        return words > 0 ? words / documents : 1;
    }
}
