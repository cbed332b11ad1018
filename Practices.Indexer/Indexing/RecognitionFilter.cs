using System.Collections.Immutable;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Indexer.Indexing;

/// <summary>
/// What a reader asks of awards. A record can have several awards' words, and one award's from several cycles; what is asked of one recognition,
/// such as "a winner of 2020", is looked for in one.
/// </summary>
public static class RecognitionFilter
{
    private const string Award = "award";
    private const string Outcome = "outcome";

    /// <summary>Chooses cycles by their own names: those of the awards that are chosen, else of all that have such a cycle.</summary>
    /// <param name="filters">What is chosen so far.</param>
    /// <param name="cycle">Ids of cycles in their awards: <c>2020</c>.</param>
    /// <param name="vocabularies">The vocabularies of the catalog.</param>
    /// <returns><see langword="null"/> where no such award has one of the cycles.</returns>
    public static FacetSelection? WithCycles(FacetSelection filters, IReadOnlyList<string> cycle, VocabularySet vocabularies)
    {
        var awards = ChosenAwards(filters) is { IsEmpty: false } chosen ? chosen : [.. vocabularies["awards"].Top.Select(award => award.Id)];
        var found = Known(Award, awards.SelectMany(award => cycle.Select(id => AwardVocabularies.CycleId(award, id))), vocabularies);
        if (found.IsEmpty) return null;

        // An award gives way to its cycle: chosen beside it, it would let all of its cycles pass.
        foreach (var path in found) filters = filters.Without(Award, FacetPath.Of(path.Labels[0])).With(Award, path);
        return filters;
    }

    /// <summary>Chooses outcomes by a word alone: those of the awards that are chosen, else of all that know the word.</summary>
    /// <param name="filters">What is chosen so far.</param>
    /// <param name="outcome">The id of an outcome in its award: <c>winner</c>.</param>
    /// <param name="vocabularies">The vocabularies of the catalog.</param>
    /// <returns><see langword="null"/> where no such award knows the word.</returns>
    public static FacetSelection? WithOutcome(FacetSelection filters, string outcome, VocabularySet vocabularies)
    {
        var awards = ChosenAwards(filters) is { IsEmpty: false } chosen ? chosen : [.. vocabularies["awards"].Top.Select(award => award.Id)];
        var found = Known(Outcome, awards.Select(award => AwardVocabularies.OutcomeId(award, outcome)), vocabularies);
        if (found.IsEmpty) return null;
        foreach (var path in found) filters = filters.With(Outcome, path);
        return filters;
    }

    /// <summary>
    /// Cycles and outcomes of one award as one choice: who asks for 2020 and for winners does not mean a winner of 2018 that was shortlisted in 2020.
    /// Choices of several awards stay as they are.
    /// </summary>
    public static FacetSelection Joined(FacetSelection filters, VocabularySet vocabularies)
    {
        if (filters[Outcome].IsEmpty || ChosenAwards(filters) is not [var award] || filters[Award].Any(path => path.Depth != 2)) return filters;
        var outcomes = filters[Outcome].Select(path => path.Leaf).ToList();
        if (!outcomes.TrueForAll(outcome => outcome.StartsWith(award + '/', StringComparison.Ordinal))) return filters;
        var joined = Known(Award, filters[Award].SelectMany(cycle => outcomes.Select(outcome => cycle.Leaf + outcome[award.Length..])), vocabularies);
        return joined.Aggregate(filters.Without(Award).Without(Outcome), (all, path) => all.With(Award, path));
    }

    /// <summary>
    /// The counts of a result as choosing a value gives them: the engine counts a record that was shortlisted in 2020 and won in 2018 beside "Winner" among those of 2020,
    /// where <see cref="Joined"/> does not find it.
    /// </summary>
    /// <param name="result">What the engine found and counted.</param>
    /// <param name="filters">What was chosen.</param>
    /// <param name="vocabularies">The vocabularies of the catalog.</param>
    /// <param name="countOf">How many records another choice finds.</param>
    internal static SearchResult Counted(SearchResult result, FacetSelection filters, VocabularySet vocabularies, Func<FacetSelection, int> countOf)
    {
        if (filters[Award].IsEmpty && filters[Outcome].IsEmpty) return result;
        return result with { Facets = [.. result.Facets.Select(facet => facet.Field is Award or Outcome ? facet with { Values = [.. facet.Values.Select(Exact(facet.Field)).OfType<FacetCount>()] } : facet)] };

        Func<FacetCount, FacetCount?> Exact(string field) => value =>
        {
            var chosen = filters.Without(field).With(field, value.Path);
            if (Joined(chosen, vocabularies) is var joined && joined.Equals(chosen)) return value;
            var count = countOf(joined);
            return count > 0 || filters.Contains(field, value.Path) ? value with { Count = count } : null;
        };
    }

    private static ImmutableArray<string> ChosenAwards(FacetSelection filters) => [.. filters[Award].Select(path => path.Labels[0]).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<FacetPath> Known(string field, IEnumerable<string> values, VocabularySet vocabularies) =>
        [.. values.Select(value => PracticeFacets.PathOf(PracticeFacets.Find(field)!, value, vocabularies)).OfType<FacetPath>()];
}
