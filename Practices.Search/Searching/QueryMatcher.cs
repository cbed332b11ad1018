using System.Collections.Immutable;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Finds the documents that a query asks for, and how often each holds its words.</summary>
internal sealed class QueryMatcher(IndexSnapshot snapshot, SearchScratch scratch)
{
    private readonly List<WordMatches> _words = [];

    /// <summary>The words, prefixes, phrases, weighted facet values and groups of synonyms met under no minus: those that documents are scored by, in the order of the query.</summary>
    public IReadOnlyList<WordMatches> Words => _words;

    /// <summary>The documents that a query finds. The set is the caller's until the scratch is taken back.</summary>
    public DocSet Match(Query query) => Match(query, isWanted: true);

    private DocSet Match(Query query, bool isWanted)
    {
        switch (query)
        {
            case WordsQuery or FacetQuery or SynonymQuery:
                var matches = MatchLeaf(query);
                if (isWanted && query is not FacetQuery { Weight: 0 }) _words.Add(matches);
                return scratch.Copy(matches.Docs);

            case AndQuery and:
                return MatchAnd(and, isWanted);

            case OrQuery or:
                var any = scratch.EmptySet();
                foreach (var part in or.Parts) any.Or(Match(part, isWanted));
                return any;

            case NotQuery not:
                var rest = All();
                rest.AndNot(Match(not.Part, isWanted: false));
                return rest;

            default:
                return All();
        }
    }

    private DocSet MatchAnd(AndQuery and, bool isWanted)
    {
        DocSet? docs = null;
        foreach (var part in and.Parts)
        {
            if (part is NotQuery) continue;
            var found = Match(part, isWanted);
            if (docs is null) docs = found;
            else docs.And(found);
        }

        docs ??= All();
        foreach (var part in and.Parts)
        {
            if (part is NotQuery not) docs.AndNot(Match(not.Part, isWanted: false));
        }

        return docs;
    }

    private DocSet All()
    {
        var all = scratch.EmptySet();
        all.Fill();
        return all;
    }

    private WordMatches MatchLeaf(Query query)
    {
        var docs = scratch.EmptySet();
        var frequencies = scratch.Frequencies();
        ImmutableArray<WordMatches> parts = [];
        if (query is SynonymQuery synonyms)
        {
            parts = [.. synonyms.Parts.Select(MatchLeaf)];
            foreach (var part in parts) AddPart(part, docs, frequencies);
        }
        else if (query is FacetQuery facet)
        {
            if (snapshot.Values(facet.Field) is { } column && column.Find(facet.Path) is var ordinal and >= 0) column.AddDocuments(ordinal, docs);
            foreach (var doc in docs) frequencies[doc] = facet.Weight;
        }
        else if (query is WordsQuery { Slots.Length: 1 } word)
        {
            AddWord(word, docs, frequencies);
        }
        else if (query is WordsQuery phrase)
        {
            new PhraseMatcher(snapshot, scratch).AddPhrase(phrase, docs, frequencies);
        }

        var count = docs.Count;
        return new(query, docs, frequencies, count, Bm25.Idf(count, snapshot.Segment.Documents)) { Parts = parts };
    }

    private static void AddPart(WordMatches part, DocSet docs, double[] frequencies)
    {
        foreach (var doc in part.Docs)
        {
            frequencies[doc] = docs.Contains(doc) ? frequencies[doc] + part.Frequencies[doc] : part.Frequencies[doc];
            docs.Add(doc);
        }
    }

    // The variants of a word, or the words of a prefix, count as one word.
    private void AddWord(WordsQuery words, DocSet docs, double[] frequencies)
    {
        var cursor = scratch.Cursor();
        var weights = snapshot.Weights.AsSpan();
        foreach (var term in SlotTerms.Of(words.Slots[0], snapshot.Segment.Terms))
        {
            cursor.Open(snapshot.Segment.Terms, term);
            while (cursor.MoveNext())
            {
                if ((cursor.Fields & words.Fields) == 0) continue;
                var frequency = cursor.WeightedFrequency(weights, words.Fields);
                frequencies[cursor.Doc] = docs.Contains(cursor.Doc) ? frequencies[cursor.Doc] + frequency : frequency;
                docs.Add(cursor.Doc);
            }
        }
    }
}
