namespace Practices.Indexer.Import.Sources;

/// <summary>Counts what a file gives, so that no file gives more than memory holds.</summary>
internal sealed class SourceCounter
{
    private long _cells;
    private long _text;

    /// <summary>Counts one value; throws when the file has given too much.</summary>
    public void Add(int length, int row)
    {
        _text += length;
        if (++_cells > SourceLimits.MaxCells) throw new SourceException("too-many-cells", $"The file has more than {SourceLimits.MaxCells:N0} cells. Divide it into several files.", row);
        if (_text > SourceLimits.MaxText) throw new SourceException("too-much-text", $"The file holds more than {SourceLimits.MaxText >> 20} million letters. Divide it into several files.", row);
    }
}
