using System.CommandLine;
using System.Text.Json;
using Practices.Indexer.Indexing;

namespace Practices.Indexer.Commands;

/// <summary><c>practices index</c>: brings the index up to date with the content.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var content = Folders.Content();
        var index = Folders.Index();
        var full = new Option<bool>("--full") { Description = "Make the index of the content alone; a broken file's last good version is not kept." };
        var json = new Option<bool>("--json") { Description = "Print what was done as JSON." };
        var command = new Command("index", "Bring the index up to date with the content.") { content, index, full, json };
        command.SetAction(arguments =>
        {
            using var library = Folders.Library(arguments.GetValue(content), arguments.GetValue(index));
            Terminal.CompleteMerges(library.ContentFolder);
            var update = Terminal.While("Indexing", () => library.Refresh(arguments.GetValue(full)));
            foreach (var problem in library.Diagnostics) Console.Error.WriteLine(problem);
            if (arguments.GetValue(json)) Console.Out.WriteLine(Json(update, library));
            else Terminal.Report(Console.Out, update, library);
            return library.Diagnostics.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
        });
        return command;
    }

    private static string Json(IndexUpdate? update, PracticeLibrary library)
    {
        var answer = new IndexAnswer(
            library.Current.Count,
            update?.Added ?? [],
            update?.Changed ?? [],
            update?.Removed ?? [],
            update?.Unchanged ?? library.Current.Count,
            update?.Refused ?? [],
            update?.Kept ?? [],
            library.Diagnostics.Count,
            update?.Elapsed.TotalMilliseconds ?? 0,
            library.Current.Version);
        return JsonSerializer.Serialize(answer, CommandJson.Default.IndexAnswer);
    }
}
