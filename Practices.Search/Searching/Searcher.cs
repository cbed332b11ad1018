using System.Collections.Concurrent;
using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Highlighting;
using Practices.Search.Index;
using Practices.Search.Queries;
using Practices.Search.Storage;

namespace Practices.Search.Searching;

/// <summary>Searches a snapshot, which it owns: closing the searcher closes it.</summary>
public sealed class Searcher(IndexSnapshot snapshot) : ISearchEngine
{
    // Working memory waits here between searches; there is as much as searches were ever under way at once.
    private readonly ConcurrentBag<ImmutableArray<SearchScratch>> _scratches = [];

    private readonly ConcurrentDictionary<Analyzer, WordTerms> _terms = [];

    /// <inheritdoc/>
    public string Version => snapshot.Manifest.Version;

    /// <inheritdoc/>
    public int Count => snapshot.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Ids => WhileOpen(_ => snapshot.Segments.SelectMany(IdsOf).Order(StringComparer.Ordinal).ToArray());

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The searcher is closed.</exception>
    /// <exception cref="IndexException">What is stored of a document is damaged; the message names the file and the remedy.</exception>
    public SearchResult Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WhileOpen(scratches => Search(request, scratches));
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The searcher is closed.</exception>
    /// <exception cref="IndexException">What is stored of a document is damaged; the message names the file and the remedy.</exception>
    public ImmutableArray<Hit> Similar(string id, SimilarRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WhileOpen(scratches =>
        {
            if (Find(id) is not var (segment, doc) || MoreLikeThis.QueryOf(snapshot, segment, doc, request) is not { } query) return [];
            var match = TextMatch.Of(snapshot, query, scratches);
            var filter = new FacetFilter(snapshot, scratches, request.Filters, match.Docs);
            var ranked = new Ranking(snapshot, match.Leaves, filter).Page(SortOrder.Relevance, 1, request.Count + 1).ToArray();
            var others = ranked.Where(other => other.Segment != segment || other.Doc != doc).Take(request.Count).ToArray();
            return Hits(new() { Highlight = false }, match, scratches, others);
        });
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The searcher is closed.</exception>
    /// <exception cref="IndexException">What is stored of a document is damaged; the message names the file and the remedy.</exception>
    public Explanation? Explain(SearchRequest request, string id) => WhileOpen(scratches =>
    {
        if (Find(id) is not var (segment, doc)) return null;
        var match = Correction.Find(snapshot, request, scratches);
        return match.Docs[segment].Contains(doc) ? new Explainer(snapshot, match, scratches).Explain(segment, doc) : null;
    });

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The searcher is closed.</exception>
    /// <exception cref="IndexException">What is stored of a document is damaged; the message names the file and the remedy.</exception>
    public bool TryGetStored(string id, out ReadOnlyMemory<byte> stored)
    {
        var bytes = WhileOpen(_ => Find(id) is var (segment, doc) ? snapshot.Segments[segment].Segment.Stored.Of(doc).ToArray() : null);
        stored = bytes;
        return bytes is not null;
    }

    /// <summary>Opens the newest snapshot of the folder; what it shares with this one is not opened again. This one stays open.</summary>
    /// <exception cref="IndexException">There is none, or it is damaged; the message names the file and the remedy.</exception>
    public Searcher Reopen() => new(snapshot.Reopen());

    /// <inheritdoc/>
    public void Dispose() => snapshot.Dispose();

    private SearchResult Search(SearchRequest request, ImmutableArray<SearchScratch> scratches)
    {
        var match = Correction.Find(snapshot, request, scratches);
        var filter = new FacetFilter(snapshot, scratches, request.Filters, match.Docs);
        var page = Math.Max(1, request.Page);
        var pageSize = Math.Clamp(request.PageSize, 0, SearchRequest.MaxPageSize);
        return new()
        {
            Total = filter.Total,
            Page = page,
            PageSize = pageSize,
            Hits = Hits(request, match, scratches, new Ranking(snapshot, match.Leaves, filter).Page(request.Sort, page, pageSize)),
            Facets = request.CountFacets ? filter.Count() : [],
            Crosses = [.. request.Crosses.Select(filter.Cross)],
            Understood = match.Understood,
            Widened = match.Widened,
            Notes = match.Notes,
            Suggestion = match.Suggestion,
        };
    }

    private ImmutableArray<Hit> Hits(SearchRequest request, TextMatch match, ImmutableArray<SearchScratch> scratches, ReadOnlySpan<RankedDocument> documents)
    {
        var highlighter = request.Highlight && match.Leaves.Length > 0
            ? new Highlighter(snapshot.Schema, match.Leaves.SelectMany(leaf => QueryAnalysis.Wanted(leaf.Query)))
            : null;
        var explainer = new Explainer(snapshot, match, scratches);
        var hits = ImmutableArray.CreateBuilder<Hit>(documents.Length);
        foreach (var document in documents)
        {
            var segment = snapshot.Segments[document.Segment].Segment;
            var doc = document.Doc;
            var snippets = highlighter?.Highlight(new(segment.Texts.Of(doc)), segment.Terms, TermsOf(Analyzers.For(segment.LanguageOf(doc)))) ?? [];
            hits.Add(new(segment.IdOf(doc), explainer.Score(document.Segment, doc), segment.Cards.Of(doc).ToArray(), snippets));
        }

        return hits.DrainToImmutable();
    }

    private WordTerms TermsOf(Analyzer analyzer) => _terms.GetOrAdd(analyzer, static of => new(of));

    private (int Segment, int Doc)? Find(string id)
    {
        for (var segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            if (snapshot.Segments[segment].Find(id) is var doc and >= 0) return (segment, doc);
        }

        return null;
    }

    private static IEnumerable<string> IdsOf(SegmentReader reader) =>
        Enumerable.Range(0, reader.Segment.Documents).Where(reader.IsLive).Select(reader.Segment.IdOf);

    // Keeps the files open and lends working memory while something is read.
    private T WhileOpen<T>(Func<ImmutableArray<SearchScratch>, T> read)
    {
        snapshot.Hold();
        try
        {
            if (!_scratches.TryTake(out var scratches)) scratches = [.. snapshot.Segments.Select(segment => new SearchScratch(segment.Segment.Documents))];
            try
            {
                return read(scratches);
            }
            catch (StorageException damage)
            {
                throw snapshot.ExceptionOf(damage);
            }
            finally
            {
                foreach (var scratch in scratches) scratch.TakeBack();
                _scratches.Add(scratches);
            }
        }
        finally
        {
            snapshot.Release();
        }
    }
}
