using System.Collections.Immutable;

namespace Practices.Search.Queries;

/// <summary>What a typed text was read as.</summary>
/// <param name="Query">The query.</param>
/// <param name="Notes">Sentences for the reader about what was changed to understand the text.</param>
public sealed record ParsedQuery(Query Query, ImmutableArray<string> Notes);
