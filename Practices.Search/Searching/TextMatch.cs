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
        var matcher = new QueryMatcher(snapshot, scratch);
        Docs = matcher.Match(query);
        Words = [.. matcher.Words];
    }

    /// <summary>The query as it was read, printed.</summary>
    public string Understood { get; private set; } = "";

    /// <summary>What words were taken for besides themselves.</summary>
    public ImmutableArray<WidenedWords> Widened { get; private set; } = [];

    /// <summary>What to tell the reader.</summary>
    public ImmutableArray<string> Notes { get; private set; } = [];

    /// <summary>The documents that it finds.</summary>
    public DocSet Docs { get; }

    /// <summary>The words, prefixes, phrases, facet values and groups of synonyms that documents are scored by.</summary>
    public ImmutableArray<WordMatches> Words { get; }

    /// <summary>What a query in index terms finds.</summary>
    public static TextMatch Of(IndexSnapshot snapshot, Query query, SearchScratch scratch) => new(snapshot, query, scratch);

    /// <summary>Reads a request's text and finds what it asks for; where no document holds all of its words, what any of them finds.</summary>
    public static TextMatch Find(IndexSnapshot snapshot, SearchRequest request, SearchScratch scratch)
    {
        var all = Read(snapshot, request, request.Match, scratch);
        if (request.Match is MatchWords.Any || all.Words.Length < 2 || all.Docs.Count > 0) return all;

        var any = Read(snapshot, request, MatchWords.Any, scratch);
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

    private static TextMatch Read(IndexSnapshot snapshot, SearchRequest request, MatchWords match, SearchScratch scratch)
    {
        var parsed = QueryParser.Parse(request.Text, [.. snapshot.Schema.Texts.Select(field => field.Name)], match, request.MaxTextLength);
        var analysis = new QueryAnalysis(snapshot.Analyzers, snapshot.Schema);
        var query = analysis.Analyze(parsed.Query) ?? new MatchAllQuery();
        var understood = query.ToString();
        var notes = parsed.Notes.ToBuilder();
        if (query is MatchAllQuery && !string.IsNullOrWhiteSpace(request.Text)) notes.Add("The text holds no word to search for, so everything is shown.");

        ImmutableArray<WidenedWords> widened = [];
        if (request is { Widen: true, Vocabulary: { } vocabulary })
        {
            (var wide, widened) = QueryWidening.Widen(parsed.Query, match, vocabulary, snapshot.Carries);
            if (wide is not null) query = analysis.Analyze(wide) ?? query;
        }

        var found = new TextMatch(snapshot, query, scratch) { Understood = understood, Widened = widened };
        var meant = widened.SelectMany(words => words.Words.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var missing = found.Words.Where(words => words.Count == 0).Select(words => words.Words.ToString()).Where(words => !meant.Contains(words));
        notes.AddRange(missing.Select(words => $"Nothing was found for {words}.").Distinct());
        found.Notes = notes.DrainToImmutable();
        return found;
    }
}
