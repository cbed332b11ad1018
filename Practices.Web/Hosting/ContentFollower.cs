using Practices.Indexer.Indexing;

namespace Practices.Web.Hosting;

/// <summary>Follows the content while the site runs: a saved file shows within a second, a broken one is logged and its last good version stays.</summary>
public sealed class ContentFollower(PracticeLibrary library, ILogger<ContentFollower> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = library.Diagnostics;
        using var watcher = new ContentWatcher(library);
        await watcher.RunAsync(
            (update, problems) =>
            {
                if (update is not null)
                {
                    log.LogInformation(
                        "The content changed: {Total} records, {Added} added, {Changed} changed, {Removed} removed, {Refused} files refused.",
                        update.Total, update.Added.Length, update.Changed.Length, update.Removed.Length, update.Refused.Length);
                }

                Collection.Report(known, problems, log);
                known = problems;
            },
            problem => log.LogError("The content changed but cannot be read: {Reason}", problem.Message),
            stoppingToken);
    }
}
