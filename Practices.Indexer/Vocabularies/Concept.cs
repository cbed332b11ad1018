using System.Collections.Immutable;

namespace Practices.Indexer.Vocabularies;

/// <summary>One entry of a vocabulary, in SKOS's words: what an id means, what it is called, and what is broader.</summary>
public sealed record Concept
{
    /// <summary>The key that records and addresses use, unique in its vocabulary.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown, by ISO 639-1 language code; English is always there.</summary>
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>Other names it goes by, by language; all of them find it.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> AltLabels { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The id of the broader concept; <see langword="null"/> at the top.</summary>
    public string? Broader { get; init; }

    /// <summary>One sentence that says what belongs here; empty when there is none.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Abbreviations, in capitals, with what they stand for.</summary>
    public ImmutableSortedDictionary<string, string> Acronyms { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Words by language that point to it but are too general to stand for it alone.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> WeakLabels { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Names of narrower things that have no concept of their own, in English.</summary>
    public ImmutableArray<string> NarrowerTerms { get; init; } = [];

    /// <summary>Ids of related concepts, in this vocabulary or another: the targets that a theme serves, the strongest first.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>
    /// What else the vocabulary's file says of it, by key, as text: <c>color</c> and <c>iri</c> of a goal, <c>lat</c>, <c>lon</c> and <c>population</c> of a city,
    /// <c>alpha3</c> of a country, <c>title</c> in English of a goal
    /// (in other languages <c>title.fr</c>). The items of a list are joined with commas.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The name in English.</summary>
    public string Label => Labels["en"];

    /// <summary>The name in a language, or in English where it has none in that one.</summary>
    public string LabelIn(string language) => Labels.GetValueOrDefault(language) ?? Label;
}
