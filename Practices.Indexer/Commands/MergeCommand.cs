using System.CommandLine;
using System.Text.Json;
using Practices.Indexer.Import.Duplicates;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Commands;

/// <summary><c>practices merge</c>: one record of two that are of the same practice.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var keep = new Argument<string>("keep") { Description = "The id of the record that stays." };
        var other = new Argument<string>("other") { Description = "The id of the record whose address will lead to it." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and write nothing." };
        var json = new Option<bool>("--json") { Description = "Print what was done as JSON." };
        var by = Editor.By();
        var content = Folders.Content();
        var command = new Command("merge", "Make one record of two of the same practice: it keeps both ids, both texts and every recognition. One that is not public yet waits.") { keep, other, dryRun, json, by, content };
        command.SetAction(parsed =>
        {
            var folder = ContentFolder.Find(parsed.GetValue(content));
            if (!parsed.GetValue(dryRun)) Terminal.CompleteMerges(folder);
            var report = MergeRun.Run(
                folder, parsed.GetValue(keep)!, parsed.GetValue(other)!, parsed.GetValue(dryRun), Editor.Name(parsed.GetValue(by)), DateTimeOffset.UtcNow);
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(Answer(report), CommandJson.Default.MergeAnswer));
            else Print(report);
            if (report.Result != MergeResult.Refused) return ExitCode.Ok;
            Console.Error.WriteLine(report.Message);
            return report.IsOfContent ? ExitCode.Findings : ExitCode.Usage;
        });
        return command;
    }

    private static MergeAnswer Answer(MergeReport report) => new(
        report.Kept,
        report.Other,
        Word(report.Result),
        report.IsDryRun,
        report.Message,
        report.Taken,
        [.. report.Differences.Select(difference => new MergeAnswerDifference(difference.Key, difference.Kept, difference.Other))]);

    private static void Print(MergeReport report)
    {
        if (report.Result == MergeResult.Refused) return;
        foreach (var difference in report.Differences)
            Console.Out.WriteLine($"differs  {difference.Key}: \"{difference.Kept}\" stays; {report.Other} said \"{difference.Other}\"");
        if (!report.Taken.IsEmpty) Console.Out.WriteLine($"taken    {string.Join(", ", report.Taken)}");
        Console.Out.WriteLine($"{report.Message}{(report.IsDryRun ? " Nothing was written (dry run)." : "")}");
    }

    private static string Word(MergeResult result) => result switch
    {
        MergeResult.Merged => "merged",
        MergeResult.Waits => "waits",
        MergeResult.Done => "done",
        _ => "refused",
    };
}
