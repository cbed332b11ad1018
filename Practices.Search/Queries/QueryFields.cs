using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Practices.Search.Facets;

namespace Practices.Search.Queries;

/// <summary>The names that may stand before a colon in a query, and what stands behind them.</summary>
/// <param name="Texts">The text fields.</param>
/// <param name="Facets">The facets. Where a text field has the same name, the text field is meant.</param>
/// <param name="PathOf">The value of a facet that a person means by a text; <see langword="null"/> when there is none such.</param>
public sealed record QueryFields(ImmutableArray<string> Texts, ImmutableArray<string> Facets, Func<string, string, FacetPath?> PathOf)
{
    /// <summary>The name before a place and a distance, unless the schema has a field of that name.</summary>
    public const string Near = "near";

    /// <summary>Text fields alone.</summary>
    public static QueryFields OfTexts(params ImmutableArray<string> texts) => new(texts, [], (_, _) => null);

    // What begins at an index of a text with a field's name and a colon; null when nothing does, or when nothing that the field can take comes after.
    internal NamedField? At(ReadOnlySpan<char> text, int index)
    {
        var rest = text[index..];
        var colon = rest.IndexOf(':');
        if (colon < 0 || colon + 1 == rest.Length) return null;
        if (Find(rest[..colon]) is not { } field) return null;

        var value = rest[(colon + 1)..];
        var canFollow = QueryLetters.IsWord(value[0])
            || (field.Kind is FieldKind.Near ? StartsNumber(value) : value[0] == '(' || QueryLetters.IsQuote(value[0]))
            || (field.Kind is FieldKind.Facet && value.StartsWith(FieldReader.RangeMark) && value.Length > 2 && QueryLetters.IsWord(value[2]));
        return canFollow ? field : null;
    }

    private NamedField? Find(ReadOnlySpan<char> name)
    {
        foreach (var field in Texts)
        {
            if (name.Equals(field, StringComparison.OrdinalIgnoreCase)) return new(field, FieldKind.Text);
        }

        foreach (var field in Facets)
        {
            if (name.Equals(field, StringComparison.OrdinalIgnoreCase)) return new(field, FieldKind.Facet);
        }

        return name.Equals(Near, StringComparison.OrdinalIgnoreCase) ? new(Near, FieldKind.Near) : null;
    }

    private static bool StartsNumber(ReadOnlySpan<char> value) => value.TrimStart("+-.") is [var digit, ..] && char.IsAsciiDigit(digit);
}

/// <summary>What kind of thing stands behind a name.</summary>
internal enum FieldKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Values.</summary>
    Facet,

    /// <summary>A place and a distance.</summary>
    Near,
}

/// <summary>A name that stands before a colon, as the schema writes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What it names.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NamedField(string Name, FieldKind Kind);
