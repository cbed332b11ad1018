using System.Collections.Immutable;
using System.Globalization;

namespace Practices.Search.Queries;

/// <summary>What is asked of an index. Its text form is in the syntax that <see cref="QueryParser"/> reads.</summary>
public abstract record Query
{
    private protected Query()
    {
    }

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
}

/// <summary>Documents that its part does not find.</summary>
public sealed record NotQuery(Query Part) : Query
{
    /// <inheritdoc/>
    public override string ToString() => Part is AndQuery or OrQuery or NotQuery ? $"-({Part})" : $"-{Part}";
}
