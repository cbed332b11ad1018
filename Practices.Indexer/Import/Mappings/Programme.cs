using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Whom submissions are made to: an award, or a learning programme, as its record describes it.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">Award or learning.</param>
/// <param name="Cycles">Its cycles, the oldest first; none for a programme that has none.</param>
/// <param name="Outcomes">Its own words for outcomes.</param>
/// <param name="IsPublished">Whether its own record is published; else nothing that names it shows that it does.</param>
public sealed record Programme(string Id, string Title, RecordKind Kind, ImmutableArray<AwardCycle> Cycles, ImmutableArray<AwardOutcome> Outcomes, bool IsPublished = true)
{
    // Where such records lie, a file or a folder with index.md each.
    private static readonly ImmutableArray<string> Folders = ["awards", "learning"];

    /// <summary>Reads the programme's record. <see langword="null"/> when there is none of that id, or when it has errors: <c>practices check</c> names them.</summary>
    public static Programme? Read(string contentFolder, string id, VocabularySet vocabularies)
    {
        if (!RecordId.IsValid(id)) return null;
        foreach (var name in Folders.SelectMany(folder => new[] { $"{folder}/{id}.md", $"{folder}/{id}/index.md" }))
        {
            var path = Path.Combine(contentFolder, name);
            if (!File.Exists(path)) continue;
            if (PracticeValidator.Read(ContentFile.Of(path, name), File.ReadAllBytes(path), vocabularies).Practice is not { } record) return null;
            return new(record.Id, record.Title, record.Kind, record.Award?.Cycles ?? [], record.Award?.Outcomes ?? [], record.Status == PublicationStatus.Published);
        }

        return null;
    }
}
