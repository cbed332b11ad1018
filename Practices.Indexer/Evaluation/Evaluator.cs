using Practices.Search.Index;
using Practices.Search.Queries;
using Practices.Search.Searching;

namespace Practices.Indexer.Evaluation;

/// <summary>The means over all queries of a collection, each 0 to 1.</summary>
public sealed record Relevance(double NdcgAt10, double MeanAveragePrecision, double RecallAt100);

/// <summary>Measures the engine's ranking on a test collection, with the words of a query OR-joined as such collections are made for.</summary>
public static class Evaluator
{
    // As deep as trec_eval looks.
    private const int Depth = 1000;

    /// <summary>Indexes the collection into a folder and runs its queries.</summary>
    public static Relevance Measure(TestCollection collection, string folder)
    {
        IndexWriter.Write(folder, TestCollection.Schema, collection.Documents);
        using var engine = new Searcher(IndexSnapshot.Open(folder));
        double ndcg = 0, precision = 0, recall = 0;
        foreach (var query in collection.Queries)
        {
            var ranking = Ranking(engine, query.Text);
            var grades = collection.Judgements.Of(query.Id);
            ndcg += RelevanceMeasures.Ndcg(ranking, grades, 10);
            precision += RelevanceMeasures.AveragePrecision(ranking, grades);
            recall += RelevanceMeasures.Recall(ranking, grades, 100);
        }

        var count = Math.Max(1, collection.Queries.Length);
        return new(ndcg / count, precision / count, recall / count);
    }

    private static List<string> Ranking(Searcher engine, string text)
    {
        var ids = new List<string>(Depth);
        for (var page = 1; ids.Count < Depth; page++)
        {
            var result = engine.Search(new()
            {
                Text = text,
                Correct = false,
                Match = MatchWords.Any,
                MaxTextLength = int.MaxValue,
                Page = page,
                PageSize = SearchRequest.MaxPageSize,
                CountFacets = false,
                Highlight = false,
            });
            ids.AddRange(result.Hits.Select(h => h.Id));
            if (result.Hits.Length < SearchRequest.MaxPageSize) break;
        }

        return ids;
    }
}
