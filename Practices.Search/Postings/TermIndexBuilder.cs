using System.Collections.Immutable;
using System.Text;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>
/// Gathers the words of documents and writes them as a sorted dictionary with a posting list for each term. While one batch of documents is gathered, the one before may be inverted
/// on another thread. Batches follow each other in the order of their documents, so that the bytes are the same on one thread.
/// </summary>
internal sealed class TermIndexBuilder
{
    private readonly bool _onAnotherThread;
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _names = [];
    private OccurrenceBatch _gathered = new();

    // What the inverting thread alone may touch while it runs.
    private readonly List<PostingListBuilder> _lists = [];
    private readonly OccurrenceShapesBuilder _shapes = new();
    private OccurrenceBatch _inverted = new();
    private Task _inverting = Task.CompletedTask;

    /// <summary>Begins with no words.</summary>
    /// <param name="threads">1 to invert on the calling thread.</param>
    public TermIndexBuilder(int threads)
    {
        _onAnotherThread = threads > 1;
        _lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The number of a term while building; the same for the same term.</summary>
    public int NumberOf(ReadOnlySpan<char> term)
    {
        if (_lookup.TryGetValue(term, out var number)) return number;
        number = _names.Count;
        var name = term.ToString();
        _terms.Add(name, number);
        _names.Add(name);
        return number;
    }

    /// <summary>Adds a word of the document at hand.</summary>
    public void Add(int term, int field, int position) => _gathered.Add(new(term, field, position));

    /// <summary>Ends the document at hand.</summary>
    /// <param name="doc">Its number, larger than the one before.</param>
    public void EndDocument(int doc)
    {
        _gathered.EndDocument(doc);
        if (_gathered.IsFull) Invert();
    }

    /// <summary>Writes dictionary, postings and positions. Terms are in the order of their UTF-8 bytes.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="lengths">The weighted length of each document.</param>
    /// <param name="averageLength">Their mean.</param>
    /// <param name="weights">The weights of the fields.</param>
    public void Write(SectionWriter writer, float[] lengths, double averageLength, ImmutableArray<double> weights)
    {
        Wait();
        _gathered.MoveTo(_lists, _shapes);
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

    // Two batches take turns, so that memory does not grow with what one thread is ahead of the other.
    private void Invert()
    {
        Wait();
        (_gathered, _inverted) = (_inverted, _gathered);
        if (_onAnotherThread) _inverting = Task.Run(() => _inverted.MoveTo(_lists, _shapes));
        else _inverted.MoveTo(_lists, _shapes);
    }

    private void Wait() => _inverting.GetAwaiter().GetResult();
}
