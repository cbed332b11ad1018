using System.Xml;

namespace Practices.Indexer.Import.Sources;

/// <summary>The merged regions of a sheet: what stands in the first cell of one applies to all of them.</summary>
internal sealed class MergedCells
{
    private readonly PriorityQueue<Region, int> _coming = new();
    private readonly List<Region> _active = [];

    private sealed class Region(int left, int top, int right, int bottom)
    {
        public int Left => left;

        public int Top => top;

        public int Right => right;

        public int Bottom => bottom;

        public string? Text { get; set; }
    }

    /// <summary>Reads the regions, which stand behind the cells in the file.</summary>
    public static MergedCells Read(XmlReader xml)
    {
        var cell = "";
        try
        {
            return Read(xml, ref cell);
        }
        catch (SourceException e) when (e.Row == 0 && ColumnName.TryParse(cell, out var column, out var row))
        {
            throw new SourceException(e.Rule, e.Message, row, ColumnName.Of(column));
        }
    }

    private static MergedCells Read(XmlReader xml, ref string cell)
    {
        var merged = new MergedCells();
        while (OfficePackage.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" }) cell = xml.GetAttribute("r") ?? "";
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "mergeCell" }) continue;
            var ends = (xml.GetAttribute("ref") ?? "").Split(':');
            if (ends.Length != 2 || !ColumnName.TryParse(ends[0], out var left, out var top) || !ColumnName.TryParse(ends[1], out var right, out var bottom) || right < left || bottom < top) continue;
            if (merged._coming.Count == SourceLimits.MaxMergedRegions) throw new SourceException("too-many-merged", $"The sheet has more than {SourceLimits.MaxMergedRegions:N0} merged regions. Unmerge them and fill in the values.");
            merged._coming.Enqueue(new(left, top, Math.Min(right, left + SourceLimits.MaxFields), bottom), top);
        }

        return merged;
    }

    /// <summary>Adds to a row of cells, by column, what regions say; a region's first row tells its text. Rows come from the top.</summary>
    public void Apply(int row, SortedDictionary<int, TableCell> cells, SourceCounter counter)
    {
        while (_coming.TryPeek(out var next, out var top) && top <= row)
        {
            _active.Add(next);
            _coming.Dequeue();
        }

        // A row of nothing but repeated values is no row, in the middle of a sheet or below its end.
        _active.RemoveAll(region => region.Bottom < row || (region.Text is null && region.Top < row));
        if (cells.Count == 0) return;
        foreach (var region in _active)
        {
            if (region.Top == row && cells.TryGetValue(region.Left, out var first)) region.Text = first.Text;
            if (region.Text is not { } text) continue;
            for (var column = region.Left; column <= region.Right; column++)
            {
                counter.Add(0, row);
                if (row > region.Top || column > region.Left) cells.TryAdd(column, new(column, text, column > region.Left));
            }
        }
    }
}
