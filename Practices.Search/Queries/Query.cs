using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Facets;

namespace Practices.Search.Queries;

/// <summary>What is asked of an index. Its text form is in the syntax that <see cref="QueryParser"/> reads.</summary>
public abstract record Query
{
    private protected Query()
    {
    }

    /// <summary>Whether it only says which documents may be found, and adds nothing to a score.</summary>
    internal virtual bool IsFilter => false;

    private protected static string InField(string? field, string text) => field is null ? text : $"{field}:{text}";
}

/// <summary>Every document.</summary>
public sealed record MatchAllQuery : Query
{
    /// <inheritdoc/>
    public override string ToString() => "";
}

/// <summary>Documents with a word.</summary>
/// <param name="Text">The word as typed. One that the tokenizer splits, such as <c>low-income</c>, asks for its parts side by side.</param>
/// <param name="Field">The text field it must stand in; <see langword="null"/> for any.</param>
public sealed record TermQuery(string Text, string? Field = null) : Query
{
    /// <inheritdoc/>
    public override string ToString() => InField(Field, Text);
}

/// <summary>Documents with a word that begins with some letters.</summary>
/// <param name="Text">The letters as typed, without the asterisk.</param>
/// <param name="Field">The text field it must stand in; <see langword="null"/> for any.</param>
public sealed record PrefixQuery(string Text, string? Field = null) : Query
{
    /// <inheritdoc/>
    public override string ToString() => InField(Field, Text + "*");
}

/// <summary>Documents with words side by side.</summary>
/// <param name="Text">The words as typed.</param>
/// <param name="Slop">How far the words may stand from their places, in words; 0 asks for the very phrase.</param>
/// <param name="Field">The text field it must stand in; <see langword="null"/> for any.</param>
public sealed record PhraseQuery(string Text, int Slop = 0, string? Field = null) : Query
{
    /// <inheritdoc/>
    public override string ToString() => InField(Field, Slop == 0 ? $"\"{Text}\"" : string.Create(CultureInfo.InvariantCulture, $"\"{Text}\"~{Slop}"));
}

/// <summary>Documents with a word that is spelt nearly so.</summary>
/// <param name="Text">The word as typed, without the tilde.</param>
/// <param name="Edits">How many letters may be added, left out, changed or swapped with their neighbour (Damerau's distance): 1 or 2.</param>
/// <param name="Field">The text field it must stand in; <see langword="null"/> for any.</param>
public sealed record FuzzyQuery(string Text, int Edits = 2, string? Field = null) : Query
{
    /// <summary>The most letters that may differ.</summary>
    public const int MaxEdits = 2;

    /// <inheritdoc/>
    public override string ToString() => InField(Field, Edits == MaxEdits ? Text + "~" : string.Create(CultureInfo.InvariantCulture, $"{Text}~{Edits}"));
}

/// <summary>Documents that carry a value of a facet, or one below it.</summary>
/// <param name="Field">A facet of the schema.</param>
/// <param name="Path">The value.</param>
/// <param name="Weight">How many occurrences of a word it counts as in the ranking; 0 filters and adds nothing to a score.</param>
public sealed record FacetQuery(string Field, FacetPath Path, double Weight = 0) : Query
{
    /// <inheritdoc/>
    public override string ToString() => InField(Field, QueryLetters.Value(Path.Leaf));

    internal override bool IsFilter => Weight == 0;
}

/// <summary>Documents that carry a value of a facet whose label lies between two labels, in ordinal order, ends included. Adds nothing to a score.</summary>
/// <param name="Field">A facet of the schema whose labels order as text, such as years of four digits.</param>
/// <param name="From">The least label; empty for no lower end.</param>
/// <param name="To">The greatest label; empty for no upper end.</param>
public sealed record FacetRangeQuery(string Field, string From, string To) : Query
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field}:{From}..{To}";

    internal override bool IsFilter => true;
}

/// <summary>Documents with a point within a distance of a place. Adds nothing to a score.</summary>
/// <param name="Centre">The place.</param>
/// <param name="Kilometres">How far, along the surface of the earth; above 0.</param>
public sealed record NearQuery(GeoPoint Centre, double Kilometres) : Query
{
    /// <summary>More than any two places are apart.</summary>
    public const double MaxKilometres = 20_040;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{QueryFields.Near}:{Centre.Latitude},{Centre.Longitude},{Kilometres}");

    internal override bool IsFilter => true;
}

/// <summary>
/// Documents that at least one of several ways to say one thing finds: a word and, say, the facet values that it names. Counted and scored as one word,
/// so that a document is not worth more for being found in two ways. Printed as its first part, which is what was typed.
/// </summary>
/// <param name="Parts">Words, prefixes, phrases, nearly spelt words and facet values; at least one.</param>
public sealed record SynonymQuery(ImmutableArray<Query> Parts) : Query
{
    /// <inheritdoc/>
    public override string ToString() => Parts[0].ToString();
}

/// <summary>Documents that every part finds. Where all parts are <see cref="NotQuery"/>, every document but those.</summary>
public sealed record AndQuery(ImmutableArray<Query> Parts) : Query
{
    /// <summary>Joins parts: those that are joined by AND themselves become parts of one; a single part stays what it is.</summary>
    public static Query Of(IEnumerable<Query> parts)
    {
        ImmutableArray<Query> flat = [.. parts.SelectMany(part => part is AndQuery and ? and.Parts : [part])];
        return flat.Length switch { 0 => new MatchAllQuery(), 1 => flat[0], _ => new AndQuery(flat) };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Parts.Select(part => part is OrQuery ? $"({part})" : part.ToString()));

    internal override bool IsFilter => Parts.All(part => part.IsFilter);
}

/// <summary>Documents that at least one part finds.</summary>
public sealed record OrQuery(ImmutableArray<Query> Parts) : Query
{
    /// <summary>Joins parts: those that are joined by OR themselves become parts of one; a single part stays what it is.</summary>
    public static Query Of(IEnumerable<Query> parts)
    {
        ImmutableArray<Query> flat = [.. parts.SelectMany(part => part is OrQuery or ? or.Parts : [part])];
        return flat.Length switch { 0 => new MatchAllQuery(), 1 => flat[0], _ => new OrQuery(flat) };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" OR ", Parts.Select(part => part is AndQuery ? $"({part})" : part.ToString()));

    internal override bool IsFilter => Parts.All(part => part.IsFilter);
}

/// <summary>Documents that its part does not find.</summary>
public sealed record NotQuery(Query Part) : Query
{
    /// <inheritdoc/>
    public override string ToString() => Part is AndQuery or OrQuery or NotQuery ? $"-({Part})" : $"-{Part}";

    internal override bool IsFilter => true;
}
