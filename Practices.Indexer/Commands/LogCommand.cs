using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Practices.Indexer.Import.Sources;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;

namespace Practices.Indexer.Commands;

/// <summary><c>practices log</c>: what was imported, merged, announced and withdrawn, by whom and when; and whether the log is as it was written.</summary>
internal static class LogCommand
{
    private static readonly IReadOnlyList<string> Columns = ["at", "by", "what", "award", "cycle", "from", "reason", "counts", "records"];

    public static Command Create()
    {
        var award = new Option<string?>("--award") { Description = "Only what concerns this award.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "Print the lines as JSON, one each." };
        var csv = new Option<bool>("--csv") { Description = "Print the lines as a table; no cell of it is a formula to a spreadsheet." };
        var content = Folders.Content();
        var command = new Command("log", "Print what was done to many records at once, and check that the log is whole.") { award, json, csv, content };
        command.SetAction(parsed =>
        {
            var folder = ContentFolder.Find(parsed.GetValue(content));
            if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no content folder \"{folder}\". Name one with --content.");
            ImmutableArray<LogLine> lines;
            string? wrongAtEnd;
            using (ContentReading.Begin(folder)) (lines, wrongAtEnd) = (ContentLog.Read(folder), ContentLog.WrongAtEnd(folder));

            var entries = lines.Select(line => line.Entry).OfType<LogEntry>().Where(entry => parsed.GetValue(award) is not { } wanted || entry.Award == wanted);
            if (parsed.GetValue(csv)) Console.Out.Write(Table(entries));
            else foreach (var entry in entries) Console.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(entry, LogJson.Default.LogEntry) : Line(entry));
            var broken = lines.Where(line => !line.IsWhole).ToList();
            foreach (var line in broken)
                Console.Error.WriteLine($"{ContentLog.FileName}:{line.Number}: {(line.Entry is null ? "This line is none of the log's." : "This line does not follow on the one before: one of the two was changed, taken out or put in.")}");
            if (wrongAtEnd is not null) Console.Error.WriteLine($"{ContentLog.FileName}:{lines.Length + 1}: {wrongAtEnd}");
            return broken.Count == 0 && wrongAtEnd is null ? ExitCode.Ok : ExitCode.Findings;
        });
        return command;
    }

    private static string Line(LogEntry entry) =>
        $"{At(entry)}  {entry.By}  {entry.What} {entry.Award} {entry.Cycle}".TrimEnd() +
        (entry.From is { } from ? $" from {from}" : "") +
        (Counts(entry) is { Length: > 0 } counts ? $": {counts}" : "") +
        (entry.Reason is { } reason ? $" ({reason})" : "");

    private static string Table(IEnumerable<LogEntry> entries)
    {
        using var table = new MemoryStream();
        TableWriter.WriteCsv(table, entries.Select(Row).Prepend(Columns));
        return Encoding.UTF8.GetString(table.ToArray());
    }

    private static IReadOnlyList<string> Row(LogEntry entry) =>
    [
        At(entry), entry.By, entry.What, entry.Award ?? "", entry.Cycle ?? "", entry.From ?? "", entry.Reason ?? "", Counts(entry),
        string.Join("; ", (entry.Records ?? []).Where(group => !group.Value.IsEmpty).Select(group => $"{group.Key}: {string.Join(' ', group.Value)}")),
    ];

    private static string At(LogEntry entry) => entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Counts(LogEntry entry) => string.Join(", ", (entry.Counts ?? []).Where(count => count.Value > 0).Select(count => $"{count.Value} {count.Key}"));
}
