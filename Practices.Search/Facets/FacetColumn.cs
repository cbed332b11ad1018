using System.Collections.Immutable;
using System.Numerics;
using Practices.Search.Postings;
using Practices.Search.Storage;

namespace Practices.Search.Facets;

/// <summary>
/// One facet of every document of a segment, both ways. Forward, for counting: a document names the set of values that it carries, every step of its paths, and
/// equal sets are kept once, so that a document costs one number whatever it carries. Inverted, for filtering and for counting large results: the documents
/// that carry a value, as bits where they are many (<see cref="IsDense"/>), else one by one. A value's ordinal is its place in path order.
/// </summary>
internal sealed class FacetColumn
{
    internal const int Texts = 0;
    internal const int SetStarts = 1;
    internal const int SetOrdinals = 2;
    internal const int DocumentSets = 3;
    internal const int ValueCounts = 4;
    internal const int ValueStarts = 5;
    internal const int ValueWords = 6;
    internal const int ValueDocuments = 7;

    // Measured shares of the ways to count, in nanoseconds: a word of bits; a document of a value's list; a document whose set is looked up, and each value of the set;
    // a document whose set is counted, and each set and value when the sets are added up.
    private const double WordCost = 0.2;
    private const double ListedCost = 1;
    private const double LookUpCost = 5;
    private const double CarriedCost = 0.7;
    private const double CountedCost = 1.5;
    private const double SetCost = 0.5;

    private readonly Column<int> _setStarts;
    private readonly Column<int> _setOrdinals;
    private readonly Column<byte> _narrowSets;
    private readonly Column<ushort> _sets;
    private readonly Column<int> _wideSets;
    private readonly Column<int> _valueCounts;
    private readonly Column<int> _valueStarts;
    private readonly Column<ulong> _valueWords;
    private readonly Column<int> _valueDocuments;
    private readonly int _documents;
    private readonly double _costOfBits;

    public FacetColumn(SectionFile file, int facet, int documents)
    {
        _documents = documents;
        Paths = [.. StringTable.Read(file, SectionOf(facet, Texts)).Select(FacetPath.FromText)];
        _setStarts = file.Column<int>(SectionOf(facet, SetStarts));
        _setOrdinals = file.Column<int>(SectionOf(facet, SetOrdinals));
        _narrowSets = file.Column<byte>(SectionOf(facet, DocumentSets));
        _sets = file.Column<ushort>(SectionOf(facet, DocumentSets));
        _wideSets = file.Column<int>(SectionOf(facet, DocumentSets));
        _valueCounts = file.Column<int>(SectionOf(facet, ValueCounts));
        _valueStarts = file.Column<int>(SectionOf(facet, ValueStarts));
        _valueWords = file.Column<ulong>(SectionOf(facet, ValueWords));
        _valueDocuments = file.Column<int>(SectionOf(facet, ValueDocuments));
        _costOfBits = (_valueWords.Count * WordCost) + (_valueDocuments.Count * ListedCost);
    }

    /// <summary>Every value that a document carries, in path order; the index of each is its ordinal.</summary>
    public ImmutableArray<FacetPath> Paths { get; }

    /// <summary>How many different sets of values documents carry: what counting needs room for.</summary>
    public int Sets => _setStarts.Count - 1;

    /// <summary>How many documents carry each value, deleted ones too.</summary>
    public ReadOnlySpan<int> Totals => _valueCounts.Span;

    /// <summary>Where a facet's section stands in a file.</summary>
    internal static int SectionOf(int facet, int section) => 1000 + (facet * 8) + section;

    /// <summary>Whether bits take less room than a list of the documents.</summary>
    internal static bool IsDense(int count, int documents) => (long)count * 32 >= documents;

    /// <summary>Bytes that the number of a set takes.</summary>
    internal static int WidthFor(int sets) => sets <= byte.MaxValue + 1 ? sizeof(byte) : sets <= ushort.MaxValue + 1 ? sizeof(ushort) : sizeof(int);

