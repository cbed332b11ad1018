using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Practices.Indexer.Content;
using Practices.Indexer.Import.Duplicates;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Commands;

/// <summary><c>practices duplicates</c>: records that may be of the same practice, with the reasons; and the decision that two are not.</summary>
internal static class DuplicatesCommand
{
    public static Command Create()
    {
        var award = new Option<string?>("--award") { Description = "Only pairs of which one at least has a recognition of this award.", HelpName = "ID" };
        var cycle = new Option<string?>("--cycle") { Description = "Only pairs of which one at least has a recognition of this cycle of the award.", HelpName = "ID" };
        var min = new Option<double>("--min") { Description = "The least score, 0 to 100.", DefaultValueFactory = _ => DuplicateFinder.DefaultMinScore, HelpName = "SCORE" };
        var distinct = new Option<string[]>("--distinct")
        {
            Description = "Keep the decision that two records are not the same: they are not offered again.",
            HelpName = "ID ID",
            Arity = new(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var json = new Option<bool>("--json") { Description = "Print the pairs as JSON." };
        var by = Editor.By();
        var content = Folders.Content();
        var command = new Command("duplicates", "List records that may be of the same practice, across awards, cycles and languages, with every reason and its points.") { award, cycle, min, distinct, json, by, content };
        command.SetAction(parsed =>
        {
            var folder = ContentFolder.Find(parsed.GetValue(content));
            if (parsed.GetValue(distinct) is [var first, var second])
            {
                if (MergeRun.Distinguish(folder, first, second, Editor.Name(parsed.GetValue(by)), DateTimeOffset.UtcNow) is { } wrong) return Usage(wrong);
                Console.Out.WriteLine($"{first} and {second} are not the same; they are not offered again.");
                return ExitCode.Ok;
            }

            if (parsed.GetValue(cycle) is not null && parsed.GetValue(award) is null) return Usage("--cycle needs --award: cycles of several awards have the same ids.");
            ImmutableArray<Practice> waiting = [];
            var found = Terminal.While("Comparing records", () =>
            {
                var set = new ContentReader(folder).Read();
                waiting = [.. set.Practices.Where(record => record.MergedInto is not null)];
                return DuplicateFinder.Find(set.Practices, set.Vocabularies, parsed.GetValue(min), record => IsOf(record, parsed.GetValue(award), parsed.GetValue(cycle)), DistinctPairs.Read(folder));
            });
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(Answer(found), CommandJson.Default.ImmutableArrayDuplicateAnswer));
            else Print(found);
            foreach (var record in waiting)
                Console.Error.WriteLine($"{record.Id} waits to be merged into {record.MergedInto}: it is once it is public, with the next `practices index`, `watch` or `merge`.");
            return found.IsEmpty ? ExitCode.Ok : ExitCode.Findings;
        });
        return command;
    }

    /// <summary>The pairs as JSON has them.</summary>
    public static ImmutableArray<DuplicateAnswer> Answer(ImmutableArray<DuplicateCandidate> found) =>
    [
        .. found.Select(one => new DuplicateAnswer(one.Score, Side(one.First), Side(one.Second), [.. one.Signals.Select(signal => new DuplicateAnswerSignal(signal.Name, signal.Points, signal.Why))])),
    ];

    /// <summary>The reasons of a pair in one line.</summary>
    public static string InShort(DuplicateCandidate candidate) =>
        string.Create(CultureInfo.InvariantCulture, $"{candidate.Score:0} ({string.Join(", ", candidate.Signals.Select(signal => string.Create(CultureInfo.InvariantCulture, $"{signal.Name} {signal.Points:+0.#;-0.#}")))})");

    private static void Print(ImmutableArray<DuplicateCandidate> found)
    {
        foreach (var candidate in found)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{candidate.Score,5:0.0}  {candidate.First.Id}  {candidate.Second.Id}"));
            foreach (var record in new[] { candidate.First, candidate.Second })
                Console.Out.WriteLine($"       {record.Title}{(Recognised(record) is { Length: > 0 } awards ? $" [{awards}]" : "")}");
            foreach (var signal in candidate.Signals)
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"       {signal.Points,6:+0.0;-0.0}  {signal.Name}: {signal.Why}"));
        }

        Console.Out.WriteLine(found.IsEmpty
            ? "No pair."
            : $"{(found.Length == 1 ? "1 pair" : $"{found.Length} pairs")}. `practices merge KEEP OTHER` makes one record of two, `practices duplicates --distinct ID ID` keeps that they are two.");
    }

    private static string Recognised(Practice record) =>
        string.Join(", ", record.Recognition.Select(recognition => $"{recognition.Award} {recognition.Cycle}".TrimEnd()).Distinct(StringComparer.Ordinal));

    private static DuplicateAnswerRecord Side(Practice record) =>
        new(record.Id, record.Title, record.File, record.Language, RecordFields.Statuses[(int)record.Status], [.. record.Recognition.Select(recognition => recognition.Award).Distinct(StringComparer.Ordinal)]);

    private static bool IsOf(Practice record, string? award, string? cycle) =>
        award is null || record.Recognition.Any(recognition => recognition.Award == award && (cycle is null || recognition.Cycle == cycle));

    private static int Usage(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCode.Usage;
    }
}
