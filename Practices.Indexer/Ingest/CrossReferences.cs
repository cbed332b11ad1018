using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>
/// What a record says of others. A reference that leads nowhere is reported and left out of the record: a slip in one word must not take a good record away.
/// </summary>
internal sealed class CrossReferences
{
    private readonly RecordGraph _graph;
    private readonly string _self;
    private readonly string _file;
    private readonly List<Diagnostic> _problems = [];
    private readonly List<string> _dangling = [];

    private CrossReferences(KnownFile file, RecordGraph graph) => (_graph, _self, _file) = (graph, file.File.Id, file.File.Name);

    /// <summary>What is wrong with the references.</summary>
    public IReadOnlyCollection<Diagnostic> Problems => _problems;

    /// <summary>The words that are no record's id: a new record can be what they meant.</summary>
    public ImmutableArray<string> Dangling => [.. _dangling];

    /// <summary>Whether an award that is named is none.</summary>
    public bool LacksAward { get; private set; }

    /// <summary>Holds the references of a valid record against those that there are.</summary>
    public static CrossReferences Check(KnownFile file, RecordGraph graph)
    {
        var references = new CrossReferences(file, graph);
        foreach (var reference in file.Records) references.CheckRecord(reference);
        foreach (var reference in file.Awards) references.CheckAward(reference);
        foreach (var former in file.Facts!.FormerIds) references.CheckFormer(former);
        return references;
    }

    /// <summary>The record with the references that hold.</summary>
    public static Practice Resolve(KnownFile file, Practice practice, RecordGraph graph)
    {
        if (file.Records.IsEmpty && file.Awards.IsEmpty) return practice;
        return practice with
        {
            Lineage = [.. practice.Lineage.Select(link => link with { Record = Known(link.Record) })],
            Recognition = [.. practice.Recognition.Select(recognition => KnownOf(recognition, graph)).OfType<Recognition>()],
            Learning = practice.Learning is { } learning ? learning with { HostRecord = Known(learning.HostRecord), Shows = AllKnown(learning.Shows) } : null,
            Network = practice.Network is { } network ? network with { Runs = AllKnown(network.Runs) } : null,
            MergedInto = Known(practice.MergedInto),
        };

        string? Known(string? id) => id is null || id == practice.Id ? null : graph.Good.ContainsKey(id) ? id : graph.OwnerOf(id);

        ImmutableArray<string> AllKnown(ImmutableArray<string> ids) => [.. ids.Select(Known).OfType<string>()];
    }

    private void CheckRecord(RecordReference reference)
    {
        if (reference.Id == _self)
        {
            Warn(reference.At, "unknown-record", $"{reference.Where}: The record points to itself. Name another, or delete it.");
        }
        else if (!_graph.Good.ContainsKey(reference.Id) && _graph.OwnerOf(reference.Id) is { } now)
        {
            Warn(reference.At, "unknown-record", $"{reference.Where}: The record \"{reference.Id}\" is called \"{now}\" now. Write that.");
        }
        else if (!_graph.Named.Contains(reference.Id))
        {
            _dangling.Add(reference.Id);
            Warn(reference.At, "unknown-record", $"{reference.Where}: There is no record \"{reference.Id}\". {Near(reference.Id, _graph.NamedInOrder, "Write the name of its file without .md, or delete it.")}");
        }
    }

    private void CheckAward(AwardReference reference)
    {
        if (AwardOf(reference.Award, _graph) is not { } award)
        {
            LacksAward = true;
            if (_graph.Good.ContainsKey(reference.Award) || !_graph.Named.Contains(reference.Award))
                Warn(reference.AwardAt, "unknown-award", $"recognition: There is no award \"{reference.Award}\". {Near(reference.Award, _graph.Awards, "Add its record to the folder awards.")}");
            return;
        }

        var cycles = (award.Award?.Cycles ?? []).Select(cycle => cycle.Id).Order(StringComparer.Ordinal).ToList();
        if (reference.Cycle is { } cycle && !cycles.Contains(cycle))
            Warn(reference.CycleAt, "unknown-cycle", $"recognition: {award.Title} has no cycle \"{cycle}\". {Near(cycle, cycles, $"Its cycles are listed in {award.File}.")}");
        if (reference.Outcome is { } outcome && OutcomeOf(award, outcome) is null)
        {
            var outcomes = (award.Award?.Outcomes ?? []).Select(one => one.Id).ToList();
            Warn(reference.OutcomeAt, "unknown-outcome", $"recognition: {award.Title} has no outcome \"{outcome}\". {Near(outcome, outcomes.Order(StringComparer.Ordinal), $"Its outcomes are: {string.Join(", ", outcomes)}.")}");
        }
    }

    private void CheckFormer(string former)
    {
        var owner = _graph.Good.ContainsKey(former) ? former : _graph.OwnerOf(former);
        if (owner != _self || former == _self) Warn(Position.Start, "former-id", $"The former id \"{former}\" is in use by \"{owner}\". Take it out of \"formerly\".");
    }

    private static Practice? AwardOf(string id, RecordGraph graph) => graph.TryFind(id, out var facts) ? facts.Award : null;

    private static Recognition? KnownOf(Recognition recognition, RecordGraph graph)
    {
        if (AwardOf(recognition.Award, graph) is not { } award) return null;
        var hasCycle = award.Award?.Cycles.Any(cycle => cycle.Id == recognition.Cycle) ?? false;
        return recognition with { Cycle = hasCycle ? recognition.Cycle : null, Outcome = recognition.Outcome is { } outcome ? OutcomeOf(award, outcome) : null };
    }

    // By id or by the award's own word for it.
    private static string? OutcomeOf(Practice award, string outcome) =>
        (award.Award?.Outcomes ?? []).FirstOrDefault(one => one.Id == outcome || NameFolding.Fold(one.Label) == NameFolding.Fold(outcome))?.Id;

    // Of words that are equally near the first is taken.
    private static string Near(string id, IEnumerable<string> candidates, string otherwise) => Suggestions.Closest(id, candidates) is { } near ? $"Did you mean \"{near}\"?" : otherwise;

    private void Warn(Position at, string rule, string message) => _problems.Add(new Diagnostic(Severity.Warning, rule, _file, at.Line, at.Column, message));
}
