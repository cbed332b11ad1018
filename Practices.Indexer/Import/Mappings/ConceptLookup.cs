using System.Collections.Immutable;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Finds concepts by what people write into forms: names in any language, codes, acronyms, the names of narrower things. Made once for a mapping.</summary>
internal sealed class ConceptLookup(VocabularySet vocabularies)
{
    private const int MaxNearest = 3;

    private readonly Dictionary<string, Dictionary<string, string>> _moreNames = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _alpha3;
    private Dictionary<string, HashSet<string>>? _goals;

    public VocabularySet Vocabularies { get; } = vocabularies;

    /// <summary>The id of a concept: by id, label, other name, acronym in capitals, or the name of a narrower thing; else what is wrong with the remedy.</summary>
    public (string? Value, string? Wrong) Concept(string vocabulary, string text)
    {
        var concepts = Vocabularies[vocabulary];
        if (concepts.Concepts.IsEmpty) return (text, null);
        if (Known(vocabulary, text) is { } id) return (id, null);
        var near = Nearest(concepts, text);
        return (null, $"No entry of the vocabulary {vocabulary} has this name. {(near.IsEmpty ? "Add it there as another name, or give the mapping a \"map\"." : $"Nearest: {string.Join(", ", near.Select(c => $"{c.Id} ({c.Label})"))}. Write one of them, or give the mapping a \"map\".")}");
    }

    /// <summary>The same, without a search for what may be meant: <see langword="null"/> when it is none.</summary>
    public string? Known(string vocabulary, string text)
    {
        var concepts = Vocabularies[vocabulary];
        return concepts.Match(text)?.Id ?? MoreNames(vocabulary).GetValueOrDefault(NameFolding.Fold(text)) ?? concepts.Concepts.FirstOrDefault(one => one.Acronyms.ContainsKey(text))?.Id;
    }

    /// <summary>The ISO 3166-1 alpha-2 code of a country given by any name, or by two or three letters.</summary>
    public (string? Value, string? Wrong) Country(string text)
    {
        var countries = Vocabularies["countries"];
        if (countries.Concepts.IsEmpty) return (text, null);
        foreach (var name in Variants(text))
        {
            if (Alpha3().TryGetValue(name.ToUpperInvariant(), out var id)) return (id, null);
            var matches = countries.Matches(name);
            if (matches is [var only]) return (only.Id, null);
            if (matches is [var first, ..])
            {
                return NameFolding.Fold(first.Label) == NameFolding.Fold(name) || first.Id == name
                    ? (first.Id, null)
                    : (null, $"Several countries are called so: {string.Join(", ", matches.Select(c => $"{c.Id} ({c.Label})"))}. Write the code of the one that is meant.");
            }
        }

        return (null, countries.Closest(text) is { } near
            ? $"No country is called so. Did you mean {near.Label} ({near.Id})?"
            : "No country is called so. Write its name in English or its ISO code, such as ZA.");

        static IEnumerable<string> Variants(string text)
        {
            var name = text.Trim().TrimEnd('.', '*');
            yield return name;
            var bracket = name.IndexOf('(', StringComparison.Ordinal);
            if (bracket > 0) yield return name[..bracket].Trim();
            if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) yield return name[4..];
        }
    }

    /// <summary>The English name of a known city of a country; <see langword="null"/> when the vocabulary does not hold exactly one of that name.</summary>
    public Concept? City(string name, string? country)
    {
        var matches = Vocabularies["cities"].Matches(name);
        if (country is not null) matches = [.. matches.Where(city => city.Broader == country)];
        return matches is [var only] ? only : null;
    }

    /// <summary>The goals that a name of a goal may mean: its label, title or other name in any language, with or without an article, or the first words of its label.</summary>
    public ImmutableArray<string> GoalsNamed(string name)
    {
        var goals = Goals();
        var folded = Bare(name);
        if (folded.Length == 0) return [];
        if (goals.TryGetValue(folded, out var found)) return [.. found.Order(StringComparer.Ordinal)];
        var beginning = folded + " ";
        return [.. goals.Where(pair => pair.Key.StartsWith(beginning, StringComparison.Ordinal)).SelectMany(pair => pair.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<Concept> Nearest(Vocabulary concepts, string text)
    {
        var words = Words(text);
        var near = concepts.Concepts
            .Select(concept => (Concept: concept, Shared: Names(concept).Max(name => Words(name).Intersect(words, StringComparer.Ordinal).Count())))
            .Where(one => one.Shared > 0)
            .OrderByDescending(one => one.Shared)
            .Select(one => one.Concept);
        if (concepts.Closest(text) is { } closest) near = near.Prepend(closest);
        return [.. near.Distinct().Take(MaxNearest)];

        // Short words such as "and" make everything near to everything.
        static IEnumerable<string> Words(string name) => NameFolding.Fold(name).Split(' ').Where(word => word.Length > 3);

        static IEnumerable<string> Names(Concept concept) => concept.Labels.Values.Concat(concept.AltLabels.Values.SelectMany(names => names));
    }

    private Dictionary<string, string> MoreNames(string vocabulary)
    {
        if (_moreNames.TryGetValue(vocabulary, out var names)) return names;
        names = new(StringComparer.Ordinal);
        foreach (var concept in Vocabularies[vocabulary].Concepts)
            foreach (var name in concept.NarrowerTerms.Concat(concept.Acronyms.Values)) names.TryAdd(NameFolding.Fold(name), concept.Id);
        _moreNames.Add(vocabulary, names);
        return names;
    }

    private Dictionary<string, string> Alpha3()
    {
        if (_alpha3 is not null) return _alpha3;
        _alpha3 = new(StringComparer.Ordinal);
        foreach (var country in Vocabularies["countries"].Concepts)
            if (country.Properties.TryGetValue("alpha3", out var code)) _alpha3.TryAdd(code, country.Id);
        return _alpha3;
    }

    private Dictionary<string, HashSet<string>> Goals()
    {
        if (_goals is not null) return _goals;
        _goals = new(StringComparer.Ordinal);
        foreach (var goal in Vocabularies["sdgs"].Concepts.Where(concept => concept.Broader is null))
        {
            var titles = goal.Properties.Where(property => property.Key == "title" || property.Key.StartsWith("title.", StringComparison.Ordinal)).Select(property => property.Value);
            foreach (var name in goal.Labels.Values.Concat(goal.AltLabels.Values.SelectMany(names => names)).Concat(titles))
            {
                var bare = Bare(name);
                if (!_goals.TryGetValue(bare, out var ids)) _goals.Add(bare, ids = new(StringComparer.Ordinal));
                ids.Add(goal.Id);
            }
        }

        return _goals;
    }

    // Arabic writes its article onto the word.
    private static string Bare(string name) =>
        string.Join(' ', NameFolding.Fold(name).Split(' ').Select(word => word.Length > 3 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word));
}
