using System.Collections.Immutable;
using Practices.Indexer.Diagnostics;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Which of a row's values a rule takes.</summary>
internal enum ValueOrigin
{
    /// <summary>Those of the first heading that has any.</summary>
    First,

    /// <summary>Those of every heading, in the rule's order.</summary>
    All,

    /// <summary>The headings themselves whose value is yes.</summary>
    Ticked,

    /// <summary>What the rule says itself.</summary>
    Constant,
}

/// <summary>Where a value comes from and what is done to it.</summary>
/// <param name="Origin">Which values are taken.</param>
/// <param name="Names">Headings, or the values of a constant.</param>
/// <param name="Steps">What is done to them, in order.</param>
/// <param name="LastStep">The name of the last step; <see langword="null"/> when there is none.</param>
/// <param name="At">Where the rule stands in its file.</param>
internal sealed record ValueRule(ValueOrigin Origin, ImmutableArray<string> Names, ImmutableArray<Transform> Steps, string? LastStep, Position At)
{
    /// <summary>The rule's values for a row.</summary>
    public ImmutableArray<Piece> Take(RowFields row, TransformContext context)
    {
        ImmutableArray<Piece> pieces = Origin switch
        {
            ValueOrigin.Constant => [.. Names.Select(name => new Piece(name, -1))],
            ValueOrigin.All => [.. Names.SelectMany(name => row.Of(name))],
            ValueOrigin.Ticked => [.. Names.SelectMany(name => row.Of(name).Where(piece => FlagText.Read(piece.Text).Value == "true" || Headings.Key(piece.Text) == Headings.Key(name)).Select(piece => piece with { Text = name, IsHtml = false }))],
            _ => Names.Select(row.Of).FirstOrDefault(found => !found.IsEmpty, []),
        };
        foreach (var step in Steps) pieces = step(pieces, context);
        return pieces;
    }
}

/// <summary>The fields of one row by their headings.</summary>
internal sealed class RowFields
{
    private readonly SourceRow _row;
    private readonly ILookup<string, int> _byKey;

    public RowFields(SourceRow row)
    {
        _row = row;
        _byKey = Enumerable.Range(0, row.Fields.Length).ToLookup(i => Headings.Key(row.Fields[i].Heading), StringComparer.Ordinal);
    }

    /// <summary>The values of a heading, in the file's order; those of exactly that spelling where there are some, as two selectors may differ in a sign alone.</summary>
    public ImmutableArray<Piece> Of(string heading)
    {
        var found = _byKey[Headings.Key(heading)].ToList();
        if (found.Exists(i => _row.Fields[i].Heading == heading)) found.RemoveAll(i => _row.Fields[i].Heading != heading);
        return [.. found.Where(i => !_row.Fields[i].Value.AsSpan().Trim().IsEmpty).Select(i => new Piece(_row.Fields[i].Value, i, _row.Fields[i].IsHtml))];
    }
}
