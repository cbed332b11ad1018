using Practices.Search.Analysis;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Finds the value of a facet that somebody typed after its name.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="vocabulary">Knows what values are called; <see langword="null"/> where they have only their labels.</param>
internal sealed class FacetValues(IndexSnapshot snapshot, IQueryVocabulary? vocabulary)
{
    /// <summary>
    /// The value that the vocabulary knows by a name, else the one of the index whose label is that name, whatever its case and accents; of several the
    /// widest. <see langword="null"/> when there is none.
    /// </summary>
    public FacetPath? PathOf(string field, string name) => vocabulary?.PathOf(field, name) ?? Labelled(snapshot.Schema.Facets.IndexOf(field), Key(name));

    private FacetPath? Labelled(int facet, string key)
    {
        if (facet < 0) return null;
        FacetPath? found = null;
        foreach (var path in snapshot.Facets[facet].Paths)
        {
            if ((found is null || path.Depth < found.Value.Depth) && Key(path.Leaf) == key) found = path;
        }

        return found;
    }

    private static string Key(string label) => Folding.Fold(QueryLetters.Unquoted(label));
}
