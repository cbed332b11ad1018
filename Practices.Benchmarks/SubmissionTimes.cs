using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Practices.Indexer.Ingest;

namespace Practices.Benchmarks;

/// <summary>Importing a table of submissions with <c>practices import</c>, each time in a process of its own.</summary>
/// <param name="Submissions">How many rows the table has.</param>
/// <param name="TableMb">Its size.</param>
/// <param name="DryRun">Looking, which also compares the new records with each other.</param>
/// <param name="First">The import that adds them all.</param>
/// <param name="Again">The same once more, which changes nothing: the files are compared byte by byte.</param>
internal sealed record SubmissionTimes(int Submissions, double TableMb, ImportTime DryRun, ImportTime First, ImportTime Again)
{
    /// <summary>Writes a content folder and a table of its own, imports, and takes them away again.</summary>
    /// <param name="count">How many submissions.</param>
    /// <param name="table">Where the table is to be kept; empty for nowhere.</param>
    /// <param name="say">Told what is being done.</param>
    /// <exception cref="InvalidOperationException">An import did something else than it should.</exception>
    public static SubmissionTimes Measure(int count, string table, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("practices-submissions-").FullName;
        try
        {
            say("writing");
            var content = Path.Combine(folder, "content");
            var file = table.Length > 0 ? table : Path.Combine(folder, "submissions.csv");
            SeededSubmissions.WriteContent(content);
            SeededSubmissions.WriteCsv(file, count, new ContentReader(content).Read().Vocabularies);
            say("looking");
            var look = ImportTime.Measure(content, file, $"{count} rows: {count} added, 0 changed, 0 unchanged", "--dry-run");
            say("importing");
            var first = ImportTime.Measure(content, file, $"{count} rows: {count} added, 0 changed, 0 unchanged");
            var landed = Fingerprint(content);
            say("importing again");
            var again = ImportTime.Measure(content, file, $"{count} rows: 0 added, 0 changed, {count} unchanged");
            if (Fingerprint(content) != landed) throw new InvalidOperationException("The second import has changed a file.");
            return new(count, Math.Round(new FileInfo(file).Length / 1e6, 1), look, first, again);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Says it for people.</summary>
    public void Print(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Submissions:N0} submissions in a table of {TableMb} MB"));
        foreach (var (what, time) in new[] { ("dry run", DryRun), ("first import", First), ("second import", Again) })
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {time.Seconds} s, at most {time.PeakMb:F0} MB of memory"));
    }

    // Names and bytes of all records; the log alone grows with each import.
    private static string Fingerprint(string content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(content, "submissions"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

/// <summary>What one run of <c>practices import</c> took.</summary>
/// <param name="Seconds">From the start of its process to its end.</param>
/// <param name="PeakMb">The most memory that it held.</param>
internal sealed record ImportTime(double Seconds, double PeakMb)
{
    /// <summary>Runs it.</summary>
    /// <param name="content">The content folder.</param>
    /// <param name="file">The table.</param>
    /// <param name="expected">How its last line must begin.</param>
    /// <param name="more">Further options.</param>
    public static ImportTime Measure(string content, string file, string expected, params IEnumerable<string> more)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "practices.dll"), "import", SeededSubmissions.Award, file, "--content", content, .. more]) start.ArgumentList.Add(argument);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        var reading = Task.Run(() => LastLine(process.StandardOutput));
        var peak = 0L;
        while (!process.WaitForExit(20)) peak = Math.Max(peak, PeakOf(process));

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var last = reading.GetAwaiter().GetResult();
        if (!last.StartsWith(expected, StringComparison.Ordinal)) throw new InvalidOperationException($"The import should have said \"{expected}\", but said \"{last}\".");
        return new(Math.Round(seconds, 1), Math.Round(peak / 1e6));
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended since it was looked at.
            return 0;
        }
    }

    private static string LastLine(StreamReader output)
    {
        var last = "";
        while (output.ReadLine() is { } line) last = line;
        return last;
    }
}
