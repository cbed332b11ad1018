using System.Collections.Concurrent;
using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Highlighting;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Searches a snapshot, which it owns: closing the searcher closes it.</summary>
public sealed class Searcher(IndexSnapshot snapshot) : ISearchEngine
{
    // Working memory waits here between searches; there is as much as searches were ever under way at once.
    private readonly ConcurrentBag<SearchScratch> _scratches = [];

    /// <inheritdoc/>
    public string Version => snapshot.Manifest.Version;

    /// <inheritdoc/>
    public int Count => snapshot.Segment.Documents;

    /// <inheritdoc/>
    public IEnumerable<string> Ids
    {
        get
        {
            for (var doc = 0; doc < Count; doc++) yield return WhileOpen(_ => snapshot.Segment.IdOf(doc));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The searcher is closed.</exception>
    public SearchResult Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WhileOpen(scratch => Search(request, scratch));
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The searcher is closed.</exception>
    public ImmutableArray<Hit> Similar(string id, SimilarRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WhileOpen(scratch =>
        {
            var doc = snapshot.Segment.Find(id);
            if (doc < 0 || MoreLikeThis.QueryOf(snapshot, doc, request) is not { } query) return [];
            var match = TextMatch.Of(snapshot, query, scratch);
            var ranked = Rank(match, SortOrder.Relevance, new FacetFilter(snapshot, scratch, request.Filters, match.Docs), 1, request.Count + 1).ToArray();
            return Hits(new() { Highlight = false }, match, [.. ranked.Where(other => other != doc).Take(request.Count)]);
        });
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The searcher is closed.</exception>
    public Explanation? Explain(SearchRequest request, string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WhileOpen(scratch =>
        {
            var doc = snapshot.Segment.Find(id);
            if (doc < 0) return null;
            var match = TextMatch.Find(snapshot, request, scratch);
            return match.Docs.Contains(doc) ? Explainer.Explain(snapshot, match, doc) : null;
        });
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The searcher is closed.</exception>
    public bool TryGetStored(string id, out ReadOnlyMemory<byte> stored)
    {
        var bytes = WhileOpen(_ => snapshot.Segment.Find(id) is var doc and >= 0 ? snapshot.Segment.Stored.Of(doc).ToArray() : null);
        stored = bytes;
        return bytes is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => snapshot.Dispose();

    private SearchResult Search(SearchRequest request, SearchScratch scratch)
    {
        var match = TextMatch.Find(snapshot, request, scratch);
        var filter = new FacetFilter(snapshot, scratch, request.Filters, match.Docs);
        var page = Math.Max(1, request.Page);
        var pageSize = Math.Clamp(request.PageSize, 0, SearchRequest.MaxPageSize);
        return new()
        {
            Total = filter.Total,
            Page = page,
            PageSize = pageSize,
            Hits = Hits(request, match, Rank(match, request.Sort, filter, page, pageSize)),
            Facets = request.CountFacets ? filter.Count() : [],
            Understood = match.Understood,
            Widened = match.Widened,
            Notes = match.Notes,
        };
    }

    // The documents of a page, in order. Only as many are ranked as stand on it and the pages before.
    private ReadOnlySpan<int> Rank(TextMatch match, SortOrder sort, FacetFilter filter, int page, int pageSize)
    {
        var before = (long)(page - 1) * pageSize;
        if (pageSize == 0 || before >= filter.Total) return [];

        var top = new TopDocuments((int)Math.Min(before + pageSize, filter.Total));
        if (sort is SortOrder.Title)
        {
            var ranks = snapshot.Segment.TitleRankOf;
            foreach (var doc in filter.Passed) top.Offer(doc, -ranks[doc]);
        }
        else if (sort is SortOrder.Newest || match.Words.Length == 0)
        {
            var dates = snapshot.Segment.DateOf;
            foreach (var doc in filter.Passed) top.Offer(doc, dates[doc]);
        }
        else
        {
            foreach (var doc in filter.Passed) top.Offer(doc, match.Score(doc));
        }

        return top.Drain().AsSpan((int)before);
    }

    private ImmutableArray<Hit> Hits(SearchRequest request, TextMatch match, ReadOnlySpan<int> docs)
    {
        var segment = snapshot.Segment;
        var highlighter = request.Highlight && match.Words.Length > 0 ? new Highlighter(snapshot.Schema, match.Words.SelectMany(words => QueryAnalysis.Wanted(words.Words))) : null;
        var hits = ImmutableArray.CreateBuilder<Hit>(docs.Length);
        foreach (var doc in docs)
        {
            var snippets = highlighter?.Highlight(FieldTexts.Read(segment.Texts.Of(doc)), Analyzers.For(segment.LanguageOf(doc))) ?? [];
            hits.Add(new(segment.IdOf(doc), match.Score(doc), segment.Cards.Of(doc).ToArray(), snippets));
        }

        return hits.DrainToImmutable();
    }

    // Keeps the files open and lends working memory while something is read.
    private T WhileOpen<T>(Func<SearchScratch, T> read)
    {
        snapshot.Hold();
        try
        {
            if (!_scratches.TryTake(out var scratch)) scratch = new(Count);
            try
            {
                return read(scratch);
            }
            finally
            {
                scratch.TakeBack();
                _scratches.Add(scratch);
            }
        }
        finally
        {
            snapshot.Release();
        }
    }
}
