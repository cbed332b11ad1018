namespace Practices.Search.Analysis;

/// <summary>Changes a term on its way from the text to the index. Holds no state, so that any number of threads share one.</summary>
public interface ITokenFilter
{
    /// <summary>Changes the term, marks it as a stop word, or empties it, which drops the token; its position stays vacant.</summary>
    void Apply(TermBuffer term);

    /// <summary>
    /// Changes the beginning of a word as <see cref="Apply"/> would change it in any word that begins so: what <c>prefix*</c> asks for.
    /// Does nothing where the rest of the word decides.
    /// </summary>
    void ApplyToStart(TermBuffer start)
    {
        // Most filters, the stemmers among them, look at the end of a word.
    }
}
