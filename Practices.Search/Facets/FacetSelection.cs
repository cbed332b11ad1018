using System.Collections.Immutable;

namespace Practices.Search.Facets;

/// <summary>
/// What a reader has chosen in the facets: values of one facet are OR-joined, facets AND-joined.
/// Immutable; every change gives another selection.
/// </summary>
public sealed class FacetSelection : IEquatable<FacetSelection>
{
    private readonly ImmutableSortedDictionary<string, ImmutableSortedSet<FacetPath>> _chosen;

    private FacetSelection(ImmutableSortedDictionary<string, ImmutableSortedSet<FacetPath>> chosen) => _chosen = chosen;

    /// <summary>Nothing chosen: every document passes.</summary>
    public static FacetSelection Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ImmutableSortedSet<FacetPath>>(StringComparer.Ordinal));

    /// <summary>The facets in which something is chosen, in ordinal order.</summary>
    public IEnumerable<string> Fields => _chosen.Keys;

    /// <summary>Whether nothing is chosen.</summary>
    public bool IsEmpty => _chosen.IsEmpty;

    /// <summary>The values chosen in one facet, in path order; empty when there are none.</summary>
    public ImmutableSortedSet<FacetPath> this[string field] => _chosen.GetValueOrDefault(field, []);

    /// <summary>Adds a value.</summary>
    public FacetSelection With(string field, FacetPath path) => new(_chosen.SetItem(field, this[field].Add(path)));

    /// <summary>Takes a value away.</summary>
    public FacetSelection Without(string field, FacetPath path)
    {
        var rest = this[field].Remove(path);
        return new(rest.IsEmpty ? _chosen.Remove(field) : _chosen.SetItem(field, rest));
    }

    /// <summary>Takes every value of a facet away, as counting the facet itself needs (drill-sideways).</summary>
    public FacetSelection Without(string field) => new(_chosen.Remove(field));

    /// <summary>Whether a value is chosen.</summary>
    public bool Contains(string field, FacetPath path) => this[field].Contains(path);

    /// <inheritdoc/>
    public bool Equals(FacetSelection? other) =>
        other is not null
        && _chosen.Count == other._chosen.Count
        && _chosen.All(pair => pair.Value.SetEquals(other[pair.Key]));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FacetSelection);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (field, paths) in _chosen)
        {
            hash.Add(field, StringComparer.Ordinal);
            foreach (var path in paths) hash.Add(path);
        }

        return hash.ToHashCode();
    }
}
