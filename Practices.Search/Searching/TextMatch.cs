using System.Collections.Immutable;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>What a typed text was understood as, and what it finds.</summary>
internal sealed class TextMatch
{
    private readonly IndexSnapshot _snapshot;

    private TextMatch(IndexSnapshot snapshot, Query query, SearchScratch scratch)
    {
        _snapshot = snapshot;
        Query = query;
        var matcher = new QueryMatcher(snapshot, scratch);
        Docs = matcher.Match(query);
        Words = [.. matcher.Words];
    }

    /// <summary>The query, in index terms.</summary>
    public Query Query { get; }

    /// <summary>What to tell the reader.</summary>
    public ImmutableArray<string> Notes { get; set; } = [];

    /// <summary>What was probably meant; <see langword="null"/> when it is what was typed.</summary>
    public Suggestion? Suggestion { get; set; }

    /// <summary>The documents that it finds.</summary>
    public DocSet Docs { get; }

    /// <summary>The words, prefixes and phrases that documents are scored by.</summary>
    public ImmutableArray<WordMatches> Words { get; }

    /// <summary>Reads a text and finds what it asks for; where no document holds all of its words, what any of them finds.</summary>
    public static TextMatch Find(IndexSnapshot snapshot, SearchRequest request, SearchScratch scratch)
    {
        var all = Read(snapshot, request, scratch);
        if (request.Match is MatchWords.Any || all.Words.Length < 2 || all.Docs.Count > 0) return all;

        var any = Read(snapshot, request with { Match = MatchWords.Any }, scratch);
        if (any.Docs.Count == 0) return all;
        any.Notes = any.Notes.Add("No document matches all of this, so documents that match a part of it are shown.");
        return any;
    }

    /// <summary>The score of a document: what each of the words that it holds adds.</summary>
    public double Score(int doc)
    {
        var norm = LengthNorm(doc);
        var score = 0.0;
        foreach (var words in Words)
        {
            if (words.Docs.Contains(doc)) score += words.Score(doc, norm);
        }

        return score;
    }

    /// <summary>How much the length of a document discounts its words.</summary>
    public double LengthNorm(int doc) => Bm25.LengthNorm(_snapshot.Segment.Lengths.Weighted(doc), _snapshot.AverageLength);

    /// <summary>Reads a text.</summary>
    public static ParsedQuery Parse(IndexSnapshot snapshot, SearchRequest request)
    {
        var values = new FacetValues(snapshot, request.Vocabulary);
        var fields = new QueryFields([.. snapshot.Schema.Texts.Select(field => field.Name)], snapshot.Schema.Facets, values.PathOf);
        return QueryParser.Parse(request.Text, fields, request.Match, request.MaxTextLength);
    }

    private static TextMatch Read(IndexSnapshot snapshot, SearchRequest request, SearchScratch scratch)
    {
        var parsed = Parse(snapshot, request);
        var query = new QueryAnalysis(snapshot.Analyzers, snapshot.Schema, new FuzzyWords(snapshot).Near).Analyze(parsed.Query) ?? new MatchAllQuery();
        var notes = parsed.Notes.ToBuilder();
        if (query is MatchAllQuery && !string.IsNullOrWhiteSpace(request.Text)) notes.Add("The text holds no word to search for, so everything is shown.");

        var found = new TextMatch(snapshot, query, scratch);
        notes.AddRange(found.Words.Where(words => words.Count == 0).Select(words => $"Nothing was found for {words.Words}.").Distinct());
        found.Notes = notes.DrainToImmutable();
        return found;
    }
}
