using System.Diagnostics;
using Practices.Search.Index;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>How long it takes until one changed document of many is found, in milliseconds; the median.</summary>
/// <param name="SearchableMs">From the change to the answer of a new snapshot.</param>
internal sealed record UpdateTimes(double SearchableMs)
{
    // More are not written anew for one of them.
    private const int MostDocuments = 100_000;
    private const int Rounds = 3;

    /// <summary>Changes documents of an index; <see langword="null"/> where that would take too long.</summary>
    /// <exception cref="InvalidOperationException">A change is not found, or is seen by a reader that was there before.</exception>
    public static UpdateTimes? Measure(string folder, Corpus corpus, int documents)
    {
        if (documents > MostDocuments) return null;
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var word = "changed" + (char)('a' + round);
            var document = corpus.Documents().ElementAt(documents / (round + 2));
            var changed = document with { Title = word, Texts = [.. document.Texts, new("title", word)] };
            using var before = new Searcher(IndexSnapshot.Open(folder));
            var start = Stopwatch.GetTimestamp();
            UpdateOne(folder, corpus, changed);
            using var after = new Searcher(IndexSnapshot.Open(folder));
            var found = after.Search(new() { Text = word });
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (found.Hits is not [var hit] || hit.Id != changed.Id) throw new InvalidOperationException($"The changed document {changed.Id} is not found by \"{word}\".");
            if (before.Search(new() { Text = word }).Total != 0) throw new InvalidOperationException("A reader's snapshot has changed.");
        }

        times.Sort();
        return new(Math.Round(times[Rounds / 2], 1));
    }

    // The one place that knows how a document is changed.
    private static void UpdateOne(string folder, Corpus corpus, Document changed) =>
        IndexWriter.Write(folder, Corpus.Schema, corpus.Documents().Select(document => document.Id == changed.Id ? changed : document));
}
