using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>Gathers the words of documents and writes them as a sorted dictionary with a posting list for each term.</summary>
internal sealed class TermIndexBuilder
{
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _names = [];
    private readonly List<PostingListBuilder> _lists = [];
    private readonly List<Occurrence> _occurrences = [];
    private readonly OccurrenceShapesBuilder _shapes = new();

    public TermIndexBuilder() => _lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a term while building; the same for the same term.</summary>
    public int NumberOf(ReadOnlySpan<char> term)
    {
        if (_lookup.TryGetValue(term, out var number)) return number;
        number = _lists.Count;
        var name = term.ToString();
        _terms.Add(name, number);
        _names.Add(name);
        _lists.Add(new());
        return number;
    }

    /// <summary>Adds a word of the document at hand.</summary>
    public void Add(int term, int field, int position) => _occurrences.Add(new(term, field, position));

    /// <summary>Turns the words of the document at hand into postings.</summary>
    /// <param name="doc">Its number, larger than the one before.</param>
    public void EndDocument(int doc)
    {
        var rest = CollectionsMarshal.AsSpan(_occurrences);

        // As plain numbers, which the library sorts several times faster than what compares itself.
        MemoryMarshal.Cast<Occurrence, ulong>(rest).Sort();
        var lists = CollectionsMarshal.AsSpan(_lists);
        while (!rest.IsEmpty)
        {
            var term = rest[0].Term;
            var count = 1;
            while (count < rest.Length && rest[count].Term == term) count++;
            lists[term].Add(doc, rest[..count], _shapes);
            rest = rest[count..];
        }

        _occurrences.Clear();
    }

    /// <summary>Writes dictionary, postings and positions. Terms are in the order of their UTF-8 bytes.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="lengths">The weighted length of each document.</param>
    /// <param name="averageLength">Their mean.</param>
    /// <param name="weights">The weights of the fields.</param>
    public void Write(SectionWriter writer, float[] lengths, double averageLength, ImmutableArray<double> weights)
    {
        var terms = _names.Select((name, number) => (Bytes: Encoding.UTF8.GetBytes(name), List: _lists[number])).ToArray();
        Array.Sort(terms, (a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));

        var starts = new int[terms.Length + 1];
        writer.Begin(TermDictionary.TermBytes);
        for (var i = 0; i < terms.Length; i++)
        {
            writer.Write<byte>(terms[i].Bytes);
            starts[i + 1] = starts[i] + terms[i].Bytes.Length;
        }

        writer.Section<int>(TermDictionary.TermStarts, starts);
        writer.Section<int>(TermDictionary.DocumentCounts, Array.ConvertAll(terms, term => term.List.Count));

        var weighted = _shapes.Weighted(weights);
        var shapeNumbers = _shapes.Write(writer);
        var norms = Array.ConvertAll(lengths, length => Bm25.LengthNorm(length, averageLength));
        var postings = new PostingsWriter(writer);
        var blocks = new int[terms.Length + 1];
        postings.Begin();
        for (var i = 0; i < terms.Length; i++)
        {
            postings.Add(terms[i].List, shapeNumbers, _shapes.Counts, (doc, shape) => Bm25.Impact(weighted[shape], norms[doc]));
            blocks[i + 1] = postings.Blocks;
        }

        postings.Finish();
        writer.Section<int>(TermDictionary.TermBlocks, blocks);
    }
}
