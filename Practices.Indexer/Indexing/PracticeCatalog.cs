using System.Collections.Immutable;
using Practices.Indexer.Content;
using Practices.Indexer.Vocabularies;
using Practices.Search.Facets;
using Practices.Search.Searching;

namespace Practices.Indexer.Indexing;

/// <summary>A hit with its card read.</summary>
public sealed record PracticeHit(Hit Hit, PracticeCard Card);

/// <summary>
/// The published records as one snapshot: what pages, the API and the command line ask. Safe for any number of threads; never changes.
/// </summary>
public sealed class PracticeCatalog : IDisposable
{
    private readonly ISearchEngine _engine;

    internal PracticeCatalog(ISearchEngine engine, VocabularySet vocabularies)
    {
        _engine = engine;
        Vocabularies = vocabularies;
    }

    /// <summary>Every facet, in the order of a page.</summary>
    public static ImmutableArray<FacetDefinition> Facets { get; } = [];

    /// <summary>Names the snapshot: equal content gives an equal version.</summary>
    public string Version => _engine.Version;

    /// <summary>How many records are public.</summary>
    public int Count => _engine.Count;

    /// <summary>
    /// The vocabularies, with <c>awards</c> (an award, its cycles below it) and <c>outcomes</c> made from the award records.
    /// </summary>
    public VocabularySet Vocabularies { get; }

    /// <summary>Finds, counts and ranks; read a hit's card with <see cref="CardOf"/>.</summary>
    public SearchResult Search(SearchRequest request) => _engine.Search(request);

    /// <summary>The hits of a result with their cards.</summary>
    public ImmutableArray<PracticeHit> Read(SearchResult result) => [.. result.Hits.Select(hit => new PracticeHit(hit, CardOf(hit)))];

    /// <summary>The card of a hit.</summary>
    public PracticeCard CardOf(Hit hit) => throw new NotSupportedException(hit.Id);

    /// <summary>A record by id; <see langword="null"/> when there is none that is public.</summary>
    public Practice? Find(string id) => throw new NotSupportedException(id);

    /// <summary>The id that a former id leads to; <see langword="null"/> when it leads nowhere.</summary>
    public string? CurrentId(string formerId) => throw new NotSupportedException(formerId);

    /// <summary>The records that point to this one: learning that shows it, practices that came from it, networks that run it.</summary>
    public ImmutableArray<PracticeCard> PointingTo(string id) => throw new NotSupportedException(id);

    /// <summary>Why a record ranks where it does.</summary>
    public Explanation? Explain(string text, string id) => _engine.Explain(text, id);

    /// <summary>
    /// The path of a facet's value as it stands in an address (<c>sdg=13.1</c>, <c>region=southern-africa</c>, <c>award=guangzhou-award/2018</c>);
    /// <see langword="null"/> when the facet has no such value.
    /// </summary>
    public FacetPath? PathOf(string field, string value) => throw new NotSupportedException(field + value);

    /// <summary>The name of a facet's value on a page, in English.</summary>
    public string LabelOf(string field, FacetPath path) => throw new NotSupportedException(field + path);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();
}
