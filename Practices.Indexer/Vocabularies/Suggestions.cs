namespace Practices.Indexer.Vocabularies;

/// <summary>Finds the word that was meant.</summary>
public static class Suggestions
{
    /// <summary>
    /// The candidate that fewest slips of the keyboard part from a word: letters added, left out, changed or swapped with their neighbour
    /// (optimal string alignment distance). At most a third of the letters may differ; the first of several equals is taken.
    /// </summary>
    /// <returns>The candidate as it was given; <see langword="null"/> when none is near.</returns>
    public static string? Closest(string word, IEnumerable<string> candidates)
    {
        const int LongestWord = 64;
        if (word.Length is 0 or > LongestWord) return null;
        var folded = NameFolding.Fold(word);
        string? best = null;
        var least = Math.Max(1, folded.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > least + 2) continue;
            var distance = Distance(folded, NameFolding.Fold(candidate));
            if (distance >= least) continue;
            least = distance;
            best = candidate;
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }
}
