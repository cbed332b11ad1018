using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Indexing;

/// <summary>Awards bring their own words: their records are read as two vocabularies, so that facets and labels need no special case.</summary>
internal static class AwardVocabularies
{
    /// <summary>The id of a cycle in the vocabulary <c>awards</c> and in addresses: <c>guangzhou-award/2018</c>.</summary>
    public static string CycleId(string award, string cycle) => $"{award}/{cycle}";

    /// <summary>
    /// The vocabulary <c>awards</c> (an award, its cycles below it) and the vocabulary <c>outcomes</c>.
    /// An outcome that several awards know under one id carries the label of the first in order of ids.
    /// </summary>
    public static ImmutableArray<Vocabulary> Of(IEnumerable<Practice> records)
    {
        var awards = records.Where(r => r.Award is not null).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        var cycles = awards.SelectMany(award => award.Award!.Cycles.Select(cycle =>
            Named(CycleId(award.Id, cycle.Id), $"{award.Title}, {cycle.Id}") with { Broader = award.Id }));
        var outcomes = awards.SelectMany(award => award.Award!.Outcomes)
            .DistinctBy(outcome => outcome.Id)
            .Select(outcome => Named(outcome.Id, outcome.Label) with { Scope = outcome.Description ?? "" });

        return
        [
            new("awards", "Awards", [.. awards.Select(a => Named(a.Id, a.Title) with { Scope = a.Summary }), .. cycles]),
            new("outcomes", "Award outcomes", outcomes),
        ];
    }

    private static Concept Named(string id, string label) =>
        new() { Id = id, Labels = ImmutableSortedDictionary<string, string>.Empty.Add("en", label) };
}
