namespace Practices.Search.Analysis;

/// <summary>
/// Takes the article, and the conjunction or preposition before it, off an Arabic word, so that "المدينة" and "والمدينة" are found by "مدينة".
/// Snowball takes it off too, but then spares endings that a word without an article loses.
/// </summary>
public sealed class ArabicArticle : ITokenFilter
{
    // What is left must be a word.
    private const int LeastRest = 3;

    /// <inheritdoc/>
    public void ApplyToStart(TermBuffer start) => Apply(start);

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        var length = (ReadOnlySpan<char>)term.Letters switch
        {
            ['و' or 'ف' or 'ب' or 'ك', 'ا', 'ل', ..] => 3,
            ['ا', 'ل', ..] or ['ل', 'ل', ..] => 2,
            _ => 0,
        };
        if (length > 0 && term.Length - length >= LeastRest) term.RemoveStart(length);
    }
}
