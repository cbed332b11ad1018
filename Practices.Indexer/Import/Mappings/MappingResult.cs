using System.Collections.Immutable;

namespace Practices.Indexer.Import.Mappings;

/// <summary>What became of one row: a submission, a row left out on purpose, or a row refused. Every row becomes exactly one of the three.</summary>
/// <param name="Row">The row, without what is personal in it.</param>
/// <param name="Submission">What is to become a record; <see langword="null"/> when the row is left out or refused.</param>
/// <param name="LeftOut">The mapping's reason why the row is no submission; <see langword="null"/> when it is one.</param>
/// <param name="Problems">What is wrong with the row, with the remedy. One error at least refuses it; warnings keep it.</param>
public sealed record MappingResult(SourceRow Row, Submission? Submission, string? LeftOut, ImmutableArray<ImportProblem> Problems)
{
    /// <summary>Whether the row was meant as a submission and cannot become one.</summary>
    public bool IsRefused => Submission is null && LeftOut is null;
}
