using System.Runtime.CompilerServices;
using Practices.Indexer.Indexing;

namespace Practices.Web.Presentation;

/// <summary>What is the same on every page of a catalog, made when it is first asked for and kept as long as the catalog is. Safe for any number of threads.</summary>
/// <param name="make">Makes it.</param>
internal sealed class CatalogMemo<T>(Func<PracticeCatalog, T> make)
    where T : class
{
    private readonly ConditionalWeakTable<PracticeCatalog, T> _made = [];

    /// <summary>What belongs to a catalog.</summary>
    public T Of(PracticeCatalog catalog) => _made.TryGetValue(catalog, out var made) ? made : _made.GetOrAdd(catalog, make);
}
