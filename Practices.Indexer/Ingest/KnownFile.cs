using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Ingest;

/// <summary>What is kept of a record's file that was read: enough to judge it again when others change, without its text.</summary>
/// <param name="File">The file.</param>
/// <param name="Digest">Of its name and bytes.</param>
/// <param name="Stamp">What it looked like from outside when it was read; <see langword="null"/> when that says nothing.</param>
/// <param name="ReadAt">When it was read, in UTC.</param>
internal sealed record KnownFile(ContentFile File, UInt128 Digest, FileStamp? Stamp, DateTime ReadAt)
{
    /// <summary>What it says that others need; <see langword="null"/> when an error refuses it.</summary>
    public RecordFacts? Facts { get; private init; }

    /// <summary>What is wrong in it, whatever the others say.</summary>
    public ImmutableArray<Diagnostic> Problems { get; private init; } = [];

    /// <summary>The records that it names.</summary>
    public ImmutableArray<RecordReference> Records { get; private init; } = [];

    /// <summary>The awards that it names.</summary>
    public ImmutableArray<AwardReference> Awards { get; private init; } = [];

    /// <summary>The files beside it that it needs.</summary>
    public ImmutableArray<FileReference> Files { get; private init; } = [];

    /// <summary>Every id that it names, in any way: what becomes of these records can change its own.</summary>
    public ImmutableArray<string> Names { get; private init; } = [];

    /// <summary>Whether it says that its record is not public.</summary>
    public bool IsTakenDown { get; private init; }

    /// <summary>Its translations, from the content folder.</summary>
    public IEnumerable<string> Translations => Files.Where(file => file.What == "translation").Select(file => File.NameOf(file.Name));

    /// <summary>What is kept of a reading.</summary>
    public static KnownFile Of(RecordReading reading, UInt128 digest, FileStamp? stamp, DateTime readAt) => new(reading.File, digest, stamp, readAt)
    {
        Facts = reading.Practice is { } practice ? RecordFacts.Of(practice, reading.Context.Vocabularies) : null,
        Problems = reading.Context.Problems.All,
        Records = [.. reading.Context.Records],
        Awards = [.. reading.Context.Awards],
        Files = [.. reading.Context.Files],
        Names =
        [
            .. reading.Context.Records.Select(reference => reference.Id)
                .Concat(reading.Context.Awards.Select(reference => reference.Award))
                .Concat(reading.Practice?.FormerIds ?? [])
                .Concat(StoryLinks.IdsIn(reading.Practice?.BodyHtml ?? ""))
                .Distinct(StringComparer.Ordinal),
        ],
        IsTakenDown = reading.IsTakenDown,
    };

    /// <summary>Whether a file that is listed now is this one, unchanged.</summary>
    public bool Is(ListedFile listed) => listed.Stamp is { } stamp && stamp == Stamp && stamp.IsTrusted(ReadAt);
}
