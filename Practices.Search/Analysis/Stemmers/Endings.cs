namespace Practices.Search.Analysis.Stemmers;

/// <summary>The endings that one step of a stemmer looks for, each with the rule that says what to do; the longest that a word has is the one that counts.</summary>
/// <typeparam name="TRule">The step's rules.</typeparam>
internal sealed class Endings<TRule>
    where TRule : struct
{
    // By the last letter, the longest first: most words have none of a step's last letters and are done after one look.
    private readonly Entry[]?[] _byLastLetter;
    private readonly char _first;

    /// <summary>Takes the endings of each rule, with blanks between them.</summary>
    public Endings(params ReadOnlySpan<(TRule Rule, string Endings)> rules)
    {
        var groups = rules.ToArray()
            .SelectMany(rule => rule.Endings.Split(' ').Select(ending => new Entry(ending, rule.Rule)))
            .GroupBy(entry => entry.Ending[^1])
            .ToList();
        _first = groups.Min(group => group.Key);
        _byLastLetter = new Entry[]?[groups.Max(group => group.Key) - _first + 1];
        foreach (var group in groups) _byLastLetter[group.Key - _first] = [.. group.OrderByDescending(entry => entry.Ending.Length)];
    }

    /// <summary>Finds the longest ending of a word.</summary>
    /// <param name="word">The word, or the region of it in which the ending must lie.</param>
    /// <param name="rule">The ending's rule.</param>
    /// <returns>The ending's length; 0 where the word has none.</returns>
    public int Find(ReadOnlySpan<char> word, out TRule rule)
    {
        var last = word.IsEmpty ? -1 : word[^1] - _first;
        if ((uint)last < (uint)_byLastLetter.Length && _byLastLetter[last] is { } entries)
        {
            foreach (var entry in entries)
            {
                if (!word.EndsWith(entry.Ending)) continue;
                rule = entry.Rule;
                return entry.Ending.Length;
            }
        }

        rule = default;
        return 0;
    }

    private sealed record Entry(string Ending, TRule Rule);
}
