using System.Diagnostics;
using System.Globalization;
using Practices.Indexer.Indexing;

namespace Practices.Benchmarks;

/// <summary>From content files to answers: the first index of a folder, and one changed file of many while the folder is watched.</summary>
/// <param name="Files">How many practices there are.</param>
/// <param name="FirstIndexSeconds">From nothing to an open index.</param>
/// <param name="FirstIndexPeakMb">The most memory held until then.</param>
/// <param name="FoundMs">From the write of a changed file to the answer that shows it, the watcher's wait for quiet included; in order of size.</param>
/// <param name="LinkedFoundMs">The same for a file to which others point, taken away and put back: they change, too.</param>
/// <param name="SuggestMs">The first suggestion, asked for as soon as a changed title is found.</param>
/// <param name="FollowingMb">What the process holds while it follows the folder.</param>
/// <param name="PeakMb">The most memory held at all.</param>
/// <param name="StartSeconds">From nothing in memory to an open catalog, of an index that is up to date.</param>
/// <param name="ReadSeconds">What reading the content into memory takes after such a start: until then a change waits.</param>
internal sealed record ContentTimes(
    int Files, double FirstIndexSeconds, double FirstIndexPeakMb, double[] FoundMs, double[] LinkedFoundMs, double SuggestMs, double FollowingMb, double PeakMb, double StartSeconds, double ReadSeconds)
{
    private const int Rounds = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Writes a folder of its own, indexes it, changes it, and takes it away again.</summary>
    public static async Task<ContentTimes> Measure(int files, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("practices-content-").FullName;
        try
        {
            say("writing");
            var content = Path.Combine(folder, "content");
            var index = Path.Combine(folder, "index");
            SeededContent.Write(content, files);
            say("indexing");
            using var library = new PracticeLibrary(content, index);
            var first = Seconds(() => library.Refresh());
            if (library.Current.Count < files || library.Diagnostics.Count > 0) throw new InvalidOperationException($"{library.Current.Count} records of {files}: {library.Diagnostics.Count} problems");
            var firstPeak = Status("VmHWM:");
            Collect();
            say("changing");
            using var stop = new CancellationTokenSource();
            using var watcher = new ContentWatcher(library);
            var watching = Task.Run(() => watcher.RunAsync((_, _) => { }, problem => Console.Error.WriteLine(problem.Message), stop.Token));

            // The first change is met while the watcher starts, and its code is compiled.
            FoundAfter(library, content, files / 2, "warmup");
            _ = library.Current.Suggester;
            var found = Enumerable.Range(0, Rounds).Select(round => FoundAfter(library, content, files / (round + 3), $"changed{(char)('a' + round)}o")).Order().ToArray();
            var linked = Enumerable.Range(0, Rounds).Select(round => GoneAndBack(library, content, 3 * (round + 1))).Order().ToArray();
            FoundAfter(library, content, files / 2, "suggestedo");
            var suggest = Seconds(() => library.Current.Suggester.Suggest("sug")) * 1000;
            await stop.CancelAsync();
            await watching;
            Collect();
            var following = Status("VmRSS:");
            say("starting");
            using var second = new PracticeLibrary(content, index);
            var start = Seconds(() => second.Refresh());
            var read = Seconds(() => second.Refresh());
            return new(
                files, Math.Round(first, 2), firstPeak, Rounded(found), Rounded(linked), Math.Round(suggest, 1), following, Status("VmHWM:"), Math.Round(start, 3), Math.Round(read, 2));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Says it for people.</summary>
    public void Print(TextWriter output)
    {
        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        Line($"{Files:N0} content files: first index after {FirstIndexSeconds} s, at most {FirstIndexPeakMb:F0} MB of memory");
        Line($"one changed file: found after {FoundMs[FoundMs.Length / 2]} ms ({FoundMs[0]} to {FoundMs[^1]})");
        Line($"a file that another points to, taken away: seen after {LinkedFoundMs[LinkedFoundMs.Length / 2]} ms ({LinkedFoundMs[0]} to {LinkedFoundMs[^1]})");
        Line($"first suggestion after a change: {SuggestMs} ms");
        Line($"following the folder: {FollowingMb:F0} MB resident, {PeakMb:F0} MB at most");
        Line($"start with an index that is up to date: {StartSeconds} s, and {ReadSeconds} s more until the first change can be taken up");
    }

    private static double FoundAfter(PracticeLibrary library, string content, int number, string word)
    {
        var before = library.Current;
        var path = SeededContent.PathOf(content, number);
        var text = File.ReadAllText(path).Replace("title: ", $"title: {word} ", StringComparison.Ordinal);
        var start = Stopwatch.GetTimestamp();
        File.WriteAllText(path, text);
        Wait(() => library.Current.Search(new() { Text = word, Correct = false }).Hits is [var hit] && hit.Id == SeededContent.IdOf(number), start);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (before.Search(new() { Text = word, Correct = false }).Total != 0) throw new InvalidOperationException("A reader's catalog has changed.");
        return time;
    }

    // The record that a record's lineage names.
    private static double GoneAndBack(PracticeLibrary library, string content, int number)
    {
        var id = SeededContent.IdOf(number);
        if (library.Current.Find(id)!.Lineage is not [{ Record: { } other }, ..]) return 0;
        var path = Path.Combine(content, "practices", other + ".md");
        var text = File.ReadAllText(path);
        var start = Stopwatch.GetTimestamp();
        File.Delete(path);
        Wait(() => library.Current.Find(other) is null && library.Current.Find(id)!.Lineage.IsEmpty, start);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        File.WriteAllText(path, text);
        Wait(() => library.Current.Find(id)!.Lineage is [{ Record: { } back }, ..] && back == other, Stopwatch.GetTimestamp());
        return time;
    }

    private static void Wait(Func<bool> isSeen, long start)
    {
        while (!isSeen())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new InvalidOperationException("A change was not seen.");
            Thread.Sleep(1);
        }
    }

    private static double Seconds(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double[] Rounded(double[] times) => [.. times.Select(time => Math.Round(time, 1))];

    private static void Collect() => GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    // Megabytes; nothing where the system does not tell.
    private static double Status(string name)
    {
        const string File = "/proc/self/status";
        if (!System.IO.File.Exists(File)) return 0;
        var line = System.IO.File.ReadLines(File).First(line => line.StartsWith(name, StringComparison.Ordinal));
        return Math.Round(long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0, 1);
    }
}
