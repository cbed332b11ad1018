using System.Collections.Frozen;
using System.Collections.Immutable;
using Practices.Indexer.Vocabularies;
using Practices.Search.Queries;

namespace Practices.Indexer.Indexing;

/// <summary>
/// What the names in the vocabularies mean to a search, in every language they are given in: "agua", "eau" and "水" are goal 6 and the theme of water.
/// A name is compared after the analysis of its language, so that number, case, accents and stop words do not count. Never changes.
/// </summary>
public sealed class ConceptNames
{
    /// <summary>A label or another name counts as half an occurrence of the word, as a concept's name in the index does.</summary>
    public const double NameWeight = 0.5;

    /// <summary>An abbreviation, or the name of something narrower, stands for a part of what the concept holds.</summary>
    public const double NarrowerWeight = 0.25;

    /// <summary>A word that is too general to mean the concept: it finds it, below everything else.</summary>
    public const double WeakWeight = 0.1;

    // Shorter ones are words of some language in small letters.
    private const int LeastSmallAcronym = 3;

    // The facets that words widen to, and whether the field "place" holds their values' names already, in every language.
    private static readonly ImmutableArray<(string Field, bool IsIndexed)> Facets =
        [("sdg", false), ("theme", false), ("beneficiaries", false), ("region", false), ("country", true), ("city", true)];

    // The languages that give a place's name endings or an article: "в Индии" is in Индия. Elsewhere a name that is indexed is found as it is written.
    private static readonly ImmutableArray<string> Declining = ["ar", "ru"];

    private readonly FrozenDictionary<string, ImmutableArray<Name>> _names;
    private readonly FrozenDictionary<string, ImmutableArray<ConceptSynonym>> _acronyms;
    private readonly FrozenSet<string> _starts;
    private readonly ImmutableArray<string> _languages;

    // Runs of words are asked for by their first word, the longest first: that word is looked at once. A race costs a second look.
    private volatile Start _last = new("", []);

    private ConceptNames(Dictionary<string, List<Name>> names, Dictionary<string, List<ConceptSynonym>> acronyms)
    {
        _names = names.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);
        _acronyms = acronyms.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);
        _starts = _names.Keys.Select(StartOf).ToFrozenSet(StringComparer.Ordinal);
        _languages = [.. names.Values.SelectMany(list => list).Select(name => name.Language).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Gathers the names of the concepts that words widen to.</summary>
    public static ConceptNames Of(VocabularySet vocabularies)
    {
        var names = new Dictionary<string, List<Name>>(StringComparer.Ordinal);
        var acronyms = new Dictionary<string, List<ConceptSynonym>>(StringComparer.Ordinal);
        foreach (var (field, isIndexed) in Facets)
        {
            var facet = PracticeFacets.Find(field)!;
            foreach (var concept in vocabularies[facet.Vocabulary!].Concepts)
            {
                if (PracticeFacets.PathOf(facet, concept.Id, vocabularies) is not { } path) continue;
                foreach (var (language, text, weight) in NamesOf(concept))
                {
                    if (NameKey.Of(language, text) is not { } key) continue;
                    Add(names, key.Text, new(language, isIndexed ? text : null, new(field, path, concept.Label, weight) { Languages = [language] }));
                }

                foreach (var (acronym, longForm) in concept.Acronyms)
                {
                    foreach (var written in WaysToWrite(acronym)) Add(acronyms, written, new(field, path, concept.Label, NarrowerWeight) { LongForm = longForm });
                }
            }
        }

        return new(names, acronyms);
    }

    /// <summary>The values of facets that words are a name of; empty when they name nothing. See <see cref="IQueryVocabulary.SynonymsOf"/>.</summary>
    public ImmutableArray<ConceptSynonym> SynonymsOf(ReadOnlySpan<string> words)
    {
        var text = string.Join(' ', words!);
        var found = new List<ConceptSynonym>();
        foreach (var language in LanguagesOfNamesWith(words.IsEmpty ? "" : words[0]))
        {
            if (NameKey.Of(language, text) is not { HasLooseEnds: false } key || !_names.TryGetValue(key.Text, out var names)) continue;
            foreach (var name in names)
            {
                if (name.IndexedText is not { } indexed) Merge(found, name.Synonym);
                else if (NameFolding.Fold(indexed) == NameFolding.Fold(text)) Merge(found, name.Synonym with { Weight = 0 });
                else if (Declining.Contains(language)) Merge(found, name.Synonym);
            }
        }

        foreach (var synonym in _acronyms.GetValueOrDefault(text, [])) Merge(found, synonym);
        if (found.Count == 0) return [];

        // A name counts once, however many concepts it is the name of.
        var share = 1.0 / found.Count;
        return [.. Facets.SelectMany(facet => found.Where(synonym => synonym.Field == facet.Field).OrderByDescending(synonym => synonym.Weight))
            .Select(synonym => synonym with { Weight = synonym.Weight * share })];
    }

    // The languages in which a name begins with a word.
    private ImmutableArray<string> LanguagesOfNamesWith(string first)
    {
        var last = _last;
        if (last.Word != first) _last = last = new(first, [.. _languages.Where(language => NameKey.StartOf(language, first) is { } start && _starts.Contains(start))]);
        return last.Languages;
    }

    // A key's language and first word.
    private static string StartOf(string key) => key.IndexOf(' ', key.IndexOf(' ', StringComparison.Ordinal) + 1) is var end and > 0 ? key[..end] : key;

    // One value for all the names of it that the words are: the best weight, every language.
    private static void Merge(List<ConceptSynonym> found, ConceptSynonym synonym)
    {
        var at = found.FindIndex(other => other.Field == synonym.Field && other.Path == synonym.Path);
        if (at < 0)
        {
            found.Add(synonym);
            return;
        }

        var other = found[at];
        found[at] = other with
        {
            // 0 stands above all: the words find it by themselves.
            Weight = other.Weight == 0 || synonym.Weight == 0 ? 0 : Math.Max(other.Weight, synonym.Weight),
            LongForm = other.LongForm ?? synonym.LongForm,
            Languages = [.. other.Languages.Union(synonym.Languages)],
        };
    }

    private static IEnumerable<(string Language, string Text, double Weight)> NamesOf(Concept concept)
    {
        foreach (var (language, names) in concept.WeakLabels)
            foreach (var name in names) yield return (language, name, WeakWeight);

        // A word that is too general is so in whichever list it stands.
        foreach (var (language, label) in concept.Labels) yield return (language, label, NameWeight);
        foreach (var (language, names) in concept.AltLabels)
        {
            var weak = concept.WeakLabels.GetValueOrDefault(language, []);
            foreach (var name in names)
                if (!weak.Contains(name)) yield return (language, name, NameWeight);
        }

        foreach (var name in concept.NarrowerTerms) yield return ("en", name, NarrowerWeight);
    }

    // "BRT" and "brt", but never "its" for ITS: small letters that hold a vowel are a word.
    private static IEnumerable<string> WaysToWrite(string acronym)
    {
        yield return acronym;
        if (acronym.ToUpperInvariant() is var upper && upper != acronym) yield return upper;
        var lower = acronym.ToLowerInvariant();
        if (lower != acronym && lower.Length >= LeastSmallAcronym && !lower.Any("aeiouy".Contains)) yield return lower;
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        list.Add(item);
    }

    private sealed record Start(string Word, ImmutableArray<string> Languages);

    private sealed record Name(string Language, string? IndexedText, ConceptSynonym Synonym);
}
