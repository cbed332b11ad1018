using System.Diagnostics;
using Practices.Search.Index;

namespace Practices.Benchmarks;

/// <summary>What writing an index took.</summary>
/// <param name="DocumentsPerSecond">Documents by seconds on the wall, without the seconds that making or reading the documents takes.</param>
/// <param name="DocumentsPerSecondWithReading">The same with them.</param>
/// <param name="CpuSeconds">What all threads of the process spent, reading included.</param>
/// <param name="Bytes">The size of the index's files.</param>
/// <param name="BytesWithoutTexts">The same without those that hold the texts for highlights.</param>
/// <param name="PeakMb">The most memory that the process held.</param>
internal sealed record IndexingTimes(
    double DocumentsPerSecond, double DocumentsPerSecondWithReading, double CpuSeconds, long Bytes, long BytesWithoutTexts, long PeakMb)
{
    private const int Sample = 20_000;

    /// <summary>Writes the index.</summary>
    public static IndexingTimes Measure(string folder, Corpus corpus)
    {
        // What making the documents takes is not the engine's: it is measured on the first of them, apart.
        IndexWriter.Write(folder, Corpus.Schema, corpus.Documents().Take(2000));
        var start = Stopwatch.GetTimestamp();
        var read = corpus.Documents().Take(Sample).Count();
        var reading = Stopwatch.GetElapsedTime(start).TotalSeconds / Math.Max(read, 1);

        using var process = Process.GetCurrentProcess();
        var count = 0;
        var cpu = process.TotalProcessorTime;
        start = Stopwatch.GetTimestamp();
        IndexWriter.Write(folder, Corpus.Schema, corpus.Documents().Select(document =>
        {
            count++;
            return document;
        }));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        long Bytes(string pattern) => Directory.EnumerateFiles(folder, pattern).Sum(path => new FileInfo(path).Length);
        return new(
            Math.Round(count / Math.Max(seconds - (reading * count), 0.001)),
            Math.Round(count / seconds),
            Math.Round((process.TotalProcessorTime - cpu).TotalSeconds, 2),
            Bytes("segment-*"),
            Bytes("segment-*") - Bytes("*.texts"),
            process.PeakWorkingSet64 >> 20);
    }
}
