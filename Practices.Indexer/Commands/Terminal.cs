using Practices.Indexer.Import.Duplicates;
using Practices.Indexer.Indexing;
using Spectre.Console;

namespace Practices.Indexer.Commands;

/// <summary>What a person sees while and after a command works. Progress goes to stderr and only to a terminal.</summary>
internal static class Terminal
{
    /// <summary>Does something with a sign of life, where somebody is looking.</summary>
    public static T While<T>(string doing, Func<T> work)
    {
        if (Console.IsErrorRedirected) return work();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Start($"{doing} …", _ => work());
    }

    /// <summary>Does something that counts what it has done, and shows the count where somebody is looking.</summary>
    /// <param name="doing">What is done.</param>
    /// <param name="things">What is counted.</param>
    /// <param name="work">The work; it tells the count to the action that it is given, which is none where nobody looks.</param>
    public static T Counting<T>(string doing, string things, Func<Action<int>?, T> work)
    {
        if (Console.IsErrorRedirected) return work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Start($"{doing} …", status => work(count => status.Status = $"{doing} … {count} {things}"));
    }

    /// <summary>Completes the merges that waited for an announcement that has passed, and says so on stderr. Where the content cannot be written they wait on.</summary>
    public static void CompleteMerges(string contentFolder)
    {
        try
        {
            foreach (var merge in WaitingMerges.Complete(contentFolder, DateTimeOffset.UtcNow))
                Console.Error.WriteLine(merge.Result == MergeResult.Refused ? $"\"{merge.Other}\" waits to be merged into \"{merge.Kept}\": {merge.Message}" : merge.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"A merge waits on: {problem.Message}");
        }
    }

    /// <summary>Says what an indexing run did, a line each.</summary>
    public static void Report(TextWriter output, IndexUpdate? update, PracticeLibrary library)
    {
        if (update is null)
        {
            output.WriteLine($"Up to date: {Records(library.Current.Count)}.");
            return;
        }

        foreach (var id in update.Added) output.WriteLine($"added    {id}");
        foreach (var id in update.Changed) output.WriteLine($"changed  {id}");
        foreach (var id in update.Removed) output.WriteLine($"removed  {id}");
        foreach (var file in update.Refused) output.WriteLine($"refused  {file}");
        foreach (var id in update.Kept) output.WriteLine($"kept     {id} (its last good version)");
        output.WriteLine(
            $"{Records(update.Total)}: {update.Added.Length} added, {update.Changed.Length} changed, {update.Removed.Length} removed, " +
            $"{update.Unchanged} unchanged, {update.Refused.Length} refused, in {update.Elapsed.TotalMilliseconds:0} ms.");
    }

    private static string Records(int count) => count == 1 ? "1 record" : $"{count} records";
}
