using Practices.Indexer.Evaluation;
using Xunit;

namespace Practices.Tests.Indexer.Evaluation;

public sealed class RelevanceMeasuresTests
{
    private static readonly Dictionary<string, int> Grades = new(StringComparer.Ordinal) { ["a"] = 3, ["b"] = 1, ["c"] = 2, ["d"] = 0 };

    [Fact]
    public void The_ideal_order_scores_one() => Assert.Equal(1, RelevanceMeasures.Ndcg(["a", "c", "b", "d"], Grades, 10), 12);

    [Fact]
    public void A_worse_order_scores_what_the_formula_says()
    {
        var dcg = (1 / Math.Log2(2)) + (0 / Math.Log2(3)) + (3 / Math.Log2(4));
        var ideal = (3 / Math.Log2(2)) + (2 / Math.Log2(3)) + (1 / Math.Log2(4));
        Assert.Equal(dcg / ideal, RelevanceMeasures.Ndcg(["b", "unjudged", "a"], Grades, 10), 12);
    }

    [Fact]
    public void Only_the_first_ranks_count_towards_ndcg() => Assert.Equal(0, RelevanceMeasures.Ndcg(["d", "a"], Grades, 1));

    [Fact]
    public void Average_precision_counts_documents_that_were_not_found() =>
        Assert.Equal((1.0 + (2.0 / 3)) / 3, RelevanceMeasures.AveragePrecision(["a", "x", "b"], Grades), 12);

    [Fact]
    public void Recall_is_the_share_found_within_the_depth()
    {
        Assert.Equal(1.0 / 3, RelevanceMeasures.Recall(["a", "x", "b"], Grades, 2), 12);
        Assert.Equal(2.0 / 3, RelevanceMeasures.Recall(["a", "x", "b"], Grades, 3), 12);
    }

    [Fact]
    public void A_query_that_nothing_answers_scores_nothing()
    {
        var none = new Dictionary<string, int>(StringComparer.Ordinal);
        Assert.Equal(0, RelevanceMeasures.Ndcg(["a"], none, 10));
        Assert.Equal(0, RelevanceMeasures.AveragePrecision(["a"], none));
        Assert.Equal(0, RelevanceMeasures.Recall(["a"], none, 100));
    }

    [Fact]
    public void Judgements_are_read_from_trec_lines_parted_by_tabs_or_spaces()
    {
        var judgements = Judgements.Read(["1\t0\t184\t3", "1 0 29 2", "", "2 0 7 -1"]);
        Assert.Equal(3, judgements.Of("1")["184"]);
        Assert.Equal(2, judgements.Of("1")["29"]);
        Assert.Equal(-1, judgements.Of("2")["7"]);
        Assert.Empty(judgements.Of("3"));
    }

    [Fact]
    public void A_line_of_another_form_is_named()
    {
        var problem = Assert.Throws<FormatException>(() => Judgements.Read(["1 0 184 3", "1 0 184"]));
        Assert.Contains("Line 2", problem.Message, StringComparison.Ordinal);
    }
}
