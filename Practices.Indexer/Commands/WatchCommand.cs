using System.CommandLine;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Indexing;

namespace Practices.Indexer.Commands;

/// <summary><c>practices watch</c>: indexes, then again on every change, until it is stopped.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var content = Folders.Content();
        var index = Folders.Index();
        var command = new Command("watch", "Index, then index again on every change, within a second.") { content, index };
        command.SetAction(async (arguments, cancellation) =>
        {
            using var library = Folders.Library(arguments.GetValue(content), arguments.GetValue(index));
            Terminal.CompleteMerges(library.ContentFolder);
            Tell(library.Refresh(), library);
            using var watcher = new ContentWatcher(library);
            Console.Error.WriteLine($"Watching {library.ContentFolder}. Stop with Ctrl+C.");
            await watcher.RunAsync(Follow, problem => Console.Error.WriteLine(problem.Message), cancellation);
            return ExitCode.Ok;

            void Follow(IndexUpdate? update, IReadOnlyList<Diagnostic> problems)
            {
                Tell(update, library);

                // What has just appeared may have waited to become a part of another.
                if (update is { Added.IsEmpty: false }) Terminal.CompleteMerges(library.ContentFolder);
            }
        });
        return command;
    }

    private static void Tell(IndexUpdate? update, PracticeLibrary library)
    {
        foreach (var problem in library.Diagnostics) Console.Error.WriteLine(problem);
        Terminal.Report(Console.Out, update, library);
    }
}
