namespace Practices.Search.Analysis;

/// <summary>Lower case by Unicode's simple mapping, the same in every culture.</summary>
public sealed class LowerCase : ITokenFilter
{
    /// <inheritdoc/>
    public void ApplyToStart(TermBuffer start) => Apply(start);

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        foreach (ref var letter in term.Letters) letter = char.ToLowerInvariant(letter);
    }
}
