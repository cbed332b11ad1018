using Practices.Indexer.Content;

namespace Practices.Web.Presentation;

/// <summary>
/// A measured result as a figure and, where there is something to hold it against, a thin bar: what was reached filled, the target outlined,
/// what was before as a tick. Lengths are of a drawing <see cref="Width"/> wide.
/// </summary>
/// <param name="Result">The result.</param>
/// <param name="Figure">What was reached, in words and digits.</param>
/// <param name="Reached">Length of the filled bar; <see langword="null"/> where no bar is drawn.</param>
/// <param name="Target">Length of the outlined bar.</param>
/// <param name="Before">Place of the tick.</param>
public sealed record ResultBar(Outcome Result, string Figure, int? Reached, int? Target, int? Before)
{
    /// <summary>The width of the drawing that the lengths are of.</summary>
    public const int Width = 160;

    /// <summary>The bar of a result.</summary>
    public static ResultBar Of(Outcome result)
    {
        var figure = result.Value is { } value
            ? Words.Qualifier(result.Qualifier) + Words.Amount(value, result.Unit)
            : "not measured";

        // A share of a whole has its scale in itself; anything else needs a target or a baseline beside it.
        var isShare = result is { Unit: "percent", Value: >= 0 and <= 100, Target: null or (>= 0 and <= 100), Baseline: null or (>= 0 and <= 100) };
        if (result.Value is not { } reached || reached < 0 || (!isShare && result.Target is null && result.Baseline is null))
            return new(result, figure, null, null, null);

        var whole = isShare ? 100 : new[] { reached, result.Target ?? 0, result.Baseline ?? 0 }.Max();
        if (whole <= 0) return new(result, figure, null, null, null);
        return new(result, figure, Length(reached, whole), Length(result.Target, whole), Length(result.Baseline, whole));
    }

    private static int? Length(double? value, double whole) =>
        value is { } given ? (int)Math.Round(Math.Clamp(given / whole, 0, 1) * Width) : null;
}
