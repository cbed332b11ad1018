using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Practices.Indexer.Vocabularies;

/// <summary>Finds concepts by what people call them. Made when the first name is asked for, since most vocabularies are only asked for ids.</summary>
internal sealed class NameIndex
{
    private readonly FrozenDictionary<string, ImmutableArray<Concept>> _byName;
    private readonly Dictionary<string, Concept> _byShownName = new(StringComparer.Ordinal);

    public NameIndex(ImmutableArray<Concept> concepts)
    {
        var byName = new Dictionary<string, List<Concept>>(StringComparer.Ordinal);

        // Ids before labels before other names: what stands first in a list is the better match.
        foreach (var concept in concepts) Add(concept.Id, concept);
        foreach (var concept in concepts)
            foreach (var label in concept.Labels.Values) Add(label, concept);
        foreach (var concept in concepts)
            foreach (var names in concept.AltLabels.Values)
                foreach (var name in names) Add(name, concept);
        _byName = byName.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);

        foreach (var concept in concepts) _byShownName.TryAdd(concept.Id, concept);
        foreach (var concept in concepts) _byShownName.TryAdd(concept.Label, concept);

        void Add(string name, Concept concept)
        {
            var folded = NameFolding.Fold(name);
            if (folded.Length == 0) return;
            if (!byName.TryGetValue(folded, out var list)) byName.Add(folded, list = []);
            if (!list.Contains(concept)) list.Add(concept);
        }
    }

    public ImmutableArray<Concept> Matches(string name) => _byName.GetValueOrDefault(NameFolding.Fold(name), []);

    public Concept? Closest(string name) => Suggestions.Closest(name, _byShownName.Keys) is { } near ? _byShownName[near] : null;
}
