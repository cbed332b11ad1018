using Practices.Indexer.Indexing;
using Practices.Search.Facets;

namespace Practices.Web;

/// <summary>How a facet's value stands in an address.</summary>
public static class FacetAddress
{
    /// <summary>
    /// The shortest text that leads back to the path: its last label, or the whole way joined by <c>/</c> where a label alone would not say which
    /// (<c>guangzhou-award/2018</c>).
    /// </summary>
    public static string ValueOf(PracticeCatalog catalog, string field, FacetPath path)
    {
        if (path.Depth == 1) return path.Text;
        var leaf = path.Leaf;
        return catalog.PathOf(field, leaf) == path ? leaf : path.ToString();
    }
}
