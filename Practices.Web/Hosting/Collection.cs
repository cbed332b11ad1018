using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Indexing;
using Practices.Indexer.Ingest;

namespace Practices.Web.Hosting;

/// <summary>The collection when the program starts: where it is, its first reading, and a line for whoever started it.</summary>
public static class Collection
{
    /// <summary>The exit code of a program that was started with a setting that means nothing.</summary>
    public const int Usage = 2;

    /// <summary>The exit code of a program that could not read or write what it needs.</summary>
    public const int InputOutput = 3;

    /// <summary>
    /// The library of the folders that the configuration names as <c>Content</c> and <c>Index</c>, else the environment's
    /// <c>PRACTICES_CONTENT</c> and <c>PRACTICES_INDEX</c>, else the nearest folder <c>content</c> and the folder <c>index</c> beside it.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="clock">The clock that embargoes are held against.</param>
    public static PracticeLibrary Find(IConfiguration configuration, TimeProvider clock)
    {
        var content = ContentFolder.Find(configuration["Content"]);
        return new(content, IndexFolder.Find(configuration["Index"], content), clock);
    }

    /// <summary>Brings the index up to date and opens it; <see langword="false"/> where there is nothing to show, which the log explains.</summary>
    public static bool Read(PracticeLibrary library, ILogger log)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var update = library.Refresh();
            if (update is { Added: [], Changed: [], Removed: [], Refused: [] })
            {
                log.LogInformation("The index is up to date: {Total} records, {Milliseconds} ms.", update.Total, watch.ElapsedMilliseconds);
            }
            else if (update is not null)
            {
                log.LogInformation(
                    "Indexed {Total} records in {Milliseconds} ms: {Added} added, {Changed} changed, {Removed} removed, {Refused} files refused.",
                    update.Total, watch.ElapsedMilliseconds, update.Added.Length, update.Changed.Length, update.Removed.Length, update.Refused.Length);
            }

            Report([], library.Diagnostics, log);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (library.IsReady)
            {
                log.LogError("The collection is shown as it was indexed before: {Reason}", problem.Message);
                return true;
            }

            log.LogCritical("The collection cannot be read: {Reason}", problem.Message);
            return false;
        }
    }

    /// <summary>Logs the problems of the content: those that were not there before with a line each, the others by their number.</summary>
    public static void Report(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> problems, ILogger log)
    {
        var known = before.ToHashSet();
        var fresh = problems.Where(problem => !known.Contains(problem)).ToList();
        foreach (var problem in fresh) log.LogWarning("{Problem}", problem);
        if (problems.Count > fresh.Count) log.LogWarning("Problems of the content that are as they were: {Count}.", problems.Count - fresh.Count);
    }

    /// <summary>Why the site cannot be served at its address, and what to do, in one line.</summary>
    public static string CannotServe(Exception problem) => problem.InnerException is AddressInUseException
        ? $"{problem.Message.TrimEnd('.')}. Stop the other program, or choose another address with ASPNETCORE_URLS=http://localhost:PORT."
        : $"The site's address cannot be used: {problem.Message.TrimEnd('.')}. Choose another address with ASPNETCORE_URLS=http://localhost:PORT.";

    /// <summary>Says in one line where the site is and what it holds.</summary>
    public static void Announce(PracticeLibrary library, WebApplication app) =>
        Console.Out.WriteLine($"Practices: {library.Current.Count} records at {string.Join(", ", app.Urls)}");
}