    /// <summary>The ordinal of a value; negative when no document carries it.</summary>
    public int Find(FacetPath path) => Paths.BinarySearch(path);

    /// <summary>The ordinals of the values that a document carries, with every step above them.</summary>
    public ReadOnlySpan<int> ValuesOf(int doc)
    {
        var set = WidthFor(Sets) switch { sizeof(byte) => _narrowSets[doc], sizeof(ushort) => _sets[doc], _ => _wideSets[doc] };
        var starts = _setStarts.Span;
        return _setOrdinals.Span[starts[set]..starts[set + 1]];
    }

    /// <summary>Adds the documents that carry a value, or one below it, to a set.</summary>
    public void AddDocuments(int ordinal, DocSet docs)
    {
        if (IsDense(_valueCounts[ordinal], _documents)) docs.Or(0, WordsOf(ordinal));
        else docs.Add(ListOf(ordinal));
    }

    /// <summary>How many documents of a set carry each value.</summary>
    /// <param name="matches">The documents.</param>
    /// <param name="counts">Receives a count for each ordinal.</param>
    /// <param name="setCounts">Working memory for <see cref="Sets"/> numbers.</param>
    public void Count(MatchSet matches, Span<int> counts, Span<int> setCounts)
    {
        // Every way gives the same counts; the cheapest is taken.
        var perDocument = matches.Count * (LookUpCost + (CarriedCost * _setOrdinals.Count / Math.Max(Sets, 1)));
        var bySets = (matches.Count * CountedCost) + ((Sets + _setOrdinals.Count) * SetCost);
        if (_costOfBits < perDocument && _costOfBits < bySets) CountBits(matches.Docs, counts);
        else if (WidthFor(Sets) == sizeof(byte)) CountSets(_narrowSets.Span, matches, counts, setCounts, bySets < perDocument);
        else if (WidthFor(Sets) == sizeof(ushort)) CountSets(_sets.Span, matches, counts, setCounts, bySets < perDocument);
        else CountSets(_wideSets.Span, matches, counts, setCounts, bySets < perDocument);
    }

    private void CountBits(DocSet docs, Span<int> counts)
    {
        var totals = Totals;
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (IsDense(totals[ordinal], _documents))
            {
                counts[ordinal] = docs.CountAnd(WordsOf(ordinal));
                continue;
            }

            var count = 0;
            foreach (var doc in ListOf(ordinal)) count += docs.Contains(doc) ? 1 : 0;
            counts[ordinal] = count;
        }
    }

    private void CountSets<T>(ReadOnlySpan<T> sets, MatchSet matches, Span<int> counts, Span<int> setCounts, bool setsFirst)
        where T : unmanaged, IBinaryInteger<T>
    {
        counts.Clear();
        var starts = _setStarts.Span;
        var ordinals = _setOrdinals.Span;
        if (!setsFirst)
        {
            foreach (var doc in matches.List)
            {
                var set = int.CreateTruncating(sets[doc]);
                foreach (var ordinal in ordinals[starts[set]..starts[set + 1]]) counts[ordinal]++;
            }

            return;
        }

        setCounts = setCounts[..(starts.Length - 1)];
        setCounts.Clear();
        foreach (var doc in matches.Docs) setCounts[int.CreateTruncating(sets[doc])]++;
        for (var set = 0; set < setCounts.Length; set++)
        {
            if (setCounts[set] is not (var count and > 0)) continue;
            foreach (var ordinal in ordinals[starts[set]..starts[set + 1]]) counts[ordinal] += count;
        }
    }

    private ReadOnlySpan<ulong> WordsOf(int ordinal) => _valueWords.Span.Slice(_valueStarts[ordinal], DocSet.WordsFor(_documents));

    private ReadOnlySpan<int> ListOf(int ordinal) => _valueDocuments.Span.Slice(_valueStarts[ordinal], _valueCounts[ordinal]);
}
