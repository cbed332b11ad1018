using System.Diagnostics;
using System.Globalization;
using Practices.Search.Suggesting;

namespace Practices.Benchmarks;

/// <summary>What suggesting while somebody types took, one look-up after another on one thread: reading what was typed, finding eight entries, marking them.</summary>
/// <param name="Entries">How many titles there are to suggest.</param>
/// <param name="Lookups">How many look-ups were measured.</param>
/// <param name="CpuP50Us">Microseconds of the thread's time on a processor that half of them took at most.</param>
/// <param name="CpuP95Us">The same for 95 %.</param>
/// <param name="CpuP99Us">The same for 99 %.</param>
/// <param name="P50Us">Microseconds on the wall that half of them took at most.</param>
/// <param name="P95Us">The same for 95 %.</param>
/// <param name="P99Us">The same for 99 %.</param>
/// <param name="OneLetterCpuP50Us">As <paramref name="CpuP50Us"/>, of a single letter alone.</param>
/// <param name="OneWordCpuP50Us">As <paramref name="CpuP50Us"/>, of one typed word alone.</param>
/// <param name="TwoWordsCpuP50Us">As <paramref name="CpuP50Us"/>, of two typed words alone.</param>
/// <param name="AllocatedBytes">Bytes allocated by a look-up, its answer included, on average.</param>
/// <param name="BytesPerEntry">Bytes of the tables for each title, without the title itself.</param>
/// <param name="BuildMs">Milliseconds that building the tables took.</param>
internal sealed record SuggestTimes(
    int Entries, int Lookups, double CpuP50Us, double CpuP95Us, double CpuP99Us, double P50Us, double P95Us, double P99Us,
    double OneLetterCpuP50Us, double OneWordCpuP50Us, double TwoWordsCpuP50Us,
    long AllocatedBytes, double BytesPerEntry, double BuildMs)
{
    private const int Titles = 400;
    private const int MostTitles = 100_000;

    // So long the look-ups are repeated before they are measured: the compiler goes over code that is used much, in its own time.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Builds the suggester of the corpus's titles and types the first word of some titles letter by letter, then the start of a title's first word
    /// with the second letter by letter. Measured once the compiler is done.
    /// </summary>
    public static SuggestTimes Measure(Corpus corpus)
    {
        var titles = corpus.Documents().Take(MostTitles).Select(document => document.Title).ToArray();
        var entries = titles.Select(Entry).ToArray();
        var start = Stopwatch.GetTimestamp();
        var suggester = Suggester.Build(entries);
        var build = Stopwatch.GetElapsedTime(start);

        var typed = Typed(titles).ToArray();
        var wall = new double[typed.Length];
        var cpu = new double[typed.Length];
        for (start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            foreach (var text in typed) LookUp(suggester, text);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < typed.Length; i++)
        {
            var cpuStart = Clock.CpuMilliseconds();
            start = Stopwatch.GetTimestamp();
            LookUp(suggester, typed[i]);
            wall[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            cpu[i] = (Clock.CpuMilliseconds() - cpuStart) * 1000;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        double P50(Func<string, bool> isSuch) => Percentile([.. cpu.Where((_, i) => isSuch(typed[i]))], 0.5);
        return new(
            titles.Length, typed.Length,
            Percentile(cpu, 0.5), Percentile(cpu, 0.95), Percentile(cpu, 0.99), Percentile(wall, 0.5), Percentile(wall, 0.95), Percentile(wall, 0.99),
            P50(text => text.Length == 1), P50(text => !text.Contains(' ')), P50(text => text.Contains(' ')),
            allocated / typed.Length, Math.Round((double)suggester.Size / titles.Length, 1), Math.Round(build.TotalMilliseconds));
    }

    private static void LookUp(Suggester suggester, string typed)
    {
        if (suggester.Suggest(TypedText.Read(typed), count: 8, perGroup: 8).IsEmpty) throw new InvalidOperationException($"\"{typed}\" finds nothing.");
    }

    private static SuggestEntry Entry(string title, int number) => new(title, number.ToString(CultureInfo.InvariantCulture), number % 3, number % 7);

    private static IEnumerable<string> Typed(string[] titles)
    {
        var draw = new Draw(0x53554747);
        for (var i = 0; i < Titles; i++)
        {
            var title = titles[draw.Below(titles.Length)].Split(' ');
            var (first, second) = (title[0], title[1 + draw.Below(title.Length - 1)]);
            for (var length = 1; length <= first.Length; length++) yield return first[..length];
            var begun = first[..(1 + draw.Below(first.Length))];
            for (var length = 1; length <= second.Length; length++) yield return $"{begun} {second[..length]}";
        }
    }

    private static double Percentile(double[] times, double share)
    {
        var sorted = times.Order().ToArray();
        return Math.Round(sorted[Math.Min((int)(sorted.Length * share), sorted.Length - 1)], 1);
    }
}
