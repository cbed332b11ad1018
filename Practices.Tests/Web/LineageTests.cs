using Practices.Web;
using Practices.Web.Presentation;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>How practices travelled, over the content that is shipped.</summary>
public sealed class LineageTests
{
    private static readonly LineageGraph Graph = LineageGraph.Of(SearchState.Empty, RunningSite.Shared.Library.Current);

    [Fact]
    public void Every_step_that_a_record_tells_is_there_once()
    {
        var catalog = RunningSite.Shared.Library.Current;
        var told = catalog.Ids.Select(id => catalog.Find(id)!).SelectMany(record => record.Lineage.Select(link => (record, link))).ToList();
        var steps = told.Select(step =>
        {
            var here = step.record.Title;
            var there = (step.link.Record is { } id ? catalog.Find(id)?.Title : null) ?? $"{step.link.Place} of {here}";
            return step.link.Direction == Practices.Indexer.Content.LineageDirection.From ? (there, here) : (here, there);
        });
        Assert.NotEmpty(told);
        Assert.Equal(steps.Distinct().Count(), Graph.Edges.Count());
        Assert.Equal(0, Graph.Untold);
    }

    [Fact]
    public void The_largest_groups_are_kept_whole_and_of_one_that_is_too_large_its_first_steps()
    {
        var few = Graph.Largest(20);
        Assert.InRange(few.Edges.Count(), 1, 20);
        Assert.All(few.Families, family => Assert.Contains(family, Graph.Families));
        Assert.Equal(Graph.Families[0].Take(2), Assert.Single((Graph with { Families = [Graph.Families[0]] }).Largest(2).Families));
        Assert.Equal(Graph.Edges, Graph.Largest(Graph.Edges.Count()).Edges);
    }

    [Fact]
    public void Groups_share_no_place()
    {
        var groups = Graph.Families.Select(family => family.SelectMany(edge => (LineageNode[])[edge.From, edge.To]).Distinct().ToList()).ToList();
        Assert.Equal(groups.Sum(group => group.Count), groups.SelectMany(group => group).Distinct().Count());
    }

    [Fact]
    public void Whoever_gave_stands_above_and_to_the_left_of_who_took_over()
    {
        foreach (var family in Graph.Families)
        {
            var rows = LineageDrawing.Of(family).Rows.ToDictionary(row => row.Node);
            foreach (var edge in family)
            {
                Assert.True(rows[edge.From].Y < rows[edge.To].Y, $"{edge.From} stands below {edge.To}");
                Assert.True(rows[edge.From].X < rows[edge.To].X, $"{edge.From} stands behind {edge.To}");
            }
        }
    }

    [Fact]
    public void Steps_that_go_round_are_drawn_too()
    {
        var (a, b) = (new LineageNode("A", null, "/a"), new LineageNode("B", null, "/b"));
        var drawing = LineageDrawing.Of([new(a, b, "exchange", ""), new(b, a, "exchange", "")]);
        Assert.Equal([a, b], drawing.Rows.Select(row => row.Node).OrderBy(node => node.Place, StringComparer.Ordinal));
        Assert.Equal(2, drawing.Lines.Count(letter => letter == 'M'));
    }

    [Fact]
    public void No_line_of_words_is_longer_than_a_phone_is_wide()
    {
        const double widest = 7.5;
        var lines = Graph.Families.Select(family => LineageDrawing.Of(family)).SelectMany(drawing => drawing.Rows.SelectMany(row => row.Lines).Select(line => (line, drawing.TextX)));
        Assert.All(lines, line => Assert.True(line.TextX + (line.line.Length * widest) <= LineageDrawing.Width + 8, line.line));
    }
}
