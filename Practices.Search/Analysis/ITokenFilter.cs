namespace Practices.Search.Analysis;

/// <summary>Changes a term on its way from the text to the index. Holds no state, so that any number of threads share one.</summary>
public interface ITokenFilter
{
    /// <summary>
    /// Whether the filter works letter by letter, so that the beginning of a word becomes the beginning of its term.
    /// Only such filters are applied to <c>prefix*</c>.
    /// </summary>
    bool KeepsPrefixes { get; }

    /// <summary>Changes the term, marks it as a stop word, or empties it, which drops the token; its position stays vacant.</summary>
    void Apply(TermBuffer term);
}
