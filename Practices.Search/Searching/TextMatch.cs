using System.Collections.Immutable;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>What a typed text was understood as, and what it finds.</summary>
internal sealed class TextMatch
{
    private TextMatch(IndexSnapshot snapshot, Query query, ImmutableArray<SearchScratch> scratches)
    {
        Query = query;
        Understood = query.ToString();
        var docs = ImmutableArray.CreateBuilder<DocSet>(scratches.Length);
        var leaves = new IReadOnlyList<(Query Query, LeafMatches Matches)>[scratches.Length];
        for (var segment = 0; segment < scratches.Length; segment++)
        {
            var matcher = new QueryMatcher(snapshot, snapshot.Segments[segment], scratches[segment]);
            docs.Add(matcher.Match(query));
            leaves[segment] = matcher.Leaves;
        }

        Docs = docs.DrainToImmutable();
        var count = leaves.Length == 0 ? 0 : leaves[0].Count;
        Leaves = [.. Enumerable.Range(0, count).Select(i => Leaf.Of(leaves[0][i].Query, [.. leaves.Select(ofSegment => ofSegment[i].Matches)], snapshot.Count))];
    }

    /// <summary>The query, in index terms.</summary>
    public Query Query { get; }

    /// <summary>The query as it was read, printed.</summary>
    public string Understood { get; private set; }

    /// <summary>What words were taken for besides themselves.</summary>
    public ImmutableArray<WidenedWords> Widened { get; private set; } = [];

    /// <summary>What to tell the reader.</summary>
    public ImmutableArray<string> Notes { get; set; } = [];

    /// <summary>What was probably meant; <see langword="null"/> when it is what was typed.</summary>
    public SpellingSuggestion? Suggestion { get; set; }

    /// <summary>The documents that it finds, segment by segment.</summary>
    public ImmutableArray<DocSet> Docs { get; }

    /// <summary>The words, prefixes and phrases that documents are scored by.</summary>
    public ImmutableArray<Leaf> Leaves { get; }

    /// <summary>Whether it finds nothing.</summary>
    public bool IsEmpty => Docs.All(docs => docs.FirstFrom(0) == docs.Documents);

    /// <summary>What a query in index terms finds.</summary>
    public static TextMatch Of(IndexSnapshot snapshot, Query query, ImmutableArray<SearchScratch> scratches) => new(snapshot, query, scratches);

    /// <summary>Reads a text and finds what it asks for; where no document holds all of its words, what any of them finds.</summary>
    public static TextMatch Find(IndexSnapshot snapshot, SearchRequest request, ImmutableArray<SearchScratch> scratches)
    {
        var all = Read(snapshot, request, scratches);
        if (request.Match is MatchWords.Any || all.Leaves.Length < 2 || !all.IsEmpty) return all;

        var any = Read(snapshot, request with { Match = MatchWords.Any }, scratches);
        if (any.IsEmpty) return all;
        any.Notes = any.Notes.Add("No document matches all of this, so documents that match a part of it are shown.");
        return any;
    }

    /// <summary>Reads a text.</summary>
    public static ParsedQuery Parse(IndexSnapshot snapshot, SearchRequest request)
    {
        var values = new FacetValues(snapshot, request.Vocabulary);
        var fields = new QueryFields([.. snapshot.Schema.Texts.Select(field => field.Name)], snapshot.Schema.Facets, values.PathOf);
        return QueryParser.Parse(request.Text, fields, request.Match, request.MaxTextLength);
    }

    private static TextMatch Read(IndexSnapshot snapshot, SearchRequest request, ImmutableArray<SearchScratch> scratches)
    {
        var parsed = Parse(snapshot, request);
        var analysis = new QueryAnalysis(snapshot.Analyzers, snapshot.Schema, new FuzzyWords(snapshot).Near);
        var query = analysis.Analyze(parsed.Query) ?? new MatchAllQuery();
        var understood = query.ToString();
        var notes = parsed.Notes.ToBuilder();
        if (query is MatchAllQuery && !string.IsNullOrWhiteSpace(request.Text)) notes.Add("The text holds no word to search for, so everything is shown.");

        ImmutableArray<WidenedWords> widened = [];
        if (request is { Widen: true, Vocabulary: { } vocabulary })
        {
            (var wide, widened) = QueryWidening.Widen(parsed.Query, request.Match, vocabulary, snapshot.Carries);
            if (wide is not null) query = analysis.Analyze(wide) ?? query;
        }

        var found = new TextMatch(snapshot, query, scratches) { Understood = understood, Widened = widened };
        var meant = widened.SelectMany(words => words.Words.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var missing = found.Leaves.Where(leaf => leaf.Count == 0).Select(leaf => leaf.Query.ToString()).Where(words => !meant.Contains(words));
        notes.AddRange(missing.Select(words => $"Nothing was found for {words}.").Distinct());
        found.Notes = notes.DrainToImmutable();
        return found;
    }
}
