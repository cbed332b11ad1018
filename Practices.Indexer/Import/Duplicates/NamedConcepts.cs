using System.Collections.Frozen;
using System.Collections.Immutable;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Duplicates;

/// <summary>Which concepts a text names in its language: by these two texts in different languages can be compared.</summary>
internal sealed class NamedConcepts
{
    private const int LongestName = 4;

    private static readonly ImmutableArray<string> Used = ["themes", "sdgs", "beneficiaries"];

    private readonly FrozenDictionary<string, ImmutableArray<string>> _byName;

    public NamedConcepts(VocabularySet vocabularies)
    {
        var names = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var vocabulary in Used)
        {
            foreach (var concept in vocabularies[vocabulary].Concepts)
            {
                foreach (var (language, name) in NamesOf(concept))
                {
                    if (NameKey.Of(language, name) is not { } key) continue;
                    if (!names.TryGetValue(key.Text, out var ids)) names.Add(key.Text, ids = []);
                    var id = $"{vocabulary}/{concept.Id}";
                    if (!ids.Contains(id)) ids.Add(id);
                }
            }
        }

        _byName = names.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The concepts that the words of a text name, the longest name first; a word is a part of one name only.</summary>
    public IEnumerable<string> In(string language, IReadOnlyList<string> terms)
    {
        for (var at = 0; at < terms.Count;)
        {
            var length = Math.Min(LongestName, terms.Count - at);
            for (; length > 0; length--)
            {
                if (!_byName.TryGetValue($"{language} {string.Join(' ', terms.Skip(at).Take(length))}", out var ids)) continue;
                foreach (var id in ids) yield return id;
                break;
            }

            at += Math.Max(1, length);
        }
    }

    private static IEnumerable<(string Language, string Name)> NamesOf(Concept concept)
    {
        foreach (var (language, label) in concept.Labels) yield return (language, label);
        foreach (var (language, names) in concept.AltLabels)
            foreach (var name in names) yield return (language, name);
        foreach (var (language, names) in concept.WeakLabels)
            foreach (var name in names) yield return (language, name);
        foreach (var name in concept.NarrowerTerms) yield return ("en", name);
    }
}
