using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Practices.Indexer.Content;

/// <summary>What a record is.</summary>
public enum RecordKind
{
    /// <summary>What a city or its people did.</summary>
    Practice,

    /// <summary>A way to learn: a master class, an exchange, a seminar, a method.</summary>
    Learning,

    /// <summary>Who a city can join or ask.</summary>
    Network,

    /// <summary>An award with its cycles and its own words for outcomes.</summary>
    Award,
}

/// <summary>Where a record stands on its way to the public.</summary>
public enum PublicationStatus
{
    /// <summary>Being written: never public.</summary>
    Draft,

    /// <summary>Waiting for a reader: never public.</summary>
    InReview,

    /// <summary>Ready, waiting for an announcement: not public.</summary>
    Staged,

    /// <summary>Public, once <see cref="Practice.PublishAt"/> has passed.</summary>
    Published,

    /// <summary>Taken back: not public.</summary>
    Withdrawn,
}

/// <summary>
/// A record that has passed validation: every id in it is known to its vocabulary, every reference to a source exists.
/// Fields are those of the content model; what no source gives is <see langword="null"/> or empty and is shown as not known.
/// </summary>
public sealed record Practice
{
    /// <summary>The key: the name of its file or folder. Lower-case ASCII letters, digits and hyphens; unique over all kinds.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was read from, relative to the content folder.</summary>
    public required string File { get; init; }

    /// <summary>What it is.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Its title, a sentence or a name.</summary>
    public required string Title { get; init; }

    /// <summary>Other names it goes by.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>At most 250 words of plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>ISO 639-1 code of the language it is written in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Files of its translations by language code, relative to its own file.</summary>
    public ImmutableSortedDictionary<string, string> Translations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where it happens, or the seat of a network.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>The level of government, from the vocabulary <c>governance</c>.</summary>
    public string? Governance { get; init; }

    /// <summary>The goals and targets it is said to serve, with who says so.</summary>
    public ImmutableArray<SdgClaim> Sdgs { get; init; } = [];

    /// <summary>The numbers of its goals, each once, in their order.</summary>
    [JsonIgnore]
    public IEnumerable<int> Goals => Sdgs.Select(claim => claim.Goal).Distinct().Order();

    /// <summary>Ids of the vocabulary <c>themes</c>.</summary>
    public ImmutableArray<string> Themes { get; init; } = [];

    /// <summary>Ids of the vocabulary <c>beneficiaries</c>.</summary>
    public ImmutableArray<string> Beneficiaries { get; init; } = [];

    /// <summary>When it ran and in which state it is.</summary>
    public Period Period { get; init; } = new(null, null, null);

    /// <summary>When somebody last checked that it is still so.</summary>
    public DateOnly? Verified { get; init; }

    /// <summary>Who took part.</summary>
    public ImmutableArray<Partner> Partners { get; init; } = [];

    /// <summary>Where the money came from.</summary>
    public ImmutableArray<Finance> Finance { get; init; } = [];

    /// <summary>What changed, measured.</summary>
    public ImmutableArray<Outcome> Results { get; init; } = [];

    /// <summary>How the results are known, from the vocabulary <c>evidence</c>; <see langword="null"/> when nobody has said.</summary>
    public string? Evidence { get; init; }

    /// <summary>What did not work.</summary>
    public ImmutableArray<Failure> Failures { get; init; } = [];

    /// <summary>What it depends on elsewhere.</summary>
    public ImmutableArray<Condition> Conditions { get; init; } = [];

    /// <summary>Parts of it that can be reused alone.</summary>
    public ImmutableArray<BuildingBlock> Blocks { get; init; } = [];

    /// <summary>How it travelled, in both directions.</summary>
    public ImmutableArray<LineageLink> Lineage { get; init; } = [];

    /// <summary>Its awards, cycles and outcomes.</summary>
    public ImmutableArray<Recognition> Recognition { get; init; } = [];

    /// <summary>How to go and see it.</summary>
    public Visit? Visit { get; init; }

    /// <summary>An office to ask, never a private person.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Its pictures, those of the story among them, served at the addresses of <see cref="PictureAddress"/>.</summary>
    public ImmutableArray<MediaItem> Media { get; init; } = [];


    /// <summary>Who says so.</summary>
    public ImmutableArray<SourceRef> Sources { get; init; } = [];

    /// <summary>Under which licence it may be reused; <see langword="null"/> when nothing is said.</summary>
    public Rights? Rights { get; init; }

    /// <summary>Who answers for the record: a desk, not a person.</summary>
    public string? Editor { get; init; }

    /// <summary>Where it stands.</summary>
    public PublicationStatus Status { get; init; } = PublicationStatus.Draft;

    /// <summary>Before this moment it is absent from index, counts, feeds and API.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>When it came into the collection; what is new is sorted by it.</summary>
    public DateOnly? Added { get; init; }

    /// <summary>Ids it had before; their addresses lead here.</summary>
    public ImmutableArray<string> FormerIds { get; init; } = [];

    /// <summary>
    /// Id of the record of the same practice into which this one is to be merged when it is public; <see langword="null"/> when there is none. Never published.
    /// </summary>
    public string? MergedInto { get; init; }

    /// <summary>The same practice in other databases.</summary>
    public ImmutableArray<string> SameAs { get; init; } = [];

    /// <summary>What only a learning offer has.</summary>
    public LearningOffer? Learning { get; init; }

    /// <summary>What only a network has.</summary>
    public NetworkProfile? Network { get; init; }

    /// <summary>What only an award has.</summary>
    public AwardProfile? Award { get; init; }

    /// <summary>The story, from Markdown, after the sanitizer: safe to write into a page as it is. Headings start at level 3.</summary>
    public string BodyHtml { get; init; } = "";

    /// <summary>The story as plain text, for searching.</summary>
    public string BodyText { get; init; } = "";

    /// <summary>How complete the record is, 0 to 100, by what a visitor would ask.</summary>
    public int CompletenessPercent { get; init; }

    /// <summary>What would make it more complete, in words, the most wanted first.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];
}
