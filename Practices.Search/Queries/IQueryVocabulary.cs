using System.Collections.Immutable;
using Practices.Search.Facets;

namespace Practices.Search.Queries;

/// <summary>
/// What the words of a query mean to the program that uses the engine, which itself knows no meaning. Safe for any number of threads.
/// </summary>
public interface IQueryVocabulary
{
    /// <summary>The value of a facet that somebody typed after its name, as in <c>city:durban</c>; <see langword="null"/> when there is none such.</summary>
    FacetPath? PathOf(string field, string value);

    /// <summary>The values of facets that a run of words is a name of, in any language.</summary>
    /// <param name="words">The words as typed, one or several that stand side by side.</param>
    /// <returns>Empty when the words name nothing.</returns>
    ImmutableArray<ConceptSynonym> SynonymsOf(ReadOnlySpan<string> words);
}

/// <summary>A value of a facet that words of a query are a name of.</summary>
/// <param name="Field">The facet.</param>
/// <param name="Path">The value.</param>
/// <param name="Label">The value's name, for the reader.</param>
/// <param name="Weight">
/// How many occurrences of the words it counts as; low for words that are too general to mean it alone. 0 where the words find it by themselves: nothing is
/// added, and no part of them is taken for the name of something else.
/// </param>
public sealed record ConceptSynonym(string Field, FacetPath Path, string Label, double Weight)
{
    /// <summary>What the words are short for, looked for as a phrase too; <see langword="null"/> where they are no abbreviation.</summary>
    public string? LongForm { get; init; }

    /// <summary>The languages in which the words are such a name, as ISO 639-1 codes: their stop words beside the name ask for nothing.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];
}
