using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Indexer.Indexing;

/// <summary>What a record is called: the few fields of a stored <see cref="Practice"/> that suggestions need, read without the rest.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">Its title.</param>
internal sealed record RecordNames(string Id, RecordKind Kind, string Title)
{
    /// <summary>Other names it goes by.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Whether another is called the same in all.</summary>
    public bool IsAs(RecordNames other) => (Id, Kind, Title) == (other.Id, other.Kind, other.Title) && Aliases.SequenceEqual(other.Aliases);
}
