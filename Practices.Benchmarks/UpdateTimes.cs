using System.Diagnostics;
using Practices.Search.Index;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>How long it takes until one changed document of many is found, in milliseconds; the median.</summary>
/// <param name="SearchableMs">From the change to the answer of a new snapshot.</param>
internal sealed record UpdateTimes(double SearchableMs)
{
    private const int Rounds = 5;

    /// <summary>Changes documents of an index, one after another.</summary>
    /// <exception cref="InvalidOperationException">A change is not found, or is seen by a reader that was there before.</exception>
    public static UpdateTimes Measure(string folder, Corpus corpus, int documents)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var word = "changed" + (char)('a' + round);
            var document = corpus.Documents().ElementAt(documents / (round + 2));
            var changed = document with { Title = word, Texts = [.. document.Texts, new("title", word)] };
            using var before = new Searcher(IndexSnapshot.Open(folder));
            var start = Stopwatch.GetTimestamp();
            IndexWriter.Update(folder, Corpus.Schema, [changed], []);
            using var after = before.Reopen();
            var found = after.Search(new() { Text = word });
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (found.Hits is not [var hit] || hit.Id != changed.Id) throw new InvalidOperationException($"The changed document {changed.Id} is not found by \"{word}\".");
            if (before.Search(new() { Text = word, Correct = false }).Total != 0) throw new InvalidOperationException("A reader's snapshot has changed.");
        }

        times.Sort();
        return new(Math.Round(times[Rounds / 2], 1));
    }
}
