using System.Collections.Immutable;

namespace Practices.Indexer.Import.Sources;

/// <summary>All that files hold: every row is either in <paramref name="Rows"/> or named by an error in <paramref name="Problems"/>.</summary>
/// <param name="Rows">The rows in the order of files and rows.</param>
/// <param name="Problems">Errors, each of which stands for a row or a file that is not in the rows, and warnings.</param>
public sealed record SourceBatch(ImmutableArray<SourceRow> Rows, ImmutableArray<ImportProblem> Problems);

/// <summary>The next thing that a file holds: a row, or a problem.</summary>
/// <param name="Row">A row that can be mapped.</param>
/// <param name="Problem">What is wrong, when this is no row.</param>
public readonly record struct SourceItem(SourceRow? Row, ImportProblem? Problem)
{
    /// <summary>A row.</summary>
    public static implicit operator SourceItem(SourceRow row) => new(row, null);

    /// <summary>A problem.</summary>
    public static implicit operator SourceItem(ImportProblem problem) => new(null, problem);
}
