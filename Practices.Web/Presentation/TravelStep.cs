using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web.Presentation;

/// <summary>One step of a practice's travels, seen from the record that is read.</summary>
/// <param name="CameFrom">Whether it came from there; otherwise it went there.</param>
/// <param name="Mode">How, in small letters: <c>replication</c>.</param>
/// <param name="Where">The other end in words.</param>
/// <param name="Url">The other end's page, where we hold one.</param>
/// <param name="Year">When.</param>
/// <param name="Text">What was changed and what else is known, a sentence each.</param>
public sealed record TravelStep(bool CameFrom, string Mode, string Where, string? Url, int? Year, IReadOnlyList<string> Text)
{
    /// <summary>The steps that a record tells of, and those that other records tell of it, the other way round. Where both tell, its own words stand.</summary>
    public static IReadOnlyList<TravelStep> All(Practice practice, IEnumerable<PracticeCard> pointing, PracticeCatalog catalog)
    {
        var own = practice.Lineage.Select(link => Of(link, link.Direction == LineageDirection.From, link.Record, catalog)).ToList();
        var told = practice.Lineage.Select(l => l.Record).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var card in pointing.Where(c => c.Kind is RecordKind.Practice or RecordKind.Learning && !told.Contains(c.Id)))
        {
            var links = catalog.Find(card.Id)?.Lineage.Where(l => l.Record == practice.Id) ?? [];
            own.AddRange(links.Select(link => Of(link with { Place = null }, link.Direction == LineageDirection.To, card.Id, catalog)));
        }

        return [.. own.OrderByDescending(step => step.CameFrom).ThenBy(step => step.Year ?? int.MaxValue)];
    }

    private static TravelStep Of(LineageLink link, bool cameFrom, string? other, PracticeCatalog catalog)
    {
        var record = other is null ? null : catalog.Find(other);
        var where = record?.Title ?? link.Place ?? "a place that no source names";
        return new(
            cameFrom,
            link.Mode is { } mode ? catalog.Vocabularies.Label("lineage-modes", mode).ToLowerInvariant() : "",
            where,
            record is null ? null : Routes.Record(record.Kind, record.Id),
            link.Year,
            [.. new[] { link.Changed, link.Note }.OfType<string>()]);
    }
}
