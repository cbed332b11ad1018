namespace Practices.Indexer.Ingest;

/// <summary>What may have become of a content folder's records between two looks at it.</summary>
/// <param name="IsOfAll">Whether the vocabularies are others now, and so every record may be.</param>
/// <param name="Ids">The ids of records that may be others than before, or gone.</param>
internal sealed record ContentChange(bool IsOfAll, IReadOnlySet<string> Ids);
