using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Web.Presentation;

/// <summary>One measure over several years as columns that stand on zero, each where its year lies in time; a target is outlined behind its column.</summary>
/// <param name="Indicator">What was measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Points">The results, the earliest first, with their columns.</param>
/// <param name="ColumnWidth">The width of every column.</param>
public sealed record ResultSeries(string Indicator, string? Unit, ImmutableArray<SeriesPoint> Points, int ColumnWidth)
{
    /// <summary>The drawing's width, labels included.</summary>
    public const int Width = 340;

    /// <summary>The height of the highest column.</summary>
    public const int Height = 100;

    // A number of seven digits at the size of the labels.
    private const int LabelWidth = 66;
    private const int WidestColumn = 28;
    private const int Plot = Width - LabelWidth;

    /// <summary>
    /// The measures that are given for several years, each year once, all at zero or above; every other result stays by itself. Indicators and units are the same
    /// where their words are.
    /// </summary>
    public static (ImmutableArray<ResultSeries> Series, ImmutableArray<Outcome> Others) Of(IEnumerable<Outcome> results)
    {
        var groups = results.GroupBy(result => (result.Indicator, result.Unit)).ToList();
        return ([.. groups.Where(IsSeries).Select(Draw)], [.. groups.Where(group => !IsSeries(group)).SelectMany(group => group)]);
    }

    private static bool IsSeries(IEnumerable<Outcome> group)
    {
        var all = group.ToList();
        return all.Count > 1 && all.All(result => result is { Year: not null, Value: >= 0, Target: null or >= 0 }) && all.DistinctBy(result => result.Year).Count() == all.Count
            && all.Exists(result => result.Value > 0);
    }

    private static ResultSeries Draw(IEnumerable<Outcome> group)
    {
        var sorted = group.OrderBy(result => result.Year).ToList();
        var (first, last) = (sorted[0].Year!.Value, sorted[^1].Year!.Value);
        var whole = sorted.Max(result => Math.Max(result.Value!.Value, result.Target ?? 0));
        var column = Math.Clamp((Plot / (last - first + 1)) - 2, 2, WidestColumn);
        var points = ImmutableArray.CreateBuilder<SeriesPoint>();
        var free = int.MinValue;
        foreach (var (place, result) in sorted.Index())
        {
            var x = (LabelWidth / 2) + (Plot * (result.Year!.Value - first) / (last - first));

            // The first and the last are always told in the drawing, others where there is room beside them; the table tells all.
            var told = place == 0 || place == sorted.Count - 1 || (x >= free && x <= Width - (LabelWidth / 2) - LabelWidth);
            if (told) free = x + LabelWidth;
            points.Add(new(result, x, Length(result.Value!.Value), result.Target is { } target ? Length(target) : null, told));
        }

        return new(sorted[0].Indicator, sorted[0].Unit, points.ToImmutable(), column);

        int Length(double value) => (int)Math.Round(value / whole * Height);
    }
}
