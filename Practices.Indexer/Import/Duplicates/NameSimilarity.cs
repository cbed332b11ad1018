using System.Collections.Immutable;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>How alike two names are, 0 to 1.</summary>
internal static class NameSimilarity
{
    // A slip of the keyboard leaves the word nearly as good.
    private const double NearlySpelt = 0.85;

    // A short name inside a longer one is less than the same name.
    private const double Contained = 0.85;

    /// <summary>
    /// The share of the words' weight that both names have (Dice), nearly spelt words counting nearly as much. A name of two words or more that stands whole in the
    /// other counts as well.
    /// </summary>
    public static double OfTerms(ImmutableArray<string> a, ImmutableArray<string> b, Func<string, double> weight)
    {
        if (a.IsEmpty || b.IsEmpty) return 0;
        var (totalA, totalB) = (a.Sum(weight), b.Sum(weight));
        var shared = 0.0;
        var matches = 0;
        foreach (var term in a)
        {
            var (best, other) = (0.0, "");
            foreach (var candidate in b)
            {
                var likeness = term == candidate ? 1 : IsNear(term, candidate) ? NearlySpelt : 0;
                if (likeness > best) (best, other) = (likeness, candidate);
            }

            if (best == 0) continue;
            matches++;

            // A slip makes a word that nobody else has: it weighs as the word that was meant.
            shared += best * Math.Min(weight(term), weight(other));
            if (best < 1)
            {
                var over = Math.Abs(weight(term) - weight(other));
                if (weight(term) > weight(other)) totalA -= over;
                else totalB -= over;
            }
        }

        var dice = 2 * shared / (totalA + totalB);
        var contained = matches >= 2 ? Contained * shared / Math.Min(totalA, totalB) : 0;
        return Math.Min(1, Math.Max(dice, contained * contained));
    }

    /// <summary>The share of the concepts' weight that both names have; at least two must be shared, or all of both be one.</summary>
    public static double OfConcepts(ImmutableArray<string> a, ImmutableArray<string> b, Func<string, double> weight)
    {
        if (a.IsEmpty || b.IsEmpty) return 0;
        return 2 * a.Intersect(b, StringComparer.Ordinal).Sum(weight) / (a.Sum(weight) + b.Sum(weight));
    }

    private static bool IsNear(string a, string b)
    {
        if (a.Length < 4 || b.Length < 4 || Math.Abs(a.Length - b.Length) > 1) return false;

        // One letter added, left out, changed, or swapped with its neighbour.
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start]) start++;
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[a.Length - 1 - end] == b[b.Length - 1 - end]) end++;
        var (restA, restB) = (a.Length - start - end, b.Length - start - end);
        if (restA <= 1 && restB <= 1) return true;
        return restA == 2 && restB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    }
}
