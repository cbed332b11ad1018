using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>What becomes of a row that meets a condition.</summary>
internal enum RowFate
{
    /// <summary>Every row that does not meet it is left out.</summary>
    Keep,

    /// <summary>The row is left out.</summary>
    LeaveOut,

    /// <summary>The row is refused.</summary>
    Refuse,
}

/// <summary>A condition on a row's values, with the reason that the secretariat reads.</summary>
/// <param name="Fate">What becomes of the row.</param>
/// <param name="Headings">The headings, of which the first that has a value counts.</param>
/// <param name="Values">The values that meet it, folded; empty when a pattern or emptiness decides.</param>
/// <param name="Pattern">A pattern that meets it.</param>
/// <param name="WhenEmpty">Whether a row without a value meets it.</param>
/// <param name="Because">The reason.</param>
internal sealed record RowCondition(RowFate Fate, ImmutableArray<string> Headings, ImmutableHashSet<string> Values, Regex? Pattern, bool WhenEmpty, string Because)
{
    /// <summary>Whether a row meets it, and the value that decided.</summary>
    public (bool IsMet, Piece? By) IsMetBy(RowFields row)
    {
        var pieces = Headings.Select(row.Of).FirstOrDefault(found => !found.IsEmpty, []);
        if (pieces.IsEmpty) return (WhenEmpty, null);
        foreach (var piece in pieces)
        {
            var text = TransformKinds.PlainText(piece);
            if (Values.Contains(NameFolding.Fold(text)) || Pattern?.IsMatch(text) == true) return (true, piece);
        }

        return (false, pieces[0]);
    }
}
