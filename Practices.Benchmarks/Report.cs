using System.Globalization;

namespace Practices.Benchmarks;

/// <summary>All that was measured of the engine, as it is printed for programs; and the same for people.</summary>
internal sealed record Report
{
    public required int Documents { get; init; }

    public required IReadOnlyDictionary<string, QueryTimes> Queries { get; init; }

    public required IndexingTimes Indexing { get; init; }

    public required OpeningTimes Open { get; init; }

    public required UpdateTimes Update { get; init; }

    public required ServingMemory Serving { get; init; }

    public required HighlightTimes Highlight { get; init; }

    public required SuggestTimes Suggest { get; init; }

    /// <summary>How many answers were held against those of a program that reads every document.</summary>
    public required int AnswersChecked { get; init; }

    public required Comparison? Compared { get; init; }

    public void Print(TextWriter output)
    {
        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        Line($"{Documents:N0} documents: {Indexing.DocumentsPerSecond:N0} indexed a second on one thread, {Indexing.OnTwoThreads:N0} on two ({Indexing.TwoToOneThread} times; {Indexing.DocumentsPerSecondWithReading:N0} on one with making or reading them, {Indexing.CpuSeconds} s CPU), at most {Indexing.PeakMb} MB of memory");
        Line($"index: {Indexing.Bytes / 1e6:F1} MB, {Indexing.BytesWithoutTexts / 1e6:F1} MB without the texts for highlights");
        Line($"first answer: {Open.FirstAnswerMs} ms after opening, {Open.FromStartMs} ms after the start of the process");
        Line($"serving: {Serving.ResidentMb} MB resident, of which {Serving.PrivateMb} MB private and {Serving.IndexPagesMb} MB pages of the index");
        Line($"one changed document: found after {Update.SearchableMs} ms");
        Line($"highlighting ten texts: {Highlight.TenTextsMs} ms CPU");
        Line($"suggesting: {Suggest.CpuP50Us} µs CPU of {Suggest.Entries:N0} titles (p95 {Suggest.CpuP95Us}, p99 {Suggest.CpuP99Us}), {Suggest.AllocatedBytes} bytes, {Suggest.BytesPerEntry} bytes a title");
        Line($"{AnswersChecked} answers checked: right");
        Line($"");
        Line($"| class | hits | CPU p50 ms | p95 | p99 | wall p50 ms | p95 | p99 | bytes a query | limit ms |");
        Line($"|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, times) in Queries)
        {
            Line($"| {name} | {times.Hits:N0} | {times.CpuP50Ms:F3} | {times.CpuP95Ms:F3} | {times.CpuP99Ms:F3} | {times.P50Ms:F3} | {times.P95Ms:F3} | {times.P99Ms:F3} | {times.AllocatedBytes:N0} | {times.LimitMs:F3} |");
        }

        if (Compared is null) return;
        Line($"");
        Line($"| class | Lucene CPU p50 ms | ours | times as fast | times the limit |");
        Line($"|---|---|---|---|---|");
        foreach (var (name, pair) in Compared.Classes) Line($"| {name} | {pair.LuceneCpuP50Ms:F3} | {pair.CpuP50Ms:F3} | {pair.TimesAsFast:F2} | {pair.TimesTheLimit:F2} |");
        Line($"| geometric mean | | | {Compared.GeometricMean:F2} | |");
    }
}
