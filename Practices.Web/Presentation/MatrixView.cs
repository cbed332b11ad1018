using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Web.Map;

namespace Practices.Web.Presentation;

/// <summary>A cell of a matrix.</summary>
/// <param name="Count">Records that carry both values, within the search.</param>
/// <param name="Level">How dark it is: 0 for none, 1 for the fewest to 4 for the most.</param>
/// <param name="Url">The search that lists them; empty for none.</param>
public sealed record MatrixCell(int Count, int Level, string Url);

/// <summary>A row of a matrix.</summary>
/// <param name="Code">A goal's or target's code, else empty.</param>
/// <param name="Label">The value's name.</param>
/// <param name="All">Records with the row's value, in whatever column or none.</param>
/// <param name="Cells">A cell for each column.</param>
public sealed record MatrixRow(string Code, string Label, MatrixCell All, ImmutableArray<MatrixCell> Cells);

/// <summary>The results of a search, counted by two facets: every number is what the search that it leads to finds.</summary>
/// <param name="Title">What stands against what.</param>
/// <param name="Id">Names it on a page.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The rows.</param>
public sealed record MatrixView(string Title, string Id, ImmutableArray<string> Columns, ImmutableArray<MatrixRow> Rows)
{
    private const string Across = "region";

    /// <summary>The pairs of facets that a search must count for <see cref="All"/>.</summary>
    public static ImmutableArray<FacetPair> Pairs { get; } = [new(FacetView.GoalField, Across), new("theme", Across)];

    /// <summary>Goals and themes by region.</summary>
    /// <param name="state">The search.</param>
    /// <param name="result">Its answer, with <see cref="Pairs"/> counted.</param>
    /// <param name="catalog">Names the values.</param>
    public static IReadOnlyList<MatrixView> All(SearchState state, SearchResult result, PracticeCatalog catalog) =>
        [.. Pairs.Select(pair => Of(pair, state, result, catalog))];

    private static MatrixView Of(FacetPair pair, SearchState state, SearchResult result, PracticeCatalog catalog)
    {
        var (down, across) = (PracticeFacets.Find(pair.Rows)!, PracticeFacets.Find(pair.Columns)!);
        var columns = ResultCounts.Divided(across, state.Filters, catalog, isDivided: true);
        var counts = result.Crosses.First(cross => cross.Pair == pair).Counts.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Count);
        var totals = result.Within(pair.Rows, state.Filters).ToDictionary(value => value.Path, value => value.Count);
        var rows = ResultCounts.Divided(down, state.Filters, catalog, isDivided: false).Select(row => new MatrixRow(
            pair.Rows == FacetView.GoalField ? row.Leaf : "",
            catalog.LabelOf(pair.Rows, row),
            Cell(totals.GetValueOrDefault(row), state, (pair.Rows, row)),
            [.. columns.Select(column => Cell(counts.GetValueOrDefault((row, column)), state, (pair.Rows, row), (pair.Columns, column)))]));
        return new(
            pair.Rows == FacetView.GoalField ? "Goals by region" : "Themes by region",
            pair.Rows,
            [.. columns.Select(column => catalog.LabelOf(pair.Columns, column))],
            [.. rows]);
    }

    private static MatrixCell Cell(int count, SearchState state, params ReadOnlySpan<(string Field, FacetPath Path)> values) =>
        new(count, Shade.Of(count), count == 0 ? "" : state.ListOf(values).Url());
}
