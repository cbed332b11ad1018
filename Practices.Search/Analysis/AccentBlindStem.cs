using System.Collections.Immutable;

namespace Practices.Search.Analysis;

/// <summary>
/// Stems a word as it is written and, where that gives another stem, also as it is written without accents. The stemmers need accents ("municipalité"
/// loses -ité and becomes "municipal"), and many people leave them out ("municipalite" loses -e alone): since the accented word has both stems, each
/// spelling finds the other. Accents that are left in the stems are folded.
/// </summary>
/// <param name="rules">The language's stemmer, and what must come before it.</param>
public sealed class AccentBlindStem(params ImmutableArray<ITokenFilter> rules) : ITokenFilter
{
    private static readonly Folding Folding = new();

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        if (System.Text.Ascii.IsValid(term.Letters))
        {
            Stem(term);
            return;
        }

        var unaccented = term.Fork();
        Folding.Apply(unaccented);
        var isSame = unaccented.Letters.SequenceEqual(term.Letters);
        Stem(term);
        if (!isSame) Stem(unaccented);
        if (isSame || unaccented.Length == 0 || unaccented.Letters.SequenceEqual(term.Letters)) term.Unfork();
    }

    /// <inheritdoc/>
    public void ApplyToStart(TermBuffer start)
    {
        foreach (var rule in rules) rule.ApplyToStart(start);
        Folding.ApplyToStart(start);
    }

    // A word with a digit in it is a name or a number, and no ending is an ending.
    private void Stem(TermBuffer term)
    {
        if (!term.Letters.ContainsAnyInRange('0', '9'))
        {
            foreach (var rule in rules) rule.Apply(term);
        }

        Folding.Apply(term);
    }
}
