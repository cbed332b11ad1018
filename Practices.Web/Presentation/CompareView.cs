using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Indexing;

namespace Practices.Web.Presentation;

/// <summary>One thing that a practice answers to a question.</summary>
/// <param name="Text">The answer.</param>
/// <param name="More">What belongs to it, in small letters; empty for nothing.</param>
/// <param name="Url">Where it leads; <see langword="null"/> for nowhere.</param>
/// <param name="Code">A goal's number, else empty.</param>
public sealed record CompareAnswer(string Text, string More = "", string? Url = null, string Code = "");

/// <summary>A question with the answers of each practice, in their order.</summary>
/// <param name="Label">The question.</param>
/// <param name="Unknown">What is said of a practice that does not answer it.</param>
/// <param name="Answers">The answers of each practice; none where it is not known.</param>
public sealed record CompareQuestion(string Label, string Unknown, ImmutableArray<ImmutableArray<CompareAnswer>> Answers)
{
    /// <summary>The question about failure, which has a colour of its own.</summary>
    public const string Failure = "What did not work?";
}

/// <summary>Practices side by side, by the questions of a practice's page.</summary>
public sealed class CompareView(ImmutableArray<Practice> practices, PracticeCatalog catalog)
{
    /// <summary>The practices, in their order.</summary>
    public ImmutableArray<Practice> Practices => practices;

    /// <summary>The questions, in the order of a practice's page.</summary>
    public IEnumerable<CompareQuestion> Questions =>
    [
        Ask("Since when?", "No source says when.", p => Optional(Words.Capital(Words.Years(p.Period)))),
        Ask("In which state is it?", "No source says.", p => Optional(Words.Capital(Words.State(p.Period, catalog.Vocabularies)))),
        Ask("At which level?", "No source says.", p => Optional(p.Governance is { } id ? Label("governance", id) : "")),
        Ask("For whom?", "No source says.", p => p.Beneficiaries.Select(id => new CompareAnswer(Label("beneficiaries", id)))),
        Ask("For which goals?", "No goal is named.", p => p.Goals
            .Select(goal => new CompareAnswer(Label("sdgs", goal.ToString()), Url: Routes.Goal(goal), Code: goal.ToString()))),
        Ask("What changed?", "No source gives a measured result.", p => p.Results.Select(ResultBar.Of)
            .Select(bar => new CompareAnswer($"{Words.Capital(bar.Result.Indicator)}: {bar.Figure}", Words.Capital(Joined(Target(bar.Result), bar.Result.Year?.ToString(), bar.Result.Method))))),
        Ask("How is it known?", "Nobody has said.", p => p.Evidence is null ? [] : [Evidence(p.Evidence)]),
        Ask("What did it cost?", "No source says what it cost.", p => p.Finance.Select(Money)),
        Ask("Who took part?", "No source says who took part.", p => p.Partners.Select(partner => new CompareAnswer(partner.Name, partner.Role is { } role ? Label("partner-roles", role) : ""))),
        Ask(CompareQuestion.Failure, "No source says what did not work.", p => p.Failures.Select(f => new CompareAnswer(f.What, f.Learned is null ? "" : $"Learned: {f.Learned}"))),
        Ask("What does it depend on?", "No source says what it depends on.", p => p.Conditions.Select(c => new CompareAnswer(c.Factor, c.Why ?? ""))),
        Ask("Where has it travelled?", "No source says that it did.", p => TravelStep.All(p, catalog.PointingTo(p.Id), catalog)
            .Select(step => new CompareAnswer($"{(step.CameFrom ? "From" : "To")} {step.Where}", Joined(step.Mode, step.Year?.ToString()), step.Url))),
        Ask("Can I go and see it?", "No source offers a visit.", p => p.Visit is { Possible: true } visit ? [new(visit.WhatToSee ?? "Yes", visit.Host ?? "", visit.Url)] : []),
        Ask("Who recognised it?", "No award that we know of.", p => p.Recognition.Select(r => new CompareAnswer(Words.Of(r, catalog.Vocabularies), Url: Routes.Award(r.Award)))),
        Ask("Who says so?", "", p => p.Sources.Select(s => new CompareAnswer(s.Title, Joined(s.Publisher ?? s.Author, s.Year?.ToString()), s.Url))),
    ];

    /// <summary>Where a practice is.</summary>
    public string PlaceOf(Practice practice) => Words.Places(practice.Places, catalog.Vocabularies);

    private CompareQuestion Ask(string label, string unknown, Func<Practice, IEnumerable<CompareAnswer>> answers) =>
        new(label, unknown, [.. practices.Select(practice => answers(practice).ToImmutableArray())]);

    private string Label(string vocabulary, string id) => catalog.Vocabularies.Label(vocabulary, id);

    private CompareAnswer Evidence(string id)
    {
        var evidence = EvidenceView.Of(id, catalog.Vocabularies);
        return new(evidence.Label, $"Rung {evidence.Rungs} of {EvidenceView.Steps}. {evidence.Scope}");
    }

    private static CompareAnswer Money(Finance money)
    {
        var amount = money.Amount is { } given ? $"{money.Currency} {Words.Number((double)given)}".Trim() : null;
        return new(amount ?? money.Source ?? money.Note ?? "", Joined(amount is null ? null : money.Source, money.Year?.ToString(), amount is null && money.Source is null ? null : money.Note));
    }

    private static string? Target(Outcome result) => result.Target is { } target ? $"Target: {Words.Amount(target, result.Unit)}" : null;

    private static IEnumerable<CompareAnswer> Optional(string text) => text.Length == 0 ? [] : [new(text)];

    private static string Joined(params ReadOnlySpan<string?> parts)
    {
        var said = new List<string>();
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part)) said.Add(part);
        }

        return string.Join(", ", said);
    }
}
