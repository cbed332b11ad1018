using System.Collections.Immutable;
using Practices.Search.Storage;

namespace Practices.Search.Index;

/// <summary>What a manifest knows of a segment.</summary>
/// <param name="Name">What its files' names begin with.</param>
/// <param name="Documents">How many documents it has, deleted ones too.</param>
/// <param name="Files">Its files, in the order of <see cref="Segment.Extensions"/>.</param>
/// <param name="Deleted">How many of its documents are deleted.</param>
/// <param name="Deletions">The file that says which; <see langword="null"/> when none are.</param>
internal sealed record SegmentEntry(string Name, int Documents, ImmutableArray<FileEntry> Files, int Deleted = 0, FileEntry? Deletions = null)
{
    /// <summary>How many documents are still there.</summary>
    public int Live => Documents - Deleted;

    /// <summary>Every file.</summary>
    public IEnumerable<FileEntry> AllFiles => Deletions is null ? Files : Files.Append(Deletions);
}
