using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>What other records and the index as a whole need to know of a valid record, kept in memory while its text is not.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">Its file, from the content folder.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PublishAt">Before this moment it is not public.</param>
/// <param name="RecognitionsFrom">The moments from which its recognitions may be seen, of those that have one.</param>
/// <param name="FormerIds">Ids it had before.</param>
/// <param name="Cities">Its cities that the vocabulary does not know: id and name.</param>
/// <param name="Award">The record itself where it is an award's: others are named by its words.</param>
public sealed record RecordFacts(
    string Id, string File, PublicationStatus Status, DateTimeOffset? PublishAt, ImmutableArray<DateTimeOffset> RecognitionsFrom, ImmutableArray<string> FormerIds, ImmutableArray<(string Id, string Name)> Cities, Practice? Award)
{
    /// <summary>The facts of a record.</summary>
    public static RecordFacts Of(Practice practice, VocabularySet vocabularies) => new(
        practice.Id,
        practice.File,
        practice.Status,
        practice.PublishAt,
        [.. practice.Recognition.Where(recognition => recognition.Staged is not true).Select(recognition => recognition.VisibleFrom).OfType<DateTimeOffset>().Distinct()],
        practice.FormerIds,
        CitiesOf(practice, vocabularies["cities"]),
        practice.Kind == RecordKind.Award ? practice : null);

    /// <summary>Whether it is public at a moment.</summary>
    public bool IsPublic(DateTimeOffset now) => Status == PublicationStatus.Published && (PublishAt is not { } from || from <= now);

    /// <summary>The next moment at which something of it appears; <see langword="null"/> when nothing will by itself.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        if (Status != PublicationStatus.Published) return null;
        if (PublishAt > now) return PublishAt;
        DateTimeOffset? next = null;
        foreach (var moment in RecognitionsFrom)
            if (moment > now && !(next <= moment)) next = moment;
        return next;
    }

    private static ImmutableArray<(string Id, string Name)> CitiesOf(Practice practice, Vocabulary known) =>
        [.. practice.Places.Where(place => place is { CityId: not null, City: not null } && known.Find(place.CityId) is null).Select(place => (place.CityId!, place.City!))];
}
