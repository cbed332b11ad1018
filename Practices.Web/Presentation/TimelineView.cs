using System.Collections.Immutable;
using System.Globalization;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Web.Presentation;

/// <summary>A year in which results started.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">How many started in it.</param>
/// <param name="X">Where its bar begins, of <see cref="TimelineView.Width"/>.</param>
/// <param name="Height">How high its bar is, of <see cref="TimelineView.Height"/>.</param>
/// <param name="Url">The search that lists them.</param>
public sealed record TimelineBar(int Year, int Count, double X, double Height, string Url);

/// <summary>The results of a search by the year in which they started.</summary>
/// <param name="Bars">The years that have some, the earliest first.</param>
/// <param name="BarWidth">How wide a bar is.</param>
/// <param name="Labels">Years to write under the bars, with the middle of each.</param>
/// <param name="Most">The greatest number of one year.</param>
/// <param name="Undated">How many results say no year.</param>
public sealed record TimelineView(
    ImmutableArray<TimelineBar> Bars, double BarWidth, ImmutableArray<(int Year, double X)> Labels, int Most, int Undated)
{
    /// <summary>The width of all bars.</summary>
    public const int Width = 600;

    /// <summary>The height of the highest bar.</summary>
    public const int Height = 150;

    private const string Field = "year";
    private const int FewestYears = 12;
    private const int MostLabels = 7;

    // Years between two labels.
    private static readonly ImmutableArray<int> Steps = [1, 2, 5, 10, 20, 50, 100, 1000];

    /// <summary>Draws the results of a search.</summary>
    public static TimelineView Of(SearchState state, SearchResult result)
    {
        var counts = result.Within(Field, state.Filters).OrderBy(count => count.Path).ToList();
        if (counts.Count == 0) return new([], 0, [], 0, result.Total);
        var years = counts.ConvertAll(count => int.Parse(count.Path.Leaf, CultureInfo.InvariantCulture));
        var last = Math.Max(years[^1], years[0] + FewestYears - 1);
        var step = (double)Width / (last - years[0] + 1);
        var most = counts.Max(count => count.Count);
        var bars = counts.Zip(years, (count, year) => new TimelineBar(
            year,
            count.Count,
            Rounded((year - years[0]) * step),
            Math.Max(2, Rounded((double)Height * count.Count / most)),
            state.ListOf((Field, count.Path)).Url()));

        // A record starts in one year at most, so that what is counted nowhere says none.
        return new([.. bars], Rounded(step * .8), Axis(years[0], last, step), most, result.Total - counts.Sum(count => count.Count));
    }

    private static ImmutableArray<(int Year, double X)> Axis(int first, int last, double step)
    {
        var every = Steps.First(years => (last - first) / years < MostLabels);
        return [.. Enumerable.Range(first, last - first + 1).Where(year => year % every == 0).Select(year => (year, Rounded((year - first + .4) * step)))];
    }

    private static double Rounded(double length) => Math.Round(length, 1);
}
