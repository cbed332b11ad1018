using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Practices.Search.Index;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>The memory of a process that only opens the index and answers every query once, in megabytes.</summary>
/// <param name="ResidentMb">All that is in the machine's memory.</param>
/// <param name="IndexPagesMb">Of it pages of the index's files, which the system may take back at any time; nothing where the system does not tell.</param>
/// <param name="PrivateMb">Of it what the process has for itself alone; nothing where the system does not tell.</param>
internal sealed record ServingMemory(double ResidentMb, double? IndexPagesMb, double? PrivateMb)
{
    /// <summary>Lets a child process serve the index.</summary>
    public static ServingMemory Measure(string folder, Options options) =>
        JsonSerializer.Deserialize<ServingMemory>(ChildProcess.FirstLine(["--serve", folder, .. options.ForChild()]).Line, JsonReport.Line)
        ?? throw new InvalidOperationException("The child process said nothing.");

    /// <summary>Serves the index; what the child process does.</summary>
    public static ServingMemory Serve(string folder, Corpus corpus)
    {
        using var searcher = new Searcher(IndexSnapshot.Open(folder));
        foreach (var query in corpus.Classes.Values.SelectMany(queries => queries)) searcher.Search(query.Request);
        using var process = Process.GetCurrentProcess();
        var resident = Math.Round(process.WorkingSet64 / 1048576.0, 1);
        return OperatingSystem.IsLinux() ? OfMaps(resident, folder) : new(resident, null, null);
    }

    private static ServingMemory OfMaps(double resident, string folder)
    {
        var (indexPages, own, isIndex) = (0L, 0L, false);
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "Rss:") indexPages += isIndex ? Kilobytes(words) : 0;
            else if (words[0].StartsWith("Private_", StringComparison.Ordinal)) own += isIndex ? 0 : Kilobytes(words);
            else if (!words[0].EndsWith(':')) isIndex = words[^1].StartsWith(folder, StringComparison.Ordinal);
        }

        return new(resident, Megabytes(indexPages), Megabytes(own));
    }

    private static long Kilobytes(string[] words) => long.Parse(words[1], CultureInfo.InvariantCulture);

    private static double Megabytes(long kilobytes) => Math.Round(kilobytes / 1024.0, 1);
}
