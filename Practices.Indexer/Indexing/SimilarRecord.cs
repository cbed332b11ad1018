using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Queries;
using Practices.Search.Searching;

namespace Practices.Indexer.Indexing;

/// <summary>A record that is like another.</summary>
/// <param name="Card">The record.</param>
/// <param name="Score">How like it is; comparable among the neighbours of one record only.</param>
/// <param name="Shared">The themes, goals and people served that both carry; at least one theme, or a goal other than that of cities.</param>
public sealed record SimilarRecord(PracticeCard Card, double Score, ImmutableArray<FacetValue> Shared)
{
    // A theme is narrow and chosen by what was done; goals are broad, and many records serve the same people.
    private static readonly ImmutableArray<(string Field, double Weight)> Weights = [("theme", 3), ("sdg", 1), ("beneficiaries", 0.5)];

    // Nearly every practice of a city serves the goal of cities: sharing it alone makes two of them no more alike.
    private const string GoalOfCities = "11";

    // Names of places and concepts say where, and what the facets say already.
    private static readonly ImmutableArray<string> Texts = ["title", "alias", "summary", "body", "detail"];

    /// <summary>The records of the same kind that are most like one.</summary>
    internal static ImmutableArray<SimilarRecord> Of(Practice record, int count, ISearchEngine engine, PracticeCatalog catalog)
    {
        var values = catalog.TraitsOf(record.Id);
        var hits = engine.Similar(record.Id, new()
        {
            Texts = Texts,
            Facets = [.. from weight in Weights from value in values where value.Field == weight.Field select new FacetQuery(value.Field, value.Path, weight.Weight)],
            Filters = FacetSelection.Empty.With("kind", FacetPath.Of(PracticeFacets.IdOf(record.Kind))),

            // Some that share words alone will fall away.
            Count = count * 3,
        });
        return
        [
            .. (from hit in hits
                let shared = catalog.TraitsOf(hit.Id).Intersect(values).ToImmutableArray()
                where shared.Any(value => value.Field == "theme" || (value.Field == "sdg" && value.Path.Leaf != GoalOfCities))
                select new SimilarRecord(catalog.CardOf(hit), hit.Score, shared)).Take(count),
        ];
    }

    /// <summary>The values by which a record is compared: goals and not their targets, as two records seldom name the same one.</summary>
    internal static ImmutableArray<FacetValue> TraitsOf(Practice record, VocabularySet vocabularies) =>
    [
        .. PracticeFacets.ValuesOf(record, vocabularies)
            .Where(value => Weights.Any(weight => weight.Field == value.Field))
            .Select(value => value.Field == "sdg" ? value with { Path = FacetPath.Of(value.Path.Labels[0]) } : value)
            .Distinct(),
    ];
}
