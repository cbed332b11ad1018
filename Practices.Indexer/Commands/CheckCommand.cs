using System.CommandLine;
using System.Diagnostics;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Ingest;

namespace Practices.Indexer.Commands;

/// <summary><c>check</c>: every problem of the content, without touching the index.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var content = Folders.Content();
        var format = new Option<string>("--format")
        {
            Description = "text: file:line:col, for people and editors; json; github: annotations in a workflow; sarif: SARIF 2.1.0 for code scanning.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "github", "sarif");
        var command = new Command("check", "Reports every problem in the content, with its remedy, and changes nothing.") { content, format };
        command.SetAction(parsed => Run(ContentFolder.Find(parsed.GetValue(content)), parsed.GetValue(format)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string folder, string format, TextWriter output, TextWriter messages)
    {
        var clock = Stopwatch.StartNew();
        var content = new ContentReader(folder).Read();
        switch (format)
        {
            case "json":
                output.WriteLine(DiagnosticsJson.Write(content.Diagnostics, content.FileCount, content.Practices.Length));
                break;
            case "github":
                foreach (var problem in content.Diagnostics) output.WriteLine(GitHubAnnotation.Of(problem, PrefixOf(content.Root)));
                break;
            case "sarif":
                output.WriteLine(Sarif.Write(content.Diagnostics, PrefixOf(content.Root)));
                break;
            default:
                foreach (var problem in content.Diagnostics) output.WriteLine(problem);
                break;
        }

        messages.WriteLine(Summary(content, clock.Elapsed));
        return content.Diagnostics.IsEmpty ? ExitCode.Ok : ExitCode.Findings;
    }

    private static string Summary(ContentSet content, TimeSpan time)
    {
        var errors = content.Diagnostics.Count(problem => problem.Severity == Severity.Error);
        var warnings = content.Diagnostics.Length - errors;
        var found = content.Diagnostics.IsEmpty
            ? "no problem found"
            : $"{Counted(errors, "error")} and {Counted(warnings, "warning")} in {Counted(content.Diagnostics.DistinctBy(problem => problem.File).Count(), "file")}";
        return $"{Counted(content.FileCount, "file")} read in {content.Root}, {Counted(content.Practices.Length, "good record")}: {found} ({time.TotalSeconds:0.0} s).";
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    // Other programs know files by their path from the folder that the command runs in, the top of a repository.
    private static string PrefixOf(string root)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), root).Replace('\\', '/');
        return relative == "." ? "" : relative.TrimEnd('/') + "/";
    }
}
