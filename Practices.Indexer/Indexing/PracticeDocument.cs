using System.Collections.Immutable;
using System.Text.Json;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Index;

namespace Practices.Indexer.Indexing;

/// <summary>A record as a document of the engine: where each of its words and values goes.</summary>
internal static class PracticeDocument
{
    /// <summary>
    /// The fields of the index. A word of the title counts twice (the weight that did best on the test collections of the field);
    /// a concept's name is ours, not the author's, and counts half.
    /// </summary>
    public static IndexSchema Schema { get; } = new(
        [
            new TextField("title", 2),
            new TextField("alias", 2),
            new TextField("summary"),
            new TextField("place"),
            new TextField("concept", 0.5),
            new TextField("body"),
            new TextField("detail"),
        ],
        [.. PracticeFacets.All.Select(f => f.Field), PracticeFacets.Links, PracticeFacets.Travelled]);

    /// <summary>Makes the document of a record.</summary>
    public static Document Of(Practice practice, VocabularySet vocabularies) => new()
    {
        Id = practice.Id,
        Language = practice.Language,
        Title = practice.Title,
        Date = practice.Appeared()?.DayNumber ?? 0,
        Texts = [.. TextsOf(practice, vocabularies)],
        Facets = PracticeFacets.ValuesOf(practice, vocabularies),
        Points = [.. PointsOf(practice).Distinct()],
        Card = JsonSerializer.SerializeToUtf8Bytes(PracticeCard.Of(practice), PracticeJson.Default.PracticeCard),

        // The words of the body stand in the index already, for highlighting.
        Stored = JsonSerializer.SerializeToUtf8Bytes(practice with { BodyText = "" }, PracticeJson.Default.Practice),
    };

    private static IEnumerable<FieldText> TextsOf(Practice practice, VocabularySet vocabularies)
    {
        yield return new("title", practice.Title);
        foreach (var alias in practice.Aliases) yield return new("alias", alias);
        yield return new("summary", practice.Summary);
        foreach (var text in PlaceNames(practice, vocabularies).Distinct(StringComparer.Ordinal)) yield return new("place", text);
        foreach (var text in ConceptNames(practice, vocabularies).Distinct(StringComparer.Ordinal)) yield return new("concept", text);
        if (practice.BodyText.Length > 0) yield return new("body", practice.BodyText);
        foreach (var text in Details(practice))
        {
            if (!string.IsNullOrWhiteSpace(text)) yield return new("detail", text);
        }
    }

    // The coordinates of cities are those of a file that anybody may edit.
    private static IEnumerable<GeoPoint> PointsOf(Practice practice)
    {
        foreach (var place in practice.Places)
        {
            if (place is { Latitude: { } latitude, Longitude: { } longitude } && GeoPoint.IsOnEarth(latitude, longitude)) yield return new(latitude, longitude);
        }
    }

    private static IEnumerable<string> PlaceNames(Practice practice, VocabularySet vocabularies)
    {
        foreach (var place in practice.Places)
        {
            if (place.City is not null) yield return place.City;
            if (place.Area is not null) yield return place.Area;
            foreach (var name in NamesOf(vocabularies["cities"], place.CityId)) yield return name;
            foreach (var name in NamesOf(vocabularies["countries"], place.Country)) yield return name;
            if (place.Country is null || vocabularies["countries"].Find(place.Country)?.Broader is not { } region) continue;
            foreach (var concept in vocabularies["regions"].PathTo(region)) yield return concept.Label;
        }
    }

    private static IEnumerable<string> ConceptNames(Practice practice, VocabularySet vocabularies)
    {
        foreach (var claim in practice.Sdgs) yield return vocabularies.Label("sdgs", claim.Goal.ToString());
        foreach (var theme in practice.Themes.Concat(practice.Learning?.Topics ?? []))
        {
            foreach (var concept in vocabularies["themes"].PathTo(theme)) yield return concept.Label;
        }

        foreach (var id in practice.Beneficiaries) yield return vocabularies.Label("beneficiaries", id);
        foreach (var recognition in practice.Recognition) yield return vocabularies.Label("awards", recognition.Award);
        if (practice.Learning?.Format is { } format) yield return vocabularies.Label("learning-formats", format);
    }

    private static IEnumerable<string?> Details(Practice practice)
    {
        foreach (var failure in practice.Failures) yield return Sentence(failure.What, failure.Why, failure.Learned);
        foreach (var condition in practice.Conditions) yield return Sentence(condition.Factor, condition.Why);
        foreach (var block in practice.Blocks) yield return Sentence(block.Title, block.Description, block.Enabling, block.Lesson);
        foreach (var result in practice.Results) yield return Sentence(result.Indicator, result.Method, result.Note);
        foreach (var partner in practice.Partners) yield return partner.Name;
        foreach (var link in practice.Lineage) yield return Sentence(link.Place, link.Changed, link.Note);
        if (practice.Visit is { } visit) yield return Sentence(visit.Host, visit.WhatToSee);
        if (practice.Learning is { } learning) yield return Sentence(learning.Host, learning.Audience, learning.Apply);
        if (practice.Network is { } network) yield return Sentence([network.Members, .. network.Offers]);
        if (practice.Award is { } award) yield return Sentence([.. award.Organisers, award.Prize, .. award.Categories]);
    }

    private static IEnumerable<string> NamesOf(Vocabulary vocabulary, string? id) =>
        id is null || vocabulary.Find(id) is not { } concept
            ? []
            : concept.AltLabels.Values.SelectMany(names => names).Concat(concept.Labels.Values);

    private static string Sentence(params ReadOnlySpan<string?> parts)
    {
        var given = ImmutableArray.CreateBuilder<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!string.IsNullOrWhiteSpace(part)) given.Add(part.TrimEnd('.', ' '));
        }

        return string.Join(". ", given);
    }
}
