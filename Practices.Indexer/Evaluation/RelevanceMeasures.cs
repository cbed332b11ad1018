namespace Practices.Indexer.Evaluation;

/// <summary>
/// How good one ranking is, as trec_eval computes it: the gain of a document is its grade, the discount of rank r is 1 / log2(r + 1)
/// (Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002).
/// </summary>
public static class RelevanceMeasures
{
    /// <summary>Normalised discounted cumulated gain of the first <paramref name="depth"/> documents, 0 to 1.</summary>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var ideal = Dcg(grades.Values.Where(g => g > 0).OrderDescending().Take(depth));
        return ideal == 0 ? 0 : Dcg(ranking.Take(depth).Select(id => Math.Max(0, grades.GetValueOrDefault(id)))) / ideal;
    }

    /// <summary>Precision averaged over the ranks of the relevant documents, 0 to 1; one that was not found counts 0.</summary>
    public static double AveragePrecision(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var found = 0;
        var sum = 0.0;
        for (var rank = 1; rank <= ranking.Count; rank++)
        {
            if (grades.GetValueOrDefault(ranking[rank - 1]) > 0) sum += ++found / (double)rank;
        }

        var relevant = grades.Values.Count(g => g > 0);
        return relevant == 0 ? 0 : sum / relevant;
    }

    /// <summary>The share of the relevant documents among the first <paramref name="depth"/>, 0 to 1.</summary>
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var relevant = grades.Values.Count(g => g > 0);
        return relevant == 0 ? 0 : ranking.Take(depth).Count(id => grades.GetValueOrDefault(id) > 0) / (double)relevant;
    }

    private static double Dcg(IEnumerable<int> gains) => gains.Select((gain, at) => gain / Math.Log2(at + 2)).Sum();
}
