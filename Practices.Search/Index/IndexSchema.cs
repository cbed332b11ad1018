using System.Collections.Immutable;

namespace Practices.Search.Index;

/// <summary>A field of words.</summary>
/// <param name="Name">The field's name, unique in the schema; also its name in queries (<c>title:water</c>).</param>
/// <param name="Weight">What one occurrence counts for, before saturation (BM25F); 1 for plain text, above 0.</param>
public sealed record TextField(string Name, double Weight = 1);

/// <summary>The fields of an index. The engine knows their shape and never their meaning.</summary>
/// <param name="Texts">The fields that are searched as words; the first is the title.</param>
/// <param name="Facets">The names of the fields that are filtered and counted.</param>
public sealed record IndexSchema(ImmutableArray<TextField> Texts, ImmutableArray<string> Facets)
{
    /// <summary>Whether two schemas have the same fields in the same order.</summary>
    public bool Equals(IndexSchema? other) => other is not null && Texts.SequenceEqual(other.Texts) && Facets.SequenceEqual(other.Facets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Texts.Length, Facets.Length);
}
