using System.Collections.Immutable;

namespace Practices.Indexer.Import;

/// <summary>One submission as it stands in a file, before anything of it is understood.</summary>
/// <param name="File">The file's name as it was given; inside an archive <c>archive.zip/pages/one.html</c>.</param>
/// <param name="Sheet">The sheet of a workbook; <see langword="null"/> elsewhere.</param>
/// <param name="Row">The row of a sheet or table, the line where a CSV record begins, the number of a page's or document's section; from 1.</param>
/// <param name="Fields">Its values in the file's order. A heading may stand several times.</param>
public sealed record SourceRow(string File, string? Sheet, int Row, ImmutableArray<SourceField> Fields);
