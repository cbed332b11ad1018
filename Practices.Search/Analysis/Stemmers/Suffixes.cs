using System.Diagnostics.CodeAnalysis;

namespace Practices.Search.Analysis.Stemmers;

/// <summary>One ending and what takes its place.</summary>
/// <param name="Ending">The ending.</param>
/// <param name="Replacement">What is put instead of it.</param>
internal sealed record Suffix(string Ending, string Replacement);

/// <summary>The endings that one step of a stemmer looks for; the longest that a word has is the one that counts.</summary>
internal sealed class Suffixes
{
    // By the last letter, the longest first: most words have none of a step's last letters and are done after one look.
    private readonly Suffix[]?[] _byLastLetter = new Suffix[]?[128];

    public Suffixes(params ReadOnlySpan<Suffix> suffixes)
    {
        foreach (var group in suffixes.ToArray().GroupBy(suffix => suffix.Ending[^1]))
            _byLastLetter[group.Key] = [.. group.OrderByDescending(suffix => suffix.Ending.Length)];
    }

    /// <summary>Finds the longest ending of a word.</summary>
    public bool TryFind(ReadOnlySpan<char> word, [NotNullWhen(true)] out Suffix? found)
    {
        if (!word.IsEmpty && word[^1] < 128 && _byLastLetter[word[^1]] is { } suffixes)
        {
            foreach (var suffix in suffixes)
            {
                if (!word.EndsWith(suffix.Ending, StringComparison.Ordinal)) continue;
                found = suffix;
                return true;
            }
        }

        found = null;
        return false;
    }
}
