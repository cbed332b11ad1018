using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Index;

namespace Practices.Indexer.Indexing;

/// <summary>
/// The ways to narrow a search, as one list: addresses, counts, the command line and the pages all loop over it.
/// A new facet is a line in <see cref="All"/>, a case in <see cref="ValuesOf"/> and, where its values need names, a vocabulary file.
/// </summary>
public static class PracticeFacets
{
    /// <summary>The field that says which records a record points to. Searched for what points here, never shown.</summary>
    internal const string Links = "links";

    /// <summary>The field that says which records tell of their travels; its one value is <c>yes</c>. Searched for what travelled, never shown.</summary>
    internal const string Travelled = "travelled";

    /// <summary>Every facet, in the order of a page.</summary>
    public static ImmutableArray<FacetDefinition> All { get; } =
    [
        new("kind", "Kind of record", "of kind", "kinds"),
        new("sdg", "Sustainable Development Goal", "for", "sdgs"),
        new("region", "Region", "in", "regions"),
        new("country", "Country", "in", "countries"),
        new("theme", "Theme", "about", "themes"),
        new("evidence", "How it is known", "known by", "evidence"),
        new("failures", "What did not work", "with", "failures"),
        new("award", "Award", "recognised by", "awards"),
        new("outcome", "Award outcome", "named", "outcomes"),
        new("visit", "Go and see", "with", "visits"),
        new("state", "State", "that are", "states"),
        new("year", "Year it started", "started in", null),
        new("city", "City", "in", "cities"),
        new("beneficiaries", "For whom", "for", "beneficiaries"),
        new("governance", "Level of government", "at the level of", "governance"),
        new("format", "Way of learning", "by", "learning-formats"),
        new("taught", "Language of the learning", "held in", "languages"),
        new("dates", "When learning is held", "held", "dates"),
        new("completeness", "Completeness of the record", "that are", "completeness"),
        new("lang", "Language of the record", "in", "languages"),
    ];

    /// <summary>The facet of a field; <see langword="null"/> when there is none.</summary>
    public static FacetDefinition? Find(string field) => All.FirstOrDefault(f => f.Field == field);

    /// <summary>The facet values of a record.</summary>
    internal static ImmutableArray<FacetValue> ValuesOf(Practice practice, VocabularySet vocabularies)
    {
        var values = ImmutableArray.CreateBuilder<FacetValue>();
        foreach (var facet in All)
        {
            foreach (var value in Leaves(facet.Field, practice, vocabularies).Distinct(StringComparer.Ordinal))
            {
                if (PathOf(facet, value, vocabularies) is { } path) values.Add(new(facet.Field, path));
            }
        }

        foreach (var target in LinkedIds(practice).Distinct(StringComparer.Ordinal)) values.Add(new(Links, FacetPath.Of(target)));
        if (!practice.Lineage.IsEmpty) values.Add(new(Travelled, FacetPath.Of("yes")));
        return values.ToImmutable();
    }

    /// <summary>Whether a record carries, in every facet in which something is chosen, a chosen value or one below it.</summary>
    internal static bool Passes(Practice practice, FacetSelection filters, VocabularySet vocabularies)
    {
        if (filters.IsEmpty) return true;
        var values = ValuesOf(practice, vocabularies);
        return filters.Fields.All(field => values.Any(value => value.Field == field && filters[field].Any(chosen =>
            value.Path == chosen || value.Path.Text.StartsWith(chosen.Text + FacetPath.Separator, StringComparison.Ordinal))));
    }

    /// <summary>The path of a value as it stands in an address; <see langword="null"/> when the facet's vocabulary does not hold it.</summary>
    internal static FacetPath? PathOf(FacetDefinition facet, string value, VocabularySet vocabularies)
    {
        if (facet.Vocabulary is null) return value.Length == 4 && value.All(char.IsAsciiDigit) ? FacetPath.Of(value) : null;
        var path = vocabularies[facet.Vocabulary].PathTo(value);
        return path.IsEmpty ? null : FacetPath.Of([.. path.Select(c => c.Id)]);
    }

    private static IEnumerable<string> Leaves(string field, Practice practice, VocabularySet vocabularies) => field switch
    {
        "kind" => [IdOf(practice.Kind)],
        "sdg" => practice.Sdgs.Select(s => s.Target ?? s.Goal.ToString()),
        "region" => Countries(practice).Select(id => vocabularies["countries"].Find(id)?.Broader).OfType<string>(),
        "country" => Countries(practice),
        "city" => practice.Places.Select(p => p.CityId).OfType<string>(),
        "theme" => practice.Themes.Concat(practice.Learning?.Topics ?? []),
        "evidence" => Optional(practice.Evidence),
        "failures" => practice.Failures.IsEmpty ? [] : ["yes"],
        "award" => practice.Recognition.Select(AwardOf),
        "outcome" => practice.Recognition.Where(r => r.Outcome is not null).Select(r => AwardVocabularies.OutcomeId(r.Award, r.Outcome!)),
        "visit" => practice.Visit?.Possible == true ? ["yes"] : [],
        "state" => Optional(practice.Period.State),
        "year" => Optional(practice.Period.StartYear?.ToString("0000")),
        "beneficiaries" => practice.Beneficiaries,
        "governance" => Optional(practice.Governance),
        "format" => Optional(practice.Learning?.Format),
        "taught" => practice.Learning?.Languages ?? [],
        "dates" => Optional(practice.Learning is { } offer ? DatesOf(offer) : null),
        "completeness" => [practice.CompletenessPercent switch { >= 70 => "full", >= 40 => "partial", _ => "short" }],
        "lang" => [practice.Language],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A facet in All has no case here."),
    };

    /// <summary>The id of a kind in the vocabulary <c>kinds</c> and in addresses.</summary>
    public static string IdOf(RecordKind kind) => kind switch
    {
        RecordKind.Practice => "practice",
        RecordKind.Learning => "learning",
        RecordKind.Network => "network",
        RecordKind.Award => "award",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string AwardOf(Recognition recognition) => recognition switch
    {
        { Cycle: null } => recognition.Award,
        { Outcome: null } => AwardVocabularies.CycleId(recognition.Award, recognition.Cycle),
        _ => AwardVocabularies.OutcomeInCycleId(recognition.Award, recognition.Cycle, recognition.Outcome),
    };

    private static string? DatesOf(LearningOffer offer) => !Session.Of(offer).IsEmpty ? "dated" : Session.IsOnRequest(offer) ? "on-request" : null;

    private static IEnumerable<string> Countries(Practice practice) => practice.Places.Select(p => p.Country).OfType<string>();

    private static IEnumerable<string> Optional(string? value) => value is null ? [] : [value];

    private static IEnumerable<string> LinkedIds(Practice practice) =>
        practice.Lineage.Select(l => l.Record).OfType<string>()
            .Concat(practice.Learning is { } learning ? [.. learning.Shows, .. Optional(learning.HostRecord)] : [])
            .Concat(practice.Network?.Runs ?? [])
            .Concat(practice.Recognition.Select(r => r.Award));
}
