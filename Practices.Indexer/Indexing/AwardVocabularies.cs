using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Indexing;

/// <summary>Awards bring their own words: their records are read as two vocabularies, so that facets and labels need no special case.</summary>
public static class AwardVocabularies
{
    /// <summary>The property of a concept that has its name without that of its award: <c>2020</c>, <c>Winner</c>.</summary>
    public const string Word = "word";

    /// <summary>The id of a cycle in the vocabulary <c>awards</c> and in addresses: <c>guangzhou-award/2018</c>.</summary>
    public static string CycleId(string award, string cycle) => $"{award}/{cycle}";

    /// <summary>The id of an outcome in a cycle, in the same vocabulary: <c>guangzhou-award/2018/winner</c>.</summary>
    public static string OutcomeInCycleId(string award, string cycle, string outcome) => $"{award}/{cycle}/{outcome}";

    /// <summary>The id of an outcome in the vocabulary <c>outcomes</c> and in addresses, <c>guangzhou-award/winner</c>: the winner of one award is not that of another.</summary>
    public static string OutcomeId(string award, string outcome) => $"{award}/{outcome}";

    /// <summary>An award's own word for an outcome, without the award's name.</summary>
    public static string WordOf(VocabularySet vocabularies, string award, string outcome) =>
        vocabularies["outcomes"].Find(OutcomeId(award, outcome))?.Properties.GetValueOrDefault(Word) ?? outcome;

    /// <summary>
    /// The vocabulary <c>awards</c> (an award, below it its cycles, below each the award's outcomes) and the vocabulary <c>outcomes</c>, award by award in each one's own order.
    /// </summary>
    internal static ImmutableArray<Vocabulary> Of(IEnumerable<Practice> records)
    {
        var awards = records.Where(r => r.Award is not null).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        return
        [
            new("awards", "Awards", [.. awards.Select(a => Named(a.Id, a.Title) with { Scope = a.Summary }), .. awards.SelectMany(CyclesOf)]),
            new("outcomes", "Award outcomes", awards.SelectMany(award => award.Award!.Outcomes.Select(outcome => OutcomeOf(award, outcome)))),
        ];
    }

    private static IEnumerable<Concept> CyclesOf(Practice award)
    {
        foreach (var cycle in award.Award!.Cycles)
        {
            var id = CycleId(award.Id, cycle.Id);
            yield return Named(id, $"{award.Title}, {cycle.Id}", cycle.Id) with { Broader = award.Id };
            foreach (var outcome in award.Award.Outcomes)
                yield return Named(OutcomeInCycleId(award.Id, cycle.Id, outcome.Id), $"{outcome.Label} ({award.Title}, {cycle.Id})", outcome.Label) with { Broader = id };
        }
    }

    private static Concept OutcomeOf(Practice award, AwardOutcome outcome) => Named(OutcomeId(award.Id, outcome.Id), $"{outcome.Label} ({award.Title})", outcome.Label) with { Scope = outcome.Description ?? "" };

    private static Concept Named(string id, string label, string word) =>
        Named(id, label) with { Properties = ImmutableSortedDictionary<string, string>.Empty.Add(Word, word) };

    private static Concept Named(string id, string label) =>
        new() { Id = id, Labels = ImmutableSortedDictionary<string, string>.Empty.Add("en", label) };
}
