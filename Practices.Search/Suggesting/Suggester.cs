using System.Buffers;
using System.Collections.Immutable;

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
        var rented = ArrayPool<ulong>.Shared.Rent((3 * length) + (_groupEnds.Length * count));
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
            return Read(Choose(beginners, matches, rented.AsSpan(3 * length), count, perGroup), typed);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    private ReadOnlySpan<ulong> Choose(ReadOnlySpan<ulong> beginners, ReadOnlySpan<ulong> others, Span<ulong> found, int count, int perGroup)
    {
        var total = 0;
        var start = 0;
        foreach (var end in _groupEnds)
        {
            var ofGroup = Take(beginners, found.Slice(total, count), 0, start, end, perGroup, isBeginner: true);
            total += Take(others, found.Slice(total, count), ofGroup, start, end, perGroup, isBeginner: false);
            start = end;
        }

        // First those that all groups may have shown, then, in the order of the answer, what is shown.
        found[..total].Sort();
        var shown = found[..Math.Min(total, count)];
        foreach (ref var candidate in shown) candidate = Candidate.WithinGroup(candidate);
        shown.Sort();
        return shown;
    }

    private int Take(ReadOnlySpan<ulong> set, Span<ulong> ofGroup, int taken, int from, int end, int perGroup, bool isBeginner)
    {
        while (taken < ofGroup.Length && EntrySets.First(set, from, end) is var number and >= 0)
        {
            from = number + 1;
            if (IsTaken(number, ofGroup[..taken])) continue;
            ofGroup[taken] = Candidate.Of(taken >= perGroup, isBeginner, _ranks[number], number);
            taken++;
        }

        return taken;
    }

    private bool IsTaken(int number, ReadOnlySpan<ulong> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (_entries[Candidate.Number(candidate)].Key == _entries[number].Key) return true;
        }

        return false;
    }

    private ImmutableArray<Suggestion> Read(ReadOnlySpan<ulong> candidates, TypedText typed)
    {
        var suggestions = ImmutableArray.CreateBuilder<Suggestion>(candidates.Length);
        foreach (var candidate in candidates)
        {
            var entry = _entries[Candidate.Number(candidate)];
            suggestions.Add(new(entry, typed.MarksIn(entry.Text)));
        }

        return suggestions.MoveToImmutable();
    }
}
