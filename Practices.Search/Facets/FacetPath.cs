using System.Collections.Immutable;

namespace Practices.Search.Facets;

/// <summary>
/// One value of a facet: a way from the top of its hierarchy, such as <c>africa / southern-africa</c>.
/// A flat facet has paths of one label. A document that carries a path is counted at every step of it.
/// </summary>
public readonly record struct FacetPath : IComparable<FacetPath>
{
    /// <summary>Joins the labels of a path in its text form; a label may not contain it.</summary>
    public const char Separator = '\u001F';

    private readonly string? _text;

    private FacetPath(string text) => _text = text;

    /// <summary>Makes a path of its labels, the widest first.</summary>
    /// <exception cref="ArgumentException">There is no label, a label is empty or holds <see cref="Separator"/>.</exception>
    public static FacetPath Of(params ReadOnlySpan<string> labels)
    {
        if (labels.IsEmpty) throw new ArgumentException("A facet path has at least one label.", nameof(labels));
        foreach (var label in labels)
        {
            if (string.IsNullOrEmpty(label) || label.Contains(Separator, StringComparison.Ordinal))
                throw new ArgumentException("A facet label is not empty and holds no separator.", nameof(labels));
        }

        return new(string.Join(Separator, labels!));
    }

    /// <summary>Reads a path back from its <see cref="Text"/>.</summary>
    public static FacetPath FromText(string text) => new(text);

    /// <summary>The labels joined by <see cref="Separator"/>; ordinal order of texts is the order of paths.</summary>
    public string Text => _text ?? "";

    /// <summary>The labels, the widest first.</summary>
    public ImmutableArray<string> Labels => [.. Text.Split(Separator)];

    /// <summary>The last label: the value itself.</summary>
    public string Leaf => Text[(Text.LastIndexOf(Separator) + 1)..];

    /// <summary>How many labels there are; 1 for a flat facet.</summary>
    public int Depth => Text.AsSpan().Count(Separator) + 1;

    /// <inheritdoc/>
    public int CompareTo(FacetPath other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text.Replace(Separator, '/');
}
