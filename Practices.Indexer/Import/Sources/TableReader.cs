using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Xml;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Import.Sources;

/// <summary>Makes rows with headings of the rows of a table, be it a CSV file or a sheet.</summary>
internal static class TableReader
{
    /// <summary>Reads a table to its end.</summary>
    /// <param name="file">Where it stands.</param>
    /// <param name="sheet">The sheet, where there are sheets.</param>
    /// <param name="rows">Its rows from the top.</param>
    /// <param name="headerRow">The row of the headings; <see langword="null"/> to find it.</param>
    public static IEnumerable<SourceItem> Read(SourceFile file, string? sheet, IEnumerable<TableRow> rows, int? headerRow)
    {
        var counter = new SourceCounter();
        using var all = rows.GetEnumerator();
        var first = new List<TableRow>();
        ExceptionDispatchInfo? broken = null;
        while (first.Count < SourceLimits.MaxBannerRows && !(headerRow <= first.LastOrDefault()?.Number) && Next(all, out broken)) first.Add(all.Current);
        while (headerRow > first.LastOrDefault()?.Number && broken is null && Next(all, out broken)) first = [all.Current];

        var at = headerRow is { } wanted ? first.FindIndex(row => row.Number == wanted && row.Cells.Length > 0) : HeaderFinder.Find(first);
        if (at < 0)
        {
            foreach (var problem in first.SelectMany(row => row.Problems)) yield return problem;
            broken?.Throw();
            yield return headerRow is null
                ? file.Warning("no-rows", "The table is empty. Look whether this is the right file and sheet.", sheet: sheet)
                : file.Error("header-row", $"The mapping says that row {headerRow} holds the headings, but it is empty or not there. Correct the number, or leave it out.", sheet: sheet);
            yield break;
        }

        var before = first.Take(at).Where(row => row.Cells.Length > 0).ToList();
        if (headerRow is null && before.Count > 0)
        {
            yield return file.Warning(
                "banner-rows",
                $"The headings were found in row {first[at].Number}; what stands in the {before.Count} rows above it was passed over. Give the row of the headings in the mapping if another one holds them.",
                before[0].Number,
                sheet: sheet);
        }

        foreach (var problem in first.Take(at + 1).SelectMany(row => row.Problems)) yield return problem;
        var headings = Headings(first[at]);
        foreach (var same in headings.GroupBy(h => h.Value, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Take(SourceLimits.MaxWarnings))
        {
            yield return file.Warning(
                "duplicate-heading",
                $"The columns {string.Join(", ", same.Take(10).Select(h => ColumnName.Of(h.Key)))} have one heading; a mapping sees them as several values of one field. Give them different headings if they mean different things.",
                first[at].Number,
                value: same.First().Value,
                sheet: sheet);
        }

        var width = Math.Max(first[at].Width, headings.Keys.DefaultIfEmpty().Max());
        var nameless = new HashSet<int>();
        var count = 0;
        foreach (var row in first.Skip(at + 1).Concat(Rest(all, broken)))
        {
            var builder = new RowBuilder(file, sheet, row.Number, counter);
            foreach (var cell in row.Cells)
            {
                var place = ColumnName.Of(cell.Column);
                if (row.Width > 0 && cell.Column > width)
                {
                    builder.Error("ragged-row", $"The row has {row.Width} cells, the table {width} headings. Put a text that holds the delimiter or a line end into quotation marks.", place, cell.Text);
                    break;
                }

                if (!headings.TryGetValue(cell.Column, out var heading))
                {
                    if (cell.IsRepeated) continue;
                    heading = $"column {place}";
                    if (nameless.Add(cell.Column) && nameless.Count <= SourceLimits.MaxWarnings)
                    {
                        builder.Warning("empty-heading", $"The column has values but no heading; a mapping knows it as \"{heading}\". Give it a heading.", place, cell.Text);
                    }
                }

                builder.Add(heading, cell.Text, place);
            }

            if (row.Width > 0 && row.Width < width && row.Cells.Length > 0)
            {
                builder.Warning("short-row", $"The row has {row.Width} cells, the table {width} headings. Look whether a line end inside a text broke it.");
            }

            if (row.Cells.Length > 0) count++;
            foreach (var problem in row.Problems) yield return problem;
            var isRefused = row.Problems.Any(problem => problem.Severity == Severity.Error);
            foreach (var item in builder.Build())
            {
                if (item.Row is null || !isRefused) yield return item;
            }
        }

        if (count == 0) yield return file.Warning("no-rows", "The table has headings but no row below them. Look whether this is the right file and sheet.", first[at].Number, sheet: sheet);
    }

    private static ImmutableSortedDictionary<int, string> Headings(TableRow row) =>
        row.Cells.Select(cell => KeyValuePair.Create(cell.Column, FieldText.OneLine(cell.Text))).Where(h => h.Value.Length > 0).ToImmutableSortedDictionary();

    // A file that breaks among its first rows has rows before that place.
    private static bool Next(IEnumerator<TableRow> all, out ExceptionDispatchInfo? broken)
    {
        broken = null;
        try
        {
            return all.MoveNext();
        }
        catch (Exception e) when (e is SourceException or XmlException or IOException or InvalidDataException)
        {
            broken = ExceptionDispatchInfo.Capture(e);
            return false;
        }
    }

    private static IEnumerable<TableRow> Rest(IEnumerator<TableRow> all, ExceptionDispatchInfo? broken)
    {
        broken?.Throw();
        while (all.MoveNext()) yield return all.Current;
    }
}
