using System.Collections.Immutable;

namespace Practices.Search.Queries;

/// <summary>The place of one word in a phrase, and what may stand there.</summary>
/// <param name="Offset">How many words after the first.</param>
/// <param name="Terms">The index terms that the word is in each language, or is near to; any of them will do.</param>
/// <param name="Prefixes">Beginnings of terms that will do too.</param>
internal sealed record Slot(int Offset, ImmutableArray<string> Terms, ImmutableArray<string> Prefixes);

/// <summary>A word, prefix or phrase in index terms: the least part of a query that documents are matched and scored by.</summary>
/// <param name="Source">What it was made of.</param>
/// <param name="Slots">One for a word, several for a phrase.</param>
/// <param name="Slop">How far the words may stand from their places.</param>
/// <param name="Field">The field's place in the schema; negative for any.</param>
/// <param name="IsStopWord">Whether it is one word, and that too common to say much.</param>
internal sealed record WordsQuery(Query Source, ImmutableArray<Slot> Slots, int Slop, int Field, bool IsStopWord) : Query
{
    /// <summary>The fields it may stand in, one bit each.</summary>
    public uint Fields => Field < 0 ? uint.MaxValue : 1u << Field;

    /// <inheritdoc/>
    public override string ToString() => Source.ToString();
}
