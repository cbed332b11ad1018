using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>
/// What records say of each other, once all are read. A reference that leads nowhere is reported and left out of the record: a slip in one word must not take a good record away.
/// </summary>
internal sealed class CrossReferences
{
    private readonly Dictionary<string, Practice> _byId;
    private readonly HashSet<string> _named;
    private readonly Dictionary<string, string> _former = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _problems;

    /// <summary>Prepares for the valid records; <paramref name="named"/> has the ids of those that were refused too, which are no slips.</summary>
    public CrossReferences(IReadOnlyCollection<Practice> practices, IEnumerable<string> named, DiagnosticBag problems)
    {
        _byId = practices.ToDictionary(practice => practice.Id, StringComparer.Ordinal);
        _named = named.ToHashSet(StringComparer.Ordinal);
        _problems = problems;
        foreach (var practice in practices)
            foreach (var former in practice.FormerIds) _former.TryAdd(former, practice.Id);
    }

    /// <summary>The record with the references that hold.</summary>
    public Practice Resolve(RecordReading reading, Practice practice)
    {
        var file = reading.Context.Problems.File;
        foreach (var reference in reading.Context.Records) CheckRecord(reference, practice.Id, file);
        foreach (var reference in reading.Context.Awards) CheckAward(reference, file);
        foreach (var former in practice.FormerIds)
        {
            var owner = _byId.ContainsKey(former) ? former : _former[former];
            if (owner != practice.Id || former == practice.Id) Warn(file, Position.Start, "former-id", $"The former id \"{former}\" is in use by \"{owner}\". Take it out of \"formerly\".");
        }

        if (reading.Context.Records.Count == 0 && reading.Context.Awards.Count == 0) return practice;
        return practice with
        {
            Lineage = [.. practice.Lineage.Select(link => link with { Record = Known(link.Record, practice.Id) })],
            Recognition = [.. practice.Recognition.Select(Known).OfType<Recognition>()],
            Learning = practice.Learning is { } learning ? learning with { HostRecord = Known(learning.HostRecord, practice.Id), Shows = Known(learning.Shows, practice.Id) } : null,
            Network = practice.Network is { } network ? network with { Runs = Known(network.Runs, practice.Id) } : null,
        };
    }

    private void CheckRecord(RecordReference reference, string self, string file)
    {
        if (reference.Id == self)
            Warn(file, reference.At, "unknown-record", $"{reference.Where}: The record points to itself. Name another, or delete it.");
        else if (!_byId.ContainsKey(reference.Id) && _former.TryGetValue(reference.Id, out var now))
            Warn(file, reference.At, "unknown-record", $"{reference.Where}: The record \"{reference.Id}\" is called \"{now}\" now. Write that.");
        else if (!_named.Contains(reference.Id))
            Warn(file, reference.At, "unknown-record", $"{reference.Where}: There is no record \"{reference.Id}\". {Near(reference.Id, _named, "Write the name of its file without .md, or delete it.")}");
    }

    private void CheckAward(AwardReference reference, string file)
    {
        if (!_byId.TryGetValue(reference.Award, out var award) || award.Kind != RecordKind.Award)
        {
            var awards = _byId.Values.Where(record => record.Kind == RecordKind.Award).Select(record => record.Id);
            if (award is not null || !_named.Contains(reference.Award))
                Warn(file, reference.AwardAt, "unknown-award", $"recognition: There is no award \"{reference.Award}\". {Near(reference.Award, awards, "Add its record to the folder awards.")}");
            return;
        }

        var cycles = (award.Award?.Cycles ?? []).Select(cycle => cycle.Id).ToList();
        if (reference.Cycle is { } cycle && !cycles.Contains(cycle))
            Warn(file, reference.CycleAt, "unknown-cycle", $"recognition: {award.Title} has no cycle \"{cycle}\". {Near(cycle, cycles, $"Its cycles are listed in {award.File}.")}");
        if (reference.Outcome is { } outcome && OutcomeOf(award, outcome) is null)
        {
            var outcomes = (award.Award?.Outcomes ?? []).Select(one => one.Id).ToList();
            Warn(file, reference.OutcomeAt, "unknown-outcome", $"recognition: {award.Title} has no outcome \"{outcome}\". {Near(outcome, outcomes, $"Its outcomes are: {string.Join(", ", outcomes)}.")}");
        }
    }

    private string? Known(string? id, string self) => id is null || id == self ? null : _byId.ContainsKey(id) ? id : _former.GetValueOrDefault(id);

    private ImmutableArray<string> Known(ImmutableArray<string> ids, string self) => [.. ids.Select(id => Known(id, self)).OfType<string>()];

    private Recognition? Known(Recognition recognition)
    {
        if (!_byId.TryGetValue(recognition.Award, out var award) || award.Kind != RecordKind.Award) return null;
        var hasCycle = award.Award?.Cycles.Any(cycle => cycle.Id == recognition.Cycle) ?? false;
        return recognition with { Cycle = hasCycle ? recognition.Cycle : null, Outcome = recognition.Outcome is { } outcome ? OutcomeOf(award, outcome) : null };
    }

    // By id or by the award's own word for it.
    private static string? OutcomeOf(Practice award, string outcome) =>
        (award.Award?.Outcomes ?? []).FirstOrDefault(one => one.Id == outcome || NameFolding.Fold(one.Label) == NameFolding.Fold(outcome))?.Id;

    private static string Near(string id, IEnumerable<string> candidates, string otherwise) => Suggestions.Closest(id, candidates.Order(StringComparer.Ordinal)) is { } near ? $"Did you mean \"{near}\"?" : otherwise;

    private void Warn(string file, Position at, string rule, string message) => _problems.Add(new Diagnostic(Severity.Warning, rule, file, at.Line, at.Column, message));
}
