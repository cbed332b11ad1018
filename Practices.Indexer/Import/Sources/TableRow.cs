using System.Collections.Immutable;

namespace Practices.Indexer.Import.Sources;

/// <summary>A cell that holds something.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsRepeated">Whether it repeats what a merged cell to its left says: no cell of its own, so it counts neither as a heading nor as a column.</param>
internal readonly record struct TableCell(int Column, string Text, bool IsRepeated = false);

/// <summary>A row of a table before its headings are known.</summary>
/// <param name="Number">The row of the sheet, or the line where it begins.</param>
/// <param name="Cells">The cells that hold something, from left to right.</param>
/// <param name="Width">How many cells the row has, empty ones too; 0 where a row has no width of its own, as in a sheet.</param>
/// <param name="Problems">What is wrong with its cells; an error refuses the row.</param>
internal sealed record TableRow(int Number, ImmutableArray<TableCell> Cells, int Width, ImmutableArray<ImportProblem> Problems);
