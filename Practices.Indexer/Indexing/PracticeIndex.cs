using System.Collections.Immutable;
using System.Diagnostics;
using Practices.Indexer.Content;
using Practices.Indexer.Ingest;
using Practices.Search.Index;

namespace Practices.Indexer.Indexing;

/// <summary>Makes an index of the content: which records are public, what became of each, one snapshot in place of the last.</summary>
public static class PracticeIndex
{
    /// <summary>Whether a record is public at a moment.</summary>
    public static bool IsPublic(Practice practice, DateTimeOffset now) =>
        practice.Status == PublicationStatus.Published && (practice.PublishAt is not { } from || from <= now);

    /// <summary>Writes the index of a content folder as read.</summary>
    /// <param name="content">The content.</param>
    /// <param name="folder">The index folder.</param>
    /// <param name="previous">The catalog that the new one takes the place of; a record whose file is refused keeps the version it has there.
    /// <see langword="null"/> to make the index of the content alone.</param>
    /// <param name="now">The moment that embargoes are held against.</param>
    /// <exception cref="IndexException">The index cannot be written; the old one stands.</exception>
    public static IndexUpdate Write(ContentSet content, string folder, PracticeCatalog? previous, DateTimeOffset now)
    {
        var watch = Stopwatch.StartNew();
        var vocabularies = content.Vocabularies.With(AwardVocabularies.Of(content.Practices));
        var kept = Kept(content, previous);
        var published = content.Practices.Where(p => IsPublic(p, now)).Concat(kept).ToList();
        var references = new PublicReferences(published.Select(p => p.Id).ToHashSet(StringComparer.Ordinal), now);
        var records = published.Select(references.Of).OrderBy(p => p.Id, StringComparer.Ordinal).ToList();

        var added = ImmutableArray.CreateBuilder<string>();
        var changed = ImmutableArray.CreateBuilder<string>();
        var unchanged = 0;
        var documents = new List<Document>(records.Count);
        foreach (var record in records)
        {
            var document = PracticeDocument.Of(record, vocabularies);
            documents.Add(document);
            if (previous?.StoredBytes(record.Id) is not { } before) added.Add(record.Id);
            else if (before.Span.SequenceEqual(document.Stored.Span)) unchanged++;
            else changed.Add(record.Id);
        }

        var ids = records.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        IndexWriter.Write(folder, PracticeDocument.Schema, documents, StampOf(content, records, kept, now).ToText(), anew: previous is null);
        return new(
            added.ToImmutable(),
            changed.ToImmutable(),
            [.. (previous?.Ids ?? []).Where(id => !ids.Contains(id))],
            unchanged,
            content.RefusedFiles,
            [.. kept.Select(p => p.Id)],
            watch.Elapsed);
    }

    /// <summary>
    /// A file that is broken now and was good before: its last good record stays until the file is mended, deleted, or says that it is not public.
    /// So do the records of a folder that cannot be read.
    /// </summary>
    private static ImmutableArray<Practice> Kept(ContentSet content, PracticeCatalog? previous)
    {
        if (previous is null || content.KeepingFiles.IsEmpty) return [];
        var files = content.KeepingFiles.ToHashSet(StringComparer.Ordinal);
        var folders = content.KeepingFiles.Where(name => name.EndsWith('/')).ToList();
        var present = content.Practices.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return [.. previous.Ids.Where(id => !present.Contains(id)).Select(id => previous.Find(id)!)
            .Where(p => files.Contains(p.File) || folders.Exists(folder => p.File.StartsWith(folder, StringComparison.Ordinal)))];
    }

    private static CatalogStamp StampOf(ContentSet content, List<Practice> records, ImmutableArray<Practice> kept, DateTimeOffset now)
    {
        var embargoes = content.Practices.Where(p => p.Status == PublicationStatus.Published)
            .SelectMany(p => p.Recognition.Where(r => r.Staged is not true).Select(r => r.VisibleFrom).Append(p.PublishAt))
            .Where(moment => moment > now);
        var former = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var cities = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            foreach (var id in record.FormerIds) former.TryAdd(id, record.Id);
            foreach (var place in record.Places)
            {
                if (place is { CityId: { } id, City: { } name } && content.Vocabularies["cities"].Find(id) is null) cities.TryAdd(id, name);
            }
        }

        return new(content.Fingerprint, embargoes.Min(), former.ToImmutable(), cities.ToImmutable(), [.. kept.Select(p => p.Id)], content.Diagnostics.Length);
    }
}
