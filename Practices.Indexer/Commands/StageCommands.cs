using System.CommandLine;
using System.Text.Json;
using Practices.Indexer.Import.Announcing;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Commands;

/// <summary><c>practices announce</c> and <c>practices withdraw</c>: a cycle's outcomes become public together, and are taken back as fast.</summary>
internal static class StageCommands
{
    public static Command Announce()
    {
        var award = Award();
        var cycle = new Argument<string>("cycle") { Description = "The id of one of its cycles." };
        var at = new Option<string>("--at") { Description = "The date, time and zone: 2026-12-01T10:00+08:00.", HelpName = "MOMENT", Required = true };
        var (dryRun, json, by, content) = Common();
        var command = new Command("announce", "Let a cycle's staged records and outcomes appear together at a moment; until then nobody sees any of them.") { award, cycle, at, dryRun, json, by, content };
        command.SetAction(parsed =>
        {
            var (moment, wrong) = ScalarText.Moment(parsed.GetValue(at)!.Trim());
            if (moment is null)
            {
                Console.Error.WriteLine($"--at: {wrong}");
                return ExitCode.Usage;
            }

            var folder = ContentFolder.Find(parsed.GetValue(content));
            var vocabularies = VocabularyShelf.ReadSet(folder);
            if (Programme.Read(folder, parsed.GetValue(award)!, vocabularies) is { IsPublished: false } hidden)
                Console.Error.WriteLine($"The record of \"{hidden.Title}\" is not published itself: until it says status: published, nobody sees the award's pages or that a practice has it.");
            var report = CycleStage.Announce(
                folder, parsed.GetValue(award)!, parsed.GetValue(cycle)!, moment.Value, vocabularies, parsed.GetValue(dryRun), Editor.Name(parsed.GetValue(by)), DateTimeOffset.UtcNow);
            var summary =
                $"{Counted(report.Count(StageChange.RecordAppears), "record")} and {Counted(report.Count(StageChange.RecognitionAppears), "further recognition")} appear at {CycleStage.Written(moment.Value)}" +
                $"{ByOutcome(report)}; {report.Count(StageChange.None)} stay as they are.";
            return Print(report, summary, parsed.GetValue(json));
        });
        return command;
    }

    public static Command Withdraw()
    {
        var award = Award();
        var what = new Argument<string>("cycle|id") { Description = "The id of one of its cycles, else of a record." };
        var reason = new Option<string?>("--reason") { Description = "Why, for the log.", HelpName = "TEXT" };
        var (dryRun, json, by, content) = Common();
        var command = new Command("withdraw", "Take a cycle, or one record's recognition, back from the public at once.") { award, what, reason, dryRun, json, by, content };
        command.SetAction(parsed =>
        {
            var folder = ContentFolder.Find(parsed.GetValue(content));
            var report = CycleStage.Withdraw(
                folder, parsed.GetValue(award)!, parsed.GetValue(what)!, parsed.GetValue(reason), VocabularyShelf.ReadSet(folder), parsed.GetValue(dryRun), Editor.Name(parsed.GetValue(by)), DateTimeOffset.UtcNow);
            var summary =
                $"{Counted(report.Count(StageChange.RecordWithdrawn), "record")} and {Counted(report.Count(StageChange.RecognitionWithdrawn), "further recognition")} withdrawn{ByOutcome(report)}; " +
                $"{report.Count(StageChange.None)} stay as they are.";
            return Print(report, summary, parsed.GetValue(json));
        });
        return command;
    }

    private static Argument<string> Award() => new("award") { Description = "The id of the award's record." };

    private static (Option<bool> DryRun, Option<bool> Json, Option<string?> By, Option<string?> Content) Common() => (
        new("--dry-run") { Description = "Say what would be done, and write nothing." },
        new("--json") { Description = "Print what was done as JSON." },
        Editor.By(),
        Folders.Content());

    private static int Print(StageReport report, string summary, bool isJson)
    {
        foreach (var problem in report.Problems) Console.Error.WriteLine(problem);
        if (isJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new StageAnswer(
                    report.IsDryRun,
                    report.ByOutcome(),
                    [.. report.Records.Select(record => new StageAnswerRecord(record.Id, record.Title, CycleStage.Word(record.Change), record.Outcomes, record.Status))],
                    report.Problems),
                CommandJson.Default.StageAnswer));
        }
        else
        {
            foreach (var record in report.Records)
            {
                Console.Out.WriteLine(
                    $"{CycleStage.Word(record.Change),-21}  {record.Id}{(record.Outcomes.IsEmpty ? "" : $" ({string.Join(", ", record.Outcomes)})")}: {record.Title}{(record.Change == StageChange.None ? $" [{record.Status}]" : "")}");
            }

            var end = !report.Problems.IsEmpty ? " Nothing was written: mend the problems first." : report.IsDryRun ? " Nothing was written (dry run)." : "";
            Console.Out.WriteLine(summary + end);
        }

        if (report.Records.IsEmpty) Console.Error.WriteLine("No record has a recognition of it.");
        return report.Problems.IsEmpty && !report.Records.IsEmpty ? ExitCode.Ok : ExitCode.Findings;
    }

    private static string ByOutcome(StageReport report) =>
        report.ByOutcome() is { Count: > 0 } counts ? $" ({string.Join(", ", counts.Select(pair => $"{pair.Value} {pair.Key}"))})" : "";

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
