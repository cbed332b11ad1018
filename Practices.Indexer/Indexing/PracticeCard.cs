using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Indexer.Indexing;

/// <summary>What a line of a result list is drawn from: the few fields of a record that it shows.</summary>
public sealed record PracticeCard
{
    /// <summary>The record's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its kind.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its summary, whole.</summary>
    public required string Summary { get; init; }

    /// <summary>Language it is written in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Where.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>When and in which state.</summary>
    public Period Period { get; init; } = new(null, null, null);

    /// <summary>The goals, each once, ascending.</summary>
    public ImmutableArray<int> Goals { get; init; } = [];

    /// <summary>From the vocabulary <c>evidence</c>.</summary>
    public string? Evidence { get; init; }

    /// <summary>Its awards.</summary>
    public ImmutableArray<Recognition> Recognition { get; init; } = [];

    /// <summary>What did not work, the first of them; <see langword="null"/> when nothing is recorded.</summary>
    public string? FirstFailure { get; init; }

    /// <summary>Whether it can be visited.</summary>
    public bool CanVisit { get; init; }

    /// <summary>From <c>learning-formats</c>, for a learning offer.</summary>
    public string? LearningFormat { get; init; }

    /// <summary>Who holds it, for a learning offer.</summary>
    public string? Host { get; init; }

    /// <summary>When something of it was last new.</summary>
    public DateOnly? Changed { get; init; }

    /// <summary>The card of a record.</summary>
    public static PracticeCard Of(Practice practice) => new()
    {
        Id = practice.Id,
        Kind = practice.Kind,
        Title = practice.Title,
        Summary = practice.Summary,
        Language = practice.Language,
        Places = practice.Places,
        Period = practice.Period,
        Goals = [.. practice.Goals],
        Evidence = practice.Evidence,
        Recognition = practice.Recognition,
        FirstFailure = practice.Failures.IsEmpty ? null : practice.Failures[0].What,
        CanVisit = practice.Visit?.Possible ?? false,
        LearningFormat = practice.Learning?.Format,
        Host = practice.Learning?.Host,
        Changed = practice.Changed(),
    };
}
