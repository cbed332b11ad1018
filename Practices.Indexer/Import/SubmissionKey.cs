namespace Practices.Indexer.Import;

/// <summary>What makes a submission the same in two imports.</summary>
/// <param name="Award">Id of the award's record, or of the learning programme's.</param>
/// <param name="Cycle">Id of one of its cycles; empty for a programme that has none.</param>
/// <param name="ExternalId">The secretariat's own number or name for it, unique in the cycle.</param>
public readonly record struct SubmissionKey(string Award, string Cycle, string ExternalId);
