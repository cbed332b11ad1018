using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Finds the documents of one segment that a query asks for, and where each of its parts is found.</summary>
internal sealed class QueryMatcher(IndexSnapshot snapshot, SegmentReader reader, SearchScratch scratch)
{
    // Testing a document in a posting list costs as much as reading so many of its postings.
    private const int PostingsOfTest = 16;

    private readonly List<(Query Query, LeafMatches Matches)> _leaves = [];

    /// <summary>The parts met under no minus that documents are scored by, in the order of the query: the same in every segment.</summary>
    public IReadOnlyList<(Query Query, LeafMatches Matches)> Leaves => _leaves;

    /// <summary>The documents that a query finds. The set is the caller's until the scratch is taken back.</summary>
    public DocSet Match(Query query)
    {
        var docs = Match(query, isWanted: true);
        if (reader.LiveDocs is not null) docs.And(reader.LiveDocs);
        return docs;
    }

    private DocSet Match(Query query, bool isWanted)
    {
        if (IsLeaf(query)) return DocsOf(LeafOf(query, isWanted));
        switch (query)
        {
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

            case FacetQuery facet:
                return FacetMatches.Add(snapshot.Schema, reader.Segment, facet, scratch.EmptySet());

            case FacetRangeQuery range:
                return FacetMatches.Add(snapshot.Schema, reader.Segment, range, scratch.EmptySet());

            case NearQuery near:
                var within = scratch.EmptySet();
                reader.Segment.Points.AddWithin(near.Centre, near.Kilometres, within);
                return within;

            default:
                return All();
        }
    }

    private DocSet MatchAnd(AndQuery and, bool isWanted)
    {
        // Parts are met in the order of the query, and joined from the rarest on.
        DocSet? docs = null;
        var terms = new List<LeafMatches>();
        foreach (var part in and.Parts)
        {
            if (part is NotQuery) continue;
            var leaf = IsLeaf(part) ? LeafOf(part, isWanted) : null;
            if (leaf?.Cursor is not null)
            {
                terms.Add(leaf);
                continue;
            }

            var found = leaf is null ? Match(part, isWanted) : DocsOf(leaf);
            if (docs is null) docs = found;
            else docs.And(found);
        }

        terms.Sort((a, b) => a.Count.CompareTo(b.Count));
        foreach (var term in terms)
        {
            if (docs is null) docs = DocsOf(term);
            else if ((long)docs.Count * PostingsOfTest < term.Count) Retain(docs, term.Cursor!);
            else docs.And(DocsOf(term));
        }

        docs ??= All();
        foreach (var part in and.Parts)
        {
            if (part is NotQuery not) docs.AndNot(Match(not.Part, isWanted: false));
        }

        return docs;
    }

    private static bool IsLeaf(Query query) => query is WordsQuery or SynonymQuery or FacetQuery { Weight: > 0 };

    private LeafMatches LeafOf(Query query, bool isWanted)
    {
        var matches = query is WordsQuery { Slots: [var slot], Field: < 0 } && SlotTerms.Of(slot, reader.Segment.Terms) is [var term]
            ? LeafMatches.OfTerm(Open(term), reader.DocumentCount(term))
            : Gather(query);
        if (isWanted) _leaves.Add((query, matches));
        return matches;
    }

    private LeafMatches Gather(Query query)
    {
        var docs = scratch.EmptySet();
        var frequencies = scratch.Frequencies();
        new LeafGatherer(snapshot, reader, scratch).Add(query, docs, frequencies);
        if (reader.LiveDocs is not null) docs.And(reader.LiveDocs);
        return LeafMatches.Gathered(docs, frequencies);
    }

    // A set of the caller's own.
    private DocSet DocsOf(LeafMatches leaf)
    {
        if (leaf.Cursor is null) return scratch.Copy(leaf.Docs!);
        var docs = scratch.EmptySet();
        leaf.Cursor.Rewind();
        leaf.Cursor.AddTo(docs);
        leaf.Cursor.Rewind();
        return docs;
    }

    private static void Retain(DocSet docs, PostingCursor cursor)
    {
        foreach (var doc in docs)
        {
            // The walk has read the word that it stands in, so taking a member out does not disturb it.
            if (!cursor.MoveTo(doc) || cursor.Doc != doc) docs.Remove(doc);
        }

        cursor.Rewind();
    }

    private PostingCursor Open(int term)
    {
        var cursor = scratch.Cursor();
        cursor.Open(reader.Segment.Terms, term);
        return cursor;
    }

    private DocSet All()
    {
        var all = scratch.EmptySet();
        all.Fill();
        return all;
    }
}
