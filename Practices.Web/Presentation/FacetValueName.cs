using System.Collections.Concurrent;
using System.Collections.Frozen;
using Practices.Indexer.Indexing;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;

namespace Practices.Web.Presentation;

/// <summary>What a value of a facet is called and where it stands, the same in every search of a catalog.</summary>
/// <param name="Label">As it is called.</param>
/// <param name="Place">Where it stands among those at the top of its vocabulary, from 0.</param>
/// <param name="Item">How it is drawn.</param>
public sealed record FacetValueName(string Label, int Place, FacetItem Item)
{
    private static readonly CatalogMemo<FrozenDictionary<string, ConcurrentDictionary<string, FacetValueName>>> Kept = new(_ =>
        PracticeCatalog.Facets.ToFrozenDictionary(facet => facet.Field, _ => new ConcurrentDictionary<string, FacetValueName>(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The label with its letters alike, so that ordinal order is that of the alphabet whatever the case.</summary>
    public string SortLabel { get; } = Label.ToUpperInvariant();

    /// <summary>The names of a facet's values, each made once for a catalog.</summary>
    public static Func<FacetPath, FacetValueName> In(FacetDefinition facet, PracticeCatalog catalog)
    {
        var kept = Kept.Of(catalog)[facet.Field];
        var vocabulary = facet.Vocabulary is null ? null : catalog.Vocabularies[facet.Vocabulary];
        return path => kept.TryGetValue(path.Text, out var name) ? name : kept.GetOrAdd(path.Text, Of(path, facet, vocabulary));
    }

    // Below its award, a cycle or an outcome needs no more than its own name.
    private static FacetValueName Of(FacetPath path, FacetDefinition facet, Vocabulary? vocabulary)
    {
        var (value, depth) = (path.Leaf, path.Depth);
        var concept = vocabulary?.Find(value);
        var label = (depth > 1 ? concept?.Properties.GetValueOrDefault(AwardVocabularies.Word) : null) ?? concept?.Label ?? value;
        return new(label, vocabulary?.PlaceAtTop(value) ?? 0, FacetHtml.ItemOf(facet.Field, value, label, depth - 1));
    }
}
