using System.Text;

namespace Practices.Search.Suggesting;

/// <summary>Gathers words and the entries that hold them, and lays them out as a <see cref="PrefixIndex"/>.</summary>
internal sealed class PrefixIndexBuilder
{
    // A beginning that more entries share has its set kept ready: gathering this many bits takes a few microseconds.
    private const int FewEntries = 1024;

    // A set is one bit an entry, so below this share a list is shorter.
    private const int ShareOfSets = 32;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbersBySpan;
    private readonly List<(int Word, int Entry)> _pairs = [];
    private readonly List<int> _last = [];

    public PrefixIndexBuilder() => _numbersBySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Notes that an entry holds a word. Entries come in ascending order; a word may come twice for one.</summary>
    public void Add(ReadOnlySpan<char> word, int entry)
    {
        if (!_numbersBySpan.TryGetValue(word, out var number))
        {
            _numbersBySpan[word] = number = _numbers.Count;
            _last.Add(-1);
        }

        if (_last[number] == entry) return;
        _last[number] = entry;
        _pairs.Add((number, entry));
    }

    /// <summary>Lays out what was gathered.</summary>
    /// <param name="entries">How many entries there are.</param>
    public PrefixIndex Build(int entries)
    {
        var words = _numbers.Select(pair => (Letters: Encoding.UTF8.GetBytes(pair.Key), Number: pair.Value)).ToArray();
        Array.Sort(words, (a, b) => a.Letters.AsSpan().SequenceCompareTo(b.Letters));

        var letters = new byte[words.Sum(word => word.Letters.Length)];
        var letterStarts = new int[words.Length + 1];
        var places = new int[words.Length];
        for (var place = 0; place < words.Length; place++)
        {
            words[place].Letters.CopyTo(letters, letterStarts[place]);
            letterStarts[place + 1] = letterStarts[place] + words[place].Letters.Length;
            places[words[place].Number] = place;
        }

        var entryStarts = new int[words.Length + 1];
        foreach (var (word, _) in _pairs) entryStarts[places[word] + 1]++;
        for (var place = 0; place < words.Length; place++) entryStarts[place + 1] += entryStarts[place];

        var next = entryStarts[..^1];
        var all = new int[_pairs.Count];
        foreach (var (word, entry) in _pairs) all[next[places[word]]++] = entry;

        var common = new Dictionary<(int First, int End), ulong[]>();
        AddCommon(0, words.Length, 0);
        return new(letters, letterStarts, all, entryStarts, common);

        // All words of the range have their first letters in common: as many as depth says.
        void AddCommon(int first, int end, int depth)
        {
            var held = all.AsSpan(entryStarts[first]..entryStarts[end]);
            if (held.Length <= Math.Max(FewEntries, entries / ShareOfSets)) return;
            if (!common.ContainsKey((first, end)))
            {
                var set = new ulong[EntrySets.Length(entries)];
                EntrySets.Add(set, held);
                common.Add((first, end), set);
            }

            // The word that ends here comes first and has no longer beginning.
            while (first < end && words[first].Letters.Length == depth) first++;
            for (var from = first; from < end; from = first)
            {
                var letter = words[from].Letters[depth];
                while (first < end && words[first].Letters[depth] == letter) first++;
                AddCommon(from, first, depth + 1);
            }
        }
    }
}
