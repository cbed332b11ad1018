using AngleSharp.Html.Parser;
using Practices.Indexer.Content;
using Practices.Web.Presentation;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>One measure over several years.</summary>
public sealed class ResultSeriesTests
{
    [Fact]
    public void Results_of_one_measure_in_several_years_are_a_series_and_others_stay_alone()
    {
        var (series, others) = ResultSeries.Of([Trees(300, 2022), Trees(100, 2020), Trees(5, null) with { Indicator = "parks" }]);
        Assert.Equal([2020, 2022], Assert.Single(series).Points.Select(point => point.Result.Year));
        Assert.Equal("parks", Assert.Single(others).Indicator);
    }

    [Theory]
    [InlineData(100, 2020, 300, 2020)]
    [InlineData(100, null, 300, 2020)]
    [InlineData(-100, 2019, 300, 2020)]
    [InlineData(0, 2019, 0, 2020)]
    public void What_has_no_year_of_its_own_or_does_not_stand_on_zero_is_no_series(double first, int? year, double second, int other) =>
        Assert.Empty(ResultSeries.Of([Trees(first, year), Trees(second, other)]).Series);

    [Fact]
    public void Other_units_are_other_measures() => Assert.Empty(ResultSeries.Of([Trees(100, 2020), Trees(3, 2021) with { Unit = "percent" }]).Series);

    [Fact]
    public void Columns_stand_where_their_years_lie_in_time_as_high_as_their_figures()
    {
        var (first, second, last) = Only(Trees(50, 2010), Trees(100, 2012), Trees(200, 2020)).Points switch { [var a, var b, var c] => (a, b, c), _ => throw new InvalidOperationException() };
        Assert.Equal((last.X - first.X) / 5.0, second.X - first.X, 1.0);
        Assert.Equal([ResultSeries.Height / 4, ResultSeries.Height / 2, ResultSeries.Height], [first.Reached, second.Reached, last.Reached]);
    }

    [Fact]
    public void A_target_sets_the_scale_where_it_is_higher()
    {
        var points = Only(Trees(50, 2020) with { Target = 100 }, Trees(75, 2021)).Points;
        Assert.Equal((ResultSeries.Height / 2, (int?)ResultSeries.Height), (points[0].Reached, points[0].Target));
        Assert.Null(points[1].Target);
    }

    [Fact]
    public void No_two_figures_are_written_over_each_other_and_every_column_lies_in_the_drawing()
    {
        var series = Only([.. Enumerable.Range(1990, 31).Select(year => Trees(year, year))]);
        var told = series.Points.Where(point => point.IsTold).ToList();
        Assert.Equal([1990, 2020], [told[0].Result.Year, told[^1].Result.Year]);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X >= 60));
        Assert.All(series.Points, point => Assert.InRange(point.X, series.ColumnWidth, ResultSeries.Width - series.ColumnWidth));
    }

    [Fact]
    public async Task A_page_draws_a_series_with_a_title_a_description_and_its_table()
    {
        using var site = new Site();
        await File.WriteAllTextAsync(
            Path.Combine(site.Content, "practices", "kumasi-trees.md"),
            """
            ---
            kind: practice
            title: Kumasi counts its trees
            summary: Kumasi counts the trees along its streets.
            places: [{ city: Kumasi, country: GH }]
            sdgs: [{ goal: 11, by: editor }]
            results:
              - { indicator: trees planted, value: 900, unit: trees, target: 1000, year: 2021, source: 1 }
              - { indicator: trees planted, value: 400, unit: trees, qualifier: about, year: 2019, method: count, source: 1 }
              - { indicator: streets with trees, value: 12, unit: streets, year: 2021, source: 1 }
            sources: [{ id: 1, title: A count, year: 2022 }]
            status: published
            ---
            """);
        var page = new HtmlParser().ParseDocument(await site.Read("/practices/kumasi-trees"));
        var figure = page.QuerySelector("figure.series")!;
        Assert.Equal("Trees planted, 2019 to 2021", figure.QuerySelector("svg[role=img] > title")!.TextContent);
        Assert.Equal("A column for each of 2 years, on a scale from zero: from 400 trees to 900 trees. A target is outlined. The table below has the numbers.", figure.QuerySelector("svg > desc")!.TextContent);
        Assert.Equal(["about 400 trees", "900 trees"], figure.QuerySelectorAll("tbody td b").Select(cell => cell.TextContent));
        Assert.Equal(["Measured by: count", "Target: 1,000 trees"], figure.QuerySelectorAll("tbody .small").Select(cell => cell.TextContent));
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=what-changed] > table tbody tr"));
    }

    private static ResultSeries Only(params ReadOnlySpan<Outcome> results) => Assert.Single(ResultSeries.Of(results.ToArray()).Series);

    private static Outcome Trees(double value, int? year) => new("trees", value, "trees", null, null, null, year, null, 1, null);
}
