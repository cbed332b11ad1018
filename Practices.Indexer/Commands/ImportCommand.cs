using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Practices.Indexer.Content;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Duplicates;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Import.Sources;
using Practices.Indexer.Ingest;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Commands;

/// <summary><c>practices import</c>: submissions of an award, from a secretariat's files into content files.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var award = new Argument<string?>("award") { Description = "The id of the award's record, or of the learning programme's.", Arity = ArgumentArity.ZeroOrOne };
        var files = new Argument<string[]>("files") { Description = "Tables, workbooks, JSON, pages, documents, or folders and archives of them.", Arity = ArgumentArity.ZeroOrMore };
        var propose = new Option<string?>("--propose") { Description = "Import nothing, but write a mapping for an unknown file, to be corrected.", HelpName = "FILE" };
        var to = new Option<string?>("--out") { Description = "With --propose: the mapping file to write. Default: standard output.", HelpName = "FILE" };
        var mapping = new Option<string?>("--mapping") { Description = "The mapping: a name beside the award's record, or a file. Default: the award's own, else the generic one.", HelpName = "NAME|FILE" };
        var cycle = new Option<string?>("--cycle") { Description = "The cycle that all submissions belong to, where their rows do not say it.", HelpName = "ID" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and write nothing." };
        var keepEdited = new Option<bool>("--keep-edited") { Description = "Settle conflicts in the editor's favour for good: they are not reported again." };
        var json = new Option<bool>("--json") { Description = "Print what was done as JSON." };
        var by = Editor.By();
        var content = Folders.Content();
        var command = new Command("import", "Import submissions: what is new is added, what changed in the source is changed, what an editor changed stays. All of it lands, or nothing.")
        {
            award, files, mapping, cycle, dryRun, keepEdited, json, by, content, propose, to,
        };
        command.SetAction(parsed =>
        {
            var folder = ContentFolder.Find(parsed.GetValue(content));
            if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no content folder \"{folder}\". Name one with --content.");
            var vocabularies = VocabularyShelf.ReadSet(folder);
            if (parsed.GetValue(propose) is { } unknown) return Propose(unknown, parsed.GetValue(to), parsed.GetValue(award), vocabularies);
            if (parsed.GetValue(award) is null || parsed.GetValue(files) is not { Length: > 0 }) return Usage("Name an award and at least one file: practices import AWARD FILE.");
            if (Programme.Read(folder, parsed.GetValue(award)!, vocabularies) is not { } programme) return Usage($"There is no good record of an award or a learning programme \"{parsed.GetValue(award)}\" in {folder}. Write its file first; `practices check` says what is wrong with one.");
            if (parsed.GetValue(cycle) is { } wanted && programme.Cycles.All(one => one.Id != wanted)) return Usage($"{programme.Title} has no cycle \"{wanted}\". Its cycles are {List(programme.Cycles.Select(one => one.Id))}; add a new one to its record.");
            if (MappingShelf.Find(folder, programme.Id, parsed.GetValue(mapping)) is not { } path)
                return Usage($"There is no mapping {(parsed.GetValue(mapping) is { } named ? $"\"{named}\" " : "")}for {programme.Id}. There {(MappingShelf.Names(folder, programme.Id) is { IsEmpty: false } names ? $"are: {List(names)}" : "is none yet")}.");

            var (read, problems) = Mapping.Read(path, vocabularies);
            var warnings = problems.ToList();
            if (read is null)
            {
                foreach (var problem in problems) Console.Error.WriteLine(problem);
                return ExitCode.Findings;
            }

            var isDryRun = parsed.GetValue(dryRun);
            var added = new List<Practice>();
            var report = Terminal.Counting("Importing", "submissions", progress => ImportRun.Run(
                folder,
                programme.Id,
                Rows(SourceReader.Stream(parsed.GetValue(files)!, read.Options), read.Begin(programme, parsed.GetValue(cycle)), warnings),
                vocabularies,
                new()
                {
                    IsDryRun = isDryRun,
                    Added = isDryRun ? added.Add : null,
                    KeepsEdited = parsed.GetValue(keepEdited),
                    By = Editor.Name(parsed.GetValue(by)),
                    Now = DateTimeOffset.UtcNow,
                    Progress = progress,
                }));
            report = report with { Problems = [.. warnings, .. report.Problems] };
            var landed = report.Rows.Where(row => row.Outcome == ImportOutcome.Added).Select(row => row.File).ToHashSet(StringComparer.Ordinal);
            added.RemoveAll(record => !landed.Contains(record.File));
            var alike = added.Count > 0 ? Terminal.While("Comparing records", () => Alike(folder, added)) : [];
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(Answer(report, alike), CommandJson.Default.ImportAnswer));
            else Print(report, alike);
            return report.HasFindings ? ExitCode.Findings : ExitCode.Ok;
        });
        return command;
    }

    private static int Propose(string file, string? to, string? award, VocabularySet vocabularies)
    {
        var batch = SourceReader.Read([file], new());
        foreach (var problem in batch.Problems) Console.Error.WriteLine(problem);
        if (batch.Rows.IsEmpty) return ExitCode.Findings;
        var mapping = MappingProposal.Write(batch.Rows, Path.GetFileName(file), vocabularies, award);
        if (to is null)
        {
            Console.Out.Write(mapping);
            return ExitCode.Ok;
        }

        // What somebody has corrected already is not written over. The folder of an award's mappings is not there before its first.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
        using var writer = new StreamWriter(new FileStream(to, FileMode.CreateNew, FileAccess.Write));
        writer.Write(mapping);
        Console.Error.WriteLine($"Read {to} line by line and correct it, then try it: practices import {award ?? "AWARD"} {file} --mapping {to} --dry-run");
        return ExitCode.Ok;
    }

    // An error of a file or a row that could not be read stands for what it would have been.
    private static IEnumerable<MappingResult> Rows(IEnumerable<SourceItem> items, MappingRun mapping, List<ImportProblem> warnings)
    {
        foreach (var item in items)
        {
            if (item.Row is { } row) yield return mapping.Apply(row);
            else if (item.Problem is { Severity: Severity.Error } error) yield return new(new(error.File, error.Sheet, error.Row, []), null, null, [error]);
            else if (item.Problem is { } warning) warnings.Add(warning);
        }
    }

    // What is new beside what is there, and beside each other.
    private static ImmutableArray<DuplicateCandidate> Alike(string folder, List<Practice> added)
    {
        var content = new ContentReader(folder).Read();
        var ids = added.Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        return DuplicateFinder.Find([.. content.Practices, .. added], content.Vocabularies, isWanted: record => ids.Contains(record.Id), distinct: DistinctPairs.Read(folder));
    }

    private static void Print(ImportReport report, ImmutableArray<DuplicateCandidate> alike)
    {
        foreach (var row in report.Rows)
        {
            switch (row.Outcome)
            {
                case ImportOutcome.Added:
                    Console.Out.WriteLine($"added     {row.File}  ({row.Key!.Value.ExternalId})");
                    break;
                case ImportOutcome.Changed:
                    Console.Out.WriteLine($"changed   {row.File}  ({row.Key!.Value.ExternalId}): {List(row.Changed)}");
                    break;
                case ImportOutcome.LeftOut:
                    Console.Out.WriteLine($"left out  {row.Source}: {row.Reason}");
                    break;
                case ImportOutcome.Refused:
                    Console.Out.WriteLine($"refused   {row.Source}{(row.Key is { } key ? $"  ({key.ExternalId})" : "")}");
                    break;
                default:
                    break;
            }

            foreach (var conflict in row.Conflicts)
                Console.Out.WriteLine($"conflict  {row.File}: {conflict.Key}: the file says \"{conflict.Editor}\", the source \"{conflict.Source}\"; the file's stays");
        }

        foreach (var missing in report.Missing) Console.Out.WriteLine($"missing   {missing.Record}  ({missing.Key.ExternalId}): the source does not name it any more; it stays");
        foreach (var pair in alike) Console.Out.WriteLine($"alike     {pair.First.File} and {pair.Second.File}: {DuplicatesCommand.InShort(pair)}");
        foreach (var problem in report.Problems) Console.Out.WriteLine(problem);
        Console.Out.WriteLine(
            $"{Counted(report.Rows.Length, "row")}: {report.Count(ImportOutcome.Added)} added, {report.Count(ImportOutcome.Changed)} changed, {report.Count(ImportOutcome.Unchanged)} unchanged, " +
            $"{report.InConflict} in conflict, {report.Count(ImportOutcome.LeftOut)} left out, {report.Count(ImportOutcome.Refused)} refused; {report.Missing.Length} missing, " +
            (alike.IsEmpty ? "" : $"{Counted(alike.Length, "pair")} alike, ") +
            $"{Counted(report.Problems.Length, "problem")}.{(report.IsDryRun ? " Nothing was written (dry run)." : "")}");
    }

    private static ImportAnswer Answer(ImportReport report, ImmutableArray<DuplicateCandidate> alike) => new(
        report.Award,
        report.IsDryRun,
        new(report.Rows.Length, report.Count(ImportOutcome.Added), report.Count(ImportOutcome.Changed), report.Count(ImportOutcome.Unchanged), report.InConflict, report.Count(ImportOutcome.LeftOut), report.Count(ImportOutcome.Refused), report.Missing.Length, report.Problems.Length),
        [
            .. report.Rows.Select(row => new ImportAnswerRow(
                Word(row.Outcome), row.Source.File, row.Source.Sheet, row.Source.Row, row.Key?.Cycle, row.Key?.ExternalId, row.File, row.Changed,
                [.. row.Conflicts.Select(conflict => new ImportAnswerConflict(conflict.Key, conflict.Editor, conflict.Source))], row.Reason)),
        ],
        [.. report.Missing.Select(missing => new ImportAnswerMissing(missing.Key.Cycle, missing.Key.ExternalId, missing.Record))],
        [.. report.Problems.Select(problem => new ImportAnswerProblem(problem.Severity == Severity.Error ? "error" : "warning", problem.Rule, problem.File, problem.Sheet, problem.Row, problem.Place, problem.Value, problem.Message))],
        DuplicatesCommand.Answer(alike));

    private static string Word(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "added",
        ImportOutcome.Changed => "changed",
        ImportOutcome.Unchanged => "unchanged",
        ImportOutcome.LeftOut => "leftOut",
        _ => "refused",
    };

    private static int Usage(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCode.Usage;
    }

    private static string List(IEnumerable<string> words) => string.Join(", ", words);

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
