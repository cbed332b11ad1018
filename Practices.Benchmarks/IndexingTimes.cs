using System.Diagnostics;
using Practices.Search.Index;
using Practices.Search.Storage;

namespace Practices.Benchmarks;

/// <summary>What writing an index took.</summary>
/// <param name="DocumentsPerSecond">Documents by seconds on the wall on one thread, the better of two runs, without the seconds that making or reading the documents takes.</param>
/// <param name="OnTwoThreads">The same on two.</param>
/// <param name="DocumentsPerSecondWithReading">On one, with them.</param>
/// <param name="CpuSeconds">What all threads of the process spent on that, reading included.</param>
/// <param name="Bytes">The size of the index's files.</param>
/// <param name="BytesWithoutTexts">The same without those that hold the texts for highlights.</param>
/// <param name="PeakMb">The most memory that the process held.</param>
internal sealed record IndexingTimes(
    double DocumentsPerSecond, double OnTwoThreads, double DocumentsPerSecondWithReading, double CpuSeconds, long Bytes, long BytesWithoutTexts, long PeakMb)
{
    private const int Sample = 20_000;

    /// <summary>How many times as fast two threads are.</summary>
    public double TwoToOneThread => Math.Round(OnTwoThreads / DocumentsPerSecond, 2);

    /// <summary>Writes the index.</summary>
    public static IndexingTimes Measure(string folder, Corpus corpus)
    {
        // What making the documents takes is not the engine's: it is measured on the first of them, apart.
        IndexWriter.Write(folder, Corpus.Schema, corpus.Documents().Take(2000));
        var start = Stopwatch.GetTimestamp();
        var read = corpus.Documents().Take(Sample).Count();
        var reading = Stopwatch.GetElapsedTime(start).TotalSeconds / Math.Max(read, 1);

        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var (count, seconds) = Write(folder, corpus, threads: 1);
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;

        // The first run also asks the system for its memory, page by page. A second of each is fair to both; the better one counts.
        var onTwo = Write(folder, corpus, threads: 2).Seconds;
        seconds = Math.Min(seconds, Write(folder, corpus, threads: 1).Seconds);
        onTwo = Math.Min(onTwo, Write(folder, corpus, threads: 2).Seconds);
        process.Refresh();
        long Bytes(string pattern) => Directory.EnumerateFiles(folder, pattern).Sum(path => new FileInfo(path).Length);
        return new(
            Math.Round(count / Math.Max(seconds - (reading * count), 0.001)),
            Math.Round(count / Math.Max(onTwo - (reading * count), 0.001)),
            Math.Round(count / seconds),
            Math.Round(cpu.TotalSeconds, 2),
            Bytes("segment-*"),
            Bytes("segment-*") - Bytes("*.texts"),
            process.PeakWorkingSet64 >> 20);
    }

    private static (int Count, double Seconds) Write(string folder, Corpus corpus, int threads)
    {
        var count = 0;
        var start = Stopwatch.GetTimestamp();
        var counted = corpus.Documents().Select(document =>
        {
            count++;
            return document;
        });
        IndexWriter.Write(folder, Corpus.Schema, counted, "", DiskFiles.Instance, anew: true, threads);
        return (count, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
