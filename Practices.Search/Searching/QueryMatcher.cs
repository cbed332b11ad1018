using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Finds the documents that a query asks for, and how often each holds its words.</summary>
internal sealed class QueryMatcher(IndexSnapshot snapshot, SearchScratch scratch)
{
    private readonly List<WordMatches> _words = [];

    /// <summary>The words, prefixes and phrases met under no minus: those that documents are scored by, in the order of the query.</summary>
    public IReadOnlyList<WordMatches> Words => _words;

    /// <summary>The documents that a query finds. The set is the caller's until the scratch is taken back.</summary>
    public DocSet Match(Query query) => Match(query, isWanted: true);

    private DocSet Match(Query query, bool isWanted)
    {
        switch (query)
        {
            case WordsQuery words:
                var matches = MatchWords(words);
                if (isWanted) _words.Add(matches);
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

            case FacetQuery { Weight: 0 } facet:
                return FacetMatches.Add(snapshot.Schema, snapshot.Segment, facet, scratch.EmptySet());

            case FacetRangeQuery range:
                return FacetMatches.Add(snapshot.Schema, snapshot.Segment, range, scratch.EmptySet());

            case NearQuery near:
                var within = scratch.EmptySet();
                snapshot.Segment.Points.AddWithin(near.Centre, near.Kilometres, within);
                return within;

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

    private WordMatches MatchWords(WordsQuery words)
    {
        var docs = scratch.EmptySet();
        var frequencies = scratch.Frequencies();
        if (words.Slots.Length == 1) AddWord(words, docs, frequencies);
        else new PhraseMatcher(snapshot, scratch).AddPhrase(words, docs, frequencies);

        var count = docs.Count;
        return new(words, docs, frequencies, count, Bm25.Idf(count, snapshot.Segment.Documents));
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
