using Practices.Search.Index;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>Indexes a corpus in a folder of its own, asks its queries and measures both.</summary>
internal static class EngineBenchmark
{
    public static Report Run(Options options, Action<string> say)
    {
        var lucene = options.Compare.Length > 0 ? LuceneOutput.Read(options.Compare) : null;
        var corpus = Corpus.Of(options);
        var folder = Directory.CreateTempSubdirectory("practices-benchmark-").FullName;
        try
        {
            say("indexing");
            var indexing = IndexingTimes.Measure(folder, corpus);
            Collect();
            say("opening");
            var open = OpeningTimes.Measure(folder, corpus);
            var serving = ServingMemory.Measure(folder, options);
            using var searcher = new Searcher(IndexSnapshot.Open(folder));
            var limits = new MachineLimits(searcher.Count);
            QueryTimes.WarmUp(searcher, corpus.Classes.Values.SelectMany(queriesOfClass => queriesOfClass));
            var queries = new Dictionary<string, QueryTimes>();
            foreach (var (name, queriesOfClass) in corpus.Classes)
            {
                say(name);
                queries[name] = QueryTimes.Measure(searcher, queriesOfClass, limits);
            }

            say("highlighting");
            var highlight = HighlightTimes.Measure(searcher, corpus.Classes.Values.SelectMany(queriesOfClass => queriesOfClass.Where(query => query is { Combination: Combination.All, Words.Length: > 1 })));
            say("checking answers");
            if (options.Answers.Length > 0) AnswerFile.Write(options.Answers, searcher, corpus);
            var answersChecked = AnswerCheck.Run(searcher, corpus);
            say("updating");
            return new()
            {
                Documents = searcher.Count,
                Queries = queries,
                Indexing = indexing,
                Open = open,
                Update = UpdateTimes.Measure(folder, corpus, searcher.Count),
                Serving = serving,
                Highlight = highlight,
                Suggest = SuggestTimes.Measure(corpus),
                AnswersChecked = answersChecked,
                Compared = lucene is null ? null : Comparison.Of(queries, lucene),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What indexing left is not to be counted as the queries'.
    private static void Collect() => GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
