using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Ingest;

/// <summary>A record's word about another record.</summary>
/// <param name="Id">The other's id.</param>
/// <param name="Where">The key it stands under.</param>
/// <param name="At">Where it stands.</param>
public sealed record RecordReference(string Id, string Where, Position At);

/// <summary>A record's word about an award, a cycle and an outcome of it.</summary>
public sealed record AwardReference(string Award, Position AwardAt, string? Cycle, Position CycleAt, string? Outcome, Position OutcomeAt);

/// <summary>A file beside the record that it needs: a picture, a translation.</summary>
/// <param name="Name">Its path from the record's folder, with <c>/</c>.</param>
/// <param name="What">What it is, in a sentence: <c>picture</c>.</param>
/// <param name="At">Where the record names it.</param>
public sealed record FileReference(string Name, string What, Position At);

/// <summary>What is gathered while one record is read: its problems, and the references that only the whole content can check.</summary>
public sealed class RecordContext(VocabularySet vocabularies, FileDiagnostics problems)
{
    /// <summary>The vocabularies that its ids are checked against.</summary>
    public VocabularySet Vocabularies { get; } = vocabularies;

    /// <summary>Takes what is wrong.</summary>
    public FileDiagnostics Problems { get; } = problems;

    /// <summary>The sources that results and failures name.</summary>
    public IList<(int Id, Position At)> Sources { get; } = [];

    /// <summary>The records that it names.</summary>
    public IList<RecordReference> Records { get; } = [];

    /// <summary>The awards that it names.</summary>
    public IList<AwardReference> Awards { get; } = [];

    /// <summary>The files that it needs.</summary>
    public IList<FileReference> Files { get; } = [];
}
