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

    public TermIndexBuilder() => _lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a word of the document at hand.</summary>
    public void Add(ReadOnlySpan<char> term, int field, int position)
    {
        if (!_lookup.TryGetValue(term, out var number))
        {
            number = _lists.Count;
            var name = term.ToString();
            _terms.Add(name, number);
            _names.Add(name);
            _lists.Add(new());
        }

        _occurrences.Add(new(number, field, position));
    }

    /// <summary>Turns the words of the document at hand into postings.</summary>
    /// <param name="doc">Its number, larger than the one before.</param>
    public void EndDocument(int doc)
    {
        var rest = CollectionsMarshal.AsSpan(_occurrences);

        // As plain numbers, which the library sorts several times faster than what compares itself.
        MemoryMarshal.Cast<Occurrence, ulong>(rest).Sort();
        while (!rest.IsEmpty)
        {
            var term = rest[0].Term;
            var count = 1;
            while (count < rest.Length && rest[count].Term == term) count++;
            _lists[term].Add(doc, rest[..count]);
            rest = rest[count..];
        }

        _occurrences.Clear();
    }

    /// <summary>Writes dictionary, postings and positions. Terms are in the order of their UTF-8 bytes.</summary>
    public void Write(SectionWriter writer)
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
        WriteStreams(writer, TermDictionary.Postings, TermDictionary.PostingStarts, terms, list => list.WritePostings(writer));
        WriteStreams(writer, TermDictionary.Positions, TermDictionary.PositionStarts, terms, list => writer.Write(list.Positions));
    }

    private static void WriteStreams(
        SectionWriter writer, int stream, int startsOf, (byte[] Bytes, PostingListBuilder List)[] terms, Action<PostingListBuilder> write)
    {
        var starts = new long[terms.Length + 1];
        writer.Begin(stream);
        for (var i = 0; i < terms.Length; i++)
        {
            write(terms[i].List);
            starts[i + 1] = writer.SectionLength;
        }

        writer.Section<long>(startsOf, starts);
    }
}
