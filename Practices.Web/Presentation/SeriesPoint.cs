using Practices.Indexer.Content;

namespace Practices.Web.Presentation;

/// <summary>One year of a measure as a column.</summary>
/// <param name="Result">The result.</param>
/// <param name="X">The middle of the column.</param>
/// <param name="Reached">Its height.</param>
/// <param name="Target">The height of the target; <see langword="null"/> where there is none.</param>
/// <param name="IsTold">Whether there is room for its year and its figure.</param>
public sealed record SeriesPoint(Outcome Result, int X, int Reached, int? Target, bool IsTold);
