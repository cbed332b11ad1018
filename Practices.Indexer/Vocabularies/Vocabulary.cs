using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Practices.Indexer.Vocabularies;

/// <summary>A closed list of concepts, such as the goals, the regions or the themes, in the order of its file.</summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, Concept> _byId;
    private readonly ILookup<string, Concept> _narrower;
    private readonly Lazy<FrozenDictionary<string, int>> _places;
    private readonly Lazy<NameIndex> _names;

    /// <summary>Makes a vocabulary of concepts whose ids are unique and whose broader concepts are among them or in a wider vocabulary.</summary>
    public Vocabulary(string name, string label, IEnumerable<Concept> concepts)
    {
        Name = name;
        Label = label;
        Concepts = [.. concepts];
        _byId = Concepts.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
        Top = [.. Concepts.Where(c => c.Broader is null || !_byId.ContainsKey(c.Broader))];
        _places = new(() => Enumerable.Range(0, Top.Length).ToFrozenDictionary(place => Top[place].Id, StringComparer.Ordinal));
        _narrower = Concepts.ToLookup(c => c.Broader ?? "", StringComparer.Ordinal);
        _names = new(() => new(Concepts));
    }

    /// <summary>The name that the facets and the file use, such as <c>themes</c>.</summary>
    public string Name { get; }

    /// <summary>What it is called on a page, in English.</summary>
    public string Label { get; }

    /// <summary>Every concept in the order of the file, which is the order of the field.</summary>
    public ImmutableArray<Concept> Concepts { get; }

    /// <summary>The concepts at the top.</summary>
    public ImmutableArray<Concept> Top { get; }

    /// <summary>Where a concept stands among those at the top, from 0; after all of them when it is none.</summary>
    public int PlaceAtTop(string id) => _places.Value.TryGetValue(id, out var place) ? place : Top.Length;

    /// <summary>The concept of an id, compared ordinally; <see langword="null"/> when there is none.</summary>
    public Concept? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// The concept that a person meant: by id, else by a label, else by another name, in any language, whatever the case, accents or hyphens.
    /// <see langword="null"/> when there is none.
    /// </summary>
    public Concept? Match(string name) => Find(name) ?? (_names.Value.Matches(name) is [var first, ..] ? first : null);

    /// <summary>Every concept of that name, as <see cref="Match"/> finds them, the best first: there are several cities called Santiago.</summary>
    public ImmutableArray<Concept> Matches(string name) => _names.Value.Matches(name);

    /// <summary>The concept with an id or a label that is a slip of the keyboard away; <see langword="null"/> when none is near.</summary>
    public Concept? Closest(string name) => _names.Value.Closest(name);

    /// <summary>The concepts directly below one.</summary>
    public IEnumerable<Concept> Narrower(string id) => _narrower[id];

    /// <summary>The way to a concept, the widest first, itself last; empty when there is no such concept.</summary>
    public ImmutableArray<Concept> PathTo(string id)
    {
        var path = ImmutableArray.CreateBuilder<Concept>();
        for (var at = Find(id); at is not null && path.Count < 8; at = at.Broader is null ? null : Find(at.Broader)) path.Insert(0, at);
        return path.ToImmutable();
    }
}
