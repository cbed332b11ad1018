using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Practices.Search.Suggesting;

/// <summary>
/// Finds entries by the beginnings of their words while somebody types: "dur wat" finds "Durban pro-poor water", as Lucene's
/// AnalyzingInfixSuggester does. Accents and case do not count; a text without spaces is found by any run of its characters.
/// Never changes; any number of threads share it.
/// </summary>
public sealed class Suggester
{
    private readonly SuggestEntry[] _entries;
    private readonly int[] _ranks;
    private readonly int[] _groupEnds;
    private readonly PrefixIndex _words;
    private readonly PrefixIndex _texts;

    /// <summary>Makes a suggester of its tables.</summary>
    /// <param name="entries">The entries by group and, in a group, by rank.</param>
    /// <param name="ranks">The place of each among all, the best first.</param>
    /// <param name="words">The words of the entries.</param>
    /// <param name="texts">The whole texts of the entries.</param>
    internal Suggester(SuggestEntry[] entries, int[] ranks, PrefixIndex words, PrefixIndex texts)
    {
        _entries = entries;
        _ranks = ranks;
        _words = words;
        _texts = texts;
        _groupEnds = [.. Enumerable.Range(1, entries.Length).Where(i => i == entries.Length || entries[i].Group != entries[i - 1].Group)];
    }

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Length;

    /// <summary>Bytes of the tables that find the entries, without the entries themselves.</summary>
    public long Size => _words.Size + _texts.Size + (sizeof(int) * (long)_ranks.Length);

    /// <summary>Builds a suggester. Entries that hold no letter and no digit are left out.</summary>
    public static Suggester Build(IEnumerable<SuggestEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return SuggesterBuilder.Build(entries);
    }

    /// <summary>
    /// The entries of which every typed word begins a word. Those that begin with all that was typed come first, then the weightier, then by text.
    /// </summary>
    /// <param name="typed">What was typed; nothing typed finds nothing.</param>
    /// <param name="count">How many entries at most.</param>
    /// <param name="perGroup">How many of a group at most, unless the other groups leave room.</param>
    public ImmutableArray<Suggestion> Suggest(TypedText typed, int count, int perGroup)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(perGroup);
        if (typed.Words.IsEmpty || count == 0) return [];

        var length = EntrySets.Length(_entries.Length);
        var rented = ArrayPool<ulong>.Shared.Rent(3 * length);
        try
        {
            var matches = rented.AsSpan(0, length);
            var beginners = rented.AsSpan(length, length);
            var scratch = rented.AsSpan(2 * length, length);
            _words.Find(typed.Words[0], scratch).CopyTo(matches);
            foreach (var word in typed.Words.AsSpan()[1..]) EntrySets.And(matches, _words.Find(word, scratch));
            matches.CopyTo(beginners);
            EntrySets.And(beginners, _texts.Find(typed.Line, scratch));
            EntrySets.AndNot(matches, beginners);
            return [.. Choose(beginners, matches, count, perGroup).Select(number => new Suggestion(_entries[number], typed.MarksIn(_entries[number].Text)))];
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    private IEnumerable<int> Choose(ReadOnlySpan<ulong> beginners, ReadOnlySpan<ulong> others, int count, int perGroup)
    {
        var found = new List<Candidate>();
        var start = 0;
        foreach (var end in _groupEnds)
        {
            var ofGroup = found.Count;
            Take(beginners, isBeginner: true, start, end, ofGroup);
            Take(others, isBeginner: false, start, end, ofGroup);
            start = end;
        }

        void Take(ReadOnlySpan<ulong> set, bool isBeginner, int from, int end, int ofGroup)
        {
            while (found.Count - ofGroup < count && EntrySets.First(set, from, end) is var number and >= 0)
            {
                if (!IsTaken(number, ofGroup)) found.Add(new(found.Count - ofGroup >= perGroup, !isBeginner, _ranks[number], number));
                from = number + 1;
            }
        }

        bool IsTaken(int number, int ofGroup)
        {
            foreach (var candidate in CollectionsMarshal.AsSpan(found)[ofGroup..])
            {
                if (_entries[candidate.Number].Key == _entries[number].Key) return true;
            }

            return false;
        }

        found.Sort();
        return found.Take(count).Select(candidate => candidate with { IsBeyondGroup = false }).Order().Select(candidate => candidate.Number);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Candidate(bool IsBeyondGroup, bool IsInside, int Rank, int Number) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => (IsBeyondGroup, IsInside, Rank).CompareTo((other.IsBeyondGroup, other.IsInside, other.Rank));
    }
}
