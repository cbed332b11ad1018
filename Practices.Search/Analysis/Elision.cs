using System.Collections.Frozen;

namespace Practices.Search.Analysis;

/// <summary>Takes an elided article or particle off the front of a word, so that "l'eau" is found by "eau".</summary>
public sealed class Elision(FrozenSet<string> particles) : ITokenFilter
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _particles = particles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What French, Italian, Catalan and Portuguese write before an apostrophe.</summary>
    public static Elision Romance { get; } = new(FrozenSet.Create(
        StringComparer.Ordinal,
        "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
        "all", "coll", "dall", "dell", "nell", "sull", "un", "quell", "quest", "anch", "v"));

    /// <inheritdoc/>
    public void ApplyToStart(TermBuffer start) => Apply(start);

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var apostrophe = term.Letters.IndexOfAny('\'', '\u2019', '\uFF07');
        if (apostrophe > 0 && apostrophe < term.Length - 1 && _particles.Contains(term.Letters[..apostrophe])) term.RemoveStart(apostrophe + 1);
    }
}
