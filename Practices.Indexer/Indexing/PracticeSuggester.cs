using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Searching;
using Practices.Search.Suggesting;

namespace Practices.Indexer.Indexing;

/// <summary>
/// What a catalog can suggest while somebody types: the records by their titles and other names, and every goal, theme, place and award that at least one
/// record carries, by its names in all languages. Never changes; any number of threads share it.
/// </summary>
public sealed class PracticeSuggester
{
    /// <summary>How many suggestions an answer has at most.</summary>
    public const int Most = 8;

    // Of one kind, unless the others leave room.
    private const int MostOfGroup = 3;

    // Below anything that a record carries: a title is found by the search, too.
    private const double RecordWeight = 0.5;

    private static readonly ImmutableArray<(SuggestionGroup Group, string Field)> Concepts =
    [
        (SuggestionGroup.Goal, "sdg"),
        (SuggestionGroup.Theme, "theme"),
        (SuggestionGroup.City, "city"),
        (SuggestionGroup.Country, "country"),
        (SuggestionGroup.Region, "region"),
        (SuggestionGroup.Award, "award"),
    ];

    private readonly Dictionary<string, Thing> _things = new(StringComparer.Ordinal);
    private readonly VocabularySet _vocabularies;
    private readonly RecordNames[] _records;
    private readonly Dictionary<string, FacetCounts> _counts;
    private readonly Suggester _suggester;

    /// <summary>Gathers what a catalog holds.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="records">What each of its records is called.</param>
    private PracticeSuggester(PracticeCatalog catalog, RecordNames[] records)
    {
        _vocabularies = catalog.Vocabularies;
        _records = records;
        _counts = CountsOf(catalog);
        var entries = new List<SuggestEntry>();
        foreach (var (group, field) in Concepts)
        {
            var vocabulary = catalog.Vocabularies[PracticeFacets.Find(field)!.Vocabulary!];
            foreach (var (path, count) in _counts[field].Values)
            {
                // An award and its cycles are looked for by name; the outcomes below them are chosen there.
                if (count == 0 || (group == SuggestionGroup.Award && path.Depth > 2) || vocabulary.Find(path.Leaf) is not { } concept) continue;
                var label = group == SuggestionGroup.City ? CityLabel(concept, catalog.Vocabularies) : concept.Label;
                Add($"{field}={path.Leaf}", new(group, label, new FacetTarget(field, path, count)), NamesOf(concept, group), count, entries);
            }
        }

        foreach (var record in records)
        {
            // An award with records stands there already.
            if (record.Kind == RecordKind.Award && _things.ContainsKey($"award={record.Id}")) continue;
            Add(record.Id, new(GroupOf(record.Kind), record.Title, new RecordTarget(record.Kind, record.Id)), record.Aliases, RecordWeight, entries);
        }

        _suggester = Suggester.Build(entries);
    }

    /// <summary>Makes the suggester of a catalog; its records are read once, each for its names.</summary>
    internal static PracticeSuggester Of(PracticeCatalog catalog) => new(catalog, [.. catalog.Ids.Select(catalog.NamesOf).OfType<RecordNames>()]);

    /// <summary>The suggester of a later catalog, which is this one where nothing is called otherwise; only the names of records that changed are read.</summary>
    /// <param name="catalog">The later catalog.</param>
    /// <param name="changed">The ids of the records that came, went or changed since the catalog of this one.</param>
    internal PracticeSuggester Next(PracticeCatalog catalog, IReadOnlySet<string> changed)
    {
        var others = changed.Select(catalog.NamesOf).OfType<RecordNames>().ToList();
        if (IsCalledTheSame(catalog, changed, others)) return this;
        var records = _records.Where(record => !changed.Contains(record.Id)).Concat(others).ToArray();
        Array.Sort(records, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return new(catalog, records);
    }

    /// <summary>What the reader may mean, the best first; nothing where nothing is typed or nothing fits.</summary>
    /// <param name="typed">What was typed so far, in any language.</param>
    public ImmutableArray<PracticeSuggestion> Suggest(string typed)
    {
        var words = TypedText.Read(typed);
        return [.. _suggester.Suggest(words, Most, MostOfGroup).Select(suggestion => Show(suggestion, words))];
    }

    private bool IsCalledTheSame(PracticeCatalog catalog, IReadOnlySet<string> changed, List<RecordNames> others) =>
        catalog.Vocabularies == _vocabularies
        && _records.Where(record => changed.Contains(record.Id)).ToDictionary(record => record.Id, StringComparer.Ordinal) is var before
        && before.Count == others.Count && others.TrueForAll(record => before.TryGetValue(record.Id, out var same) && same.IsAs(record))
        && CountsOf(catalog) is var counts && Concepts.All(concept => counts[concept.Field].Values.SequenceEqual(_counts[concept.Field].Values));

    private static Dictionary<string, FacetCounts> CountsOf(PracticeCatalog catalog) =>
        catalog.Search(new SearchRequest { PageSize = 0, Highlight = false }).Facets.ToDictionary(facet => facet.Field, StringComparer.Ordinal);

    private PracticeSuggestion Show(Suggestion suggestion, TypedText typed)
    {
        var thing = _things[suggestion.Entry.Key];
        var marks = typed.MarksIn(thing.Label);
        return marks.IsEmpty
            ? new(thing.Group, thing.Label, suggestion.Entry.Text, suggestion.Marks, thing.Target)
            : new(thing.Group, thing.Label, null, marks, thing.Target);
    }

    private void Add(string key, Thing thing, IEnumerable<string> otherNames, double weight, List<SuggestEntry> entries)
    {
        _things.Add(key, thing);
        foreach (var name in otherNames.Prepend(thing.Label).Distinct(StringComparer.Ordinal)) entries.Add(new(name, key, (int)thing.Group, weight));
    }

    private static IEnumerable<string> NamesOf(Concept concept, SuggestionGroup group) =>
        concept.Labels.Values
            .Concat(concept.AltLabels.Values.SelectMany(names => names))
            .Concat(concept.Acronyms.Keys)
            .Concat(group == SuggestionGroup.Goal ? [$"SDG {concept.Id}", $"Goal {concept.Id}"] : []);

    // There are several cities called Santiago.
    private static string CityLabel(Concept city, VocabularySet vocabularies)
    {
        var country = city.Broader is null ? null : vocabularies["countries"].Find(city.Broader)?.Label;
        return country is null || country == city.Label ? city.Label : $"{city.Label}, {country}";
    }

    private static SuggestionGroup GroupOf(RecordKind kind) => kind switch
    {
        RecordKind.Learning => SuggestionGroup.Learning,
        RecordKind.Network => SuggestionGroup.Network,
        RecordKind.Award => SuggestionGroup.Award,
        _ => SuggestionGroup.Practice,
    };

    private sealed record Thing(SuggestionGroup Group, string Label, SuggestionTarget Target);
}
