using System.Collections.Immutable;

namespace Practices.Indexer.Content;

/// <summary>How much of what a visitor would ask a record answers.</summary>
public static class Completeness
{
    // What a person who wants to do the same asks first weighs most: did it work, who says so, what went wrong, what does it need.
    private static readonly ImmutableArray<Question> OfPractices =
    [
        new(15, "results, with a figure and a unit", p => p.Results.Any(r => r.Value is not null)),
        new(10, "how the results are known", p => p.Evidence is not null),
        new(10, "what did not work", p => !p.Failures.IsEmpty),
        new(10, "what it depends on", p => !p.Conditions.IsEmpty),
        new(8, "the page in the source", p => p.Sources.Any(s => s.Page is not null || s.Locator is not null || s.Url is not null)),
        new(8, "the story", p => p.BodyText.Length >= 300),
        new(7, "who took part", p => !p.Partners.IsEmpty),
        new(6, "an office to ask", p => p.Contact is not null),
        new(5, "what it cost and who paid", p => !p.Finance.IsEmpty),
        new(5, "when it began", p => p.Period.Start is not null),
        new(4, "where it came from and went to", p => !p.Lineage.IsEmpty),
        new(3, "whether one can visit it", p => p.Visit?.Possible is not null),
        new(3, "whether it still runs", p => p.Period.State is not null and not "unknown"),
        new(2, "the targets beside the results", p => p.Results.Any(r => r.Target is not null || r.Baseline is not null)),
        new(2, "a second source", p => p.Sources.Length > 1),
        new(1, "themes", p => !p.Themes.IsEmpty),
        new(1, "whom it serves", p => !p.Beneficiaries.IsEmpty),
    ];

    private static readonly ImmutableArray<Question> OfLearning =
    [
        new(15, "how to take part", p => p.Learning?.Apply is not null),
        new(15, "the kind of learning", p => p.Learning?.Format is not null),
        new(10, "who holds it", p => p.Learning is { } l && (l.Host is not null || l.HostRecord is not null)),
        new(10, "when it is held", p => p.Learning is { Dates.IsEmpty: false }),
        new(10, "how long it takes", p => p.Learning?.Length is not null),
        new(10, "the languages it is held in", p => p.Learning is { Languages.IsEmpty: false }),
        new(10, "what it costs", p => p.Learning?.Cost is not null),
        new(10, "whom it is for", p => p.Learning?.Audience is not null),
        new(5, "an office to ask", p => p.Contact is not null),
        new(5, "the practices it shows", p => p.Learning is { Shows.IsEmpty: false }),
    ];

    private static readonly ImmutableArray<Question> OfNetworks =
    [
        new(30, "what it offers", p => p.Network is { Offers.IsEmpty: false }),
        new(20, "its address", p => p.Network?.Url is not null || p.Contact?.Url is not null),
        new(15, "who its members are", p => p.Network?.Members is not null),
        new(15, "how far it reaches", p => p.Network?.Scope is not null),
        new(10, "an office to ask", p => p.Contact is not null),
        new(5, "when it was founded", p => p.Network?.Founded is not null),
        new(5, "its seat", p => !p.Places.IsEmpty),
    ];

    private static readonly ImmutableArray<Question> OfAwards =
    [
        new(25, "its words for outcomes", p => p.Award is { Outcomes.IsEmpty: false }),
        new(20, "its cycles", p => p.Award is { Cycles.IsEmpty: false }),
        new(20, "who gives it", p => p.Award is { Organisers.IsEmpty: false }),
        new(15, "its address", p => p.Award?.Url is not null || p.Contact?.Url is not null),
        new(10, "what is given", p => p.Award?.Prize is not null),
        new(5, "how often it is given", p => p.Award?.Frequency is not null),
        new(5, "since when", p => p.Award?.Since is not null),
    ];

    /// <summary>How complete a record is, 0 to 100, and what would make it more so, the most wanted first.</summary>
    public static (int Percent, ImmutableArray<string> Missing) Of(Practice practice)
    {
        var questions = practice.Kind switch
        {
            RecordKind.Learning => OfLearning,
            RecordKind.Network => OfNetworks,
            RecordKind.Award => OfAwards,
            _ => OfPractices,
        };
        var open = questions.Where(question => !question.IsAnswered(practice)).OrderByDescending(question => question.Weight).ToList();
        return (100 - open.Sum(question => question.Weight) * 100 / questions.Sum(question => question.Weight), [.. open.Select(question => question.Wanted)]);
    }

    private sealed record Question(int Weight, string Wanted, Func<Practice, bool> IsAnswered);
}
