namespace Practices.Indexer.Import.Sources;

/// <summary>A file cannot be read further. Never leaves the readers: <see cref="SourceReader"/> makes a problem of it.</summary>
internal sealed class SourceException(string rule, string message, int row = 0, string? place = null) : Exception(message)
{
    /// <summary>A stable id of the kind of problem.</summary>
    public string Rule { get; } = rule;

    /// <summary>The row at which reading ended, 0 for the file.</summary>
    public int Row { get; } = row;

    /// <summary>The column or its like.</summary>
    public string? Place { get; } = place;
}
