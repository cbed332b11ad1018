using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>One value on its way from a cell to a field.</summary>
/// <param name="Text">The value so far; HTML where <paramref name="IsHtml"/> says so.</param>
/// <param name="Field">The index of the field in its row that it came from; -1 for what the mapping itself says.</param>
/// <param name="IsHtml">Whether the text is HTML.</param>
internal readonly record struct Piece(string Text, int Field, bool IsHtml = false);

/// <summary>One step of what a mapping does to values: text in, text out, so that steps go together in any order. What cannot be read is reported and left out.</summary>
internal delegate ImmutableArray<Piece> Transform(ImmutableArray<Piece> pieces, TransformContext context);

/// <summary>In which order day and month stand in dates such as 3/4/2018.</summary>
internal enum DateOrder
{
    /// <summary>Not said: such dates are refused.</summary>
    Unknown,

    /// <summary>3 April.</summary>
    DayFirst,

    /// <summary>4 March.</summary>
    MonthFirst,
}

/// <summary>What a step may know beside the values: the words of the content, the habits of the file, and where problems go.</summary>
internal sealed class TransformContext(ConceptLookup lookup, Programme programme, DateOrder dates, bool hasDecimalComma, Action<Severity, string, Piece, string> report)
{
    public ConceptLookup Lookup { get; } = lookup;

    public Programme Programme { get; } = programme;

    public DateOrder Dates { get; } = dates;

    /// <summary>Whether 3,500 is three and a half.</summary>
    public bool HasDecimalComma { get; } = hasDecimalComma;

    /// <summary>How much a value that cannot be read matters: it refuses the row where the record needs the field, else it is left out.</summary>
    public Severity Severity { get; set; } = Severity.Error;

    public void Refuse(string rule, Piece piece, string message) =>
        report(Severity, rule, piece, Severity == Severity.Error ? message : $"{message} The value is left out.");

    public void Warn(string rule, Piece piece, string message) => report(Severity.Warning, rule, piece, message);
}
