using System.Collections.Frozen;

namespace Practices.Indexer.Vocabularies;

/// <summary>Every vocabulary of the content, by name.</summary>
public sealed class VocabularySet(IEnumerable<Vocabulary> vocabularies)
{
    private readonly FrozenDictionary<string, Vocabulary> _byName = vocabularies.ToFrozenDictionary(v => v.Name, StringComparer.Ordinal);

    /// <summary>No vocabularies.</summary>
    public static VocabularySet Empty { get; } = new([]);

    /// <summary>The names of the vocabularies that there are.</summary>
    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>A vocabulary; an empty one when the content has no file for it, which its reader has reported.</summary>
    public Vocabulary this[string name] => _byName.GetValueOrDefault(name) ?? new(name, name, []);

    /// <summary>This set with vocabularies added or put in place of others of the same name.</summary>
    public VocabularySet With(params IEnumerable<Vocabulary> others)
    {
        var added = others.ToDictionary(v => v.Name, StringComparer.Ordinal);
        return new(_byName.Values.Where(v => !added.ContainsKey(v.Name)).Concat(added.Values));
    }

    /// <summary>The name of a concept in English, or the id itself where the vocabulary does not hold it.</summary>
    public string Label(string vocabulary, string id) => this[vocabulary].Find(id)?.Label ?? id;
}
