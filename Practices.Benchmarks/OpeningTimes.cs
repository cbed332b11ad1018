using System.Diagnostics;
using Practices.Search.Index;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>How many milliseconds pass until an index has answered its first question; medians.</summary>
/// <param name="FirstAnswerMs">From opening it, in a process that has done so before.</param>
/// <param name="FromStartMs">From the start of a process.</param>
internal sealed record OpeningTimes(double FirstAnswerMs, double FromStartMs)
{
    private const int Rounds = 5;

    /// <summary>Opens an index again and again, here and in processes of their own, and asks it for the first two words that the corpus's queries put side by side.</summary>
    public static OpeningTimes Measure(string folder, Corpus corpus)
    {
        var questions = corpus.Classes.Values.SelectMany(queries => queries);
        var text = questions.FirstOrDefault(query => query is { Combination: Combination.All, Words.Length: 2 })?.Request.Text ?? "";
        double Warm()
        {
            var start = Stopwatch.GetTimestamp();
            Answer(folder, text);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Warm();
        return new(Median(Warm), Median(() => ChildProcess.FirstLine("--first-answer", folder, "--text", text).Milliseconds));
    }

    /// <summary>Opens an index and asks it; what a child process does.</summary>
    public static int Answer(string folder, string text)
    {
        using var searcher = new Searcher(IndexSnapshot.Open(folder));
        return searcher.Search(new() { Text = text, Highlight = false }).Total;
    }

    private static double Median(Func<double> measure) => Math.Round(Enumerable.Range(0, Rounds).Select(_ => measure()).Order().ElementAt(Rounds / 2), 2);
}
