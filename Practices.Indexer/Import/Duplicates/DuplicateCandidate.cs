using System.Collections.Immutable;
using Practices.Indexer.Content;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>One reason to take two records for the same practice, or not to.</summary>
/// <param name="Name">What is compared: <c>title</c>, <c>text</c>, <c>names</c>, <c>figures</c>, <c>links</c>, <c>partners</c>, <c>place</c>, <c>themes</c>, <c>year</c>, <c>language</c>, <c>sequel</c>.</param>
/// <param name="Points">What it adds to the score; what speaks against it is negative.</param>
/// <param name="Why">What was found, with its number, in words.</param>
public sealed record DuplicateSignal(string Name, double Points, string Why);

/// <summary>Two records that may be of the same practice.</summary>
/// <param name="First">The one whose id comes first.</param>
/// <param name="Second">The other.</param>
/// <param name="Score">The sum of the signals, 0 to 100.</param>
/// <param name="Signals">Every reason, the strongest first.</param>
public sealed record DuplicateCandidate(Practice First, Practice Second, double Score, ImmutableArray<DuplicateSignal> Signals);
