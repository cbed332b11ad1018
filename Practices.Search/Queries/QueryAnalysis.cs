using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Index;

namespace Practices.Search.Queries;

/// <summary>Turns the words of a query into index terms, in every language that an index holds.</summary>
/// <param name="analyzers">The languages' analyzers.</param>
/// <param name="schema">The fields.</param>
/// <param name="near">
/// The terms of the index that a word, its terms and a number of edits ask for; <see langword="null"/> where no index is at hand.
/// </param>
internal sealed class QueryAnalysis(ImmutableArray<Analyzer> analyzers, IndexSchema schema, Func<string, IReadOnlyList<string>, int, IEnumerable<string>>? near = null)
{
    /// <summary>
    /// The query with each word, prefix, phrase and nearly spelt word as a <see cref="WordsQuery"/>. Parts without a word fall away, and so do stop words that stand
    /// beside other words.
    /// </summary>
    /// <returns><see langword="null"/> when nothing is left.</returns>
    public Query? Analyze(Query query) => query switch
    {
        TermQuery term => Words(term, term.Text, 0, term.Field),
        PrefixQuery prefix => Words(prefix, prefix.Text, 0, prefix.Field, isPrefix: true),
        PhraseQuery phrase => Words(phrase, phrase.Text, phrase.Slop, phrase.Field),
        FuzzyQuery fuzzy => Words(fuzzy, fuzzy.Text, 0, fuzzy.Field, edits: fuzzy.Edits),
        SynonymQuery synonym => synonym.Parts.Select(Analyze).OfType<Query>().ToImmutableArray() is { Length: > 0 } parts ? new SynonymQuery(parts) : null,
        NotQuery not => Analyze(not.Part) is { } part ? new NotQuery(part) : null,
        AndQuery and => Parts(and.Parts) is { Count: > 0 } parts ? AndQuery.Of(parts) : null,
        OrQuery or => Parts(or.Parts) is { Count: > 0 } parts ? OrQuery.Of(parts) : null,
        _ => query,
    };

    /// <summary>The words, prefixes and phrases that a document may be found by: those under no minus.</summary>
    public static IEnumerable<WordsQuery> Wanted(Query query) => query switch
    {
        WordsQuery words => [words],
        AndQuery and => and.Parts.SelectMany(Wanted),
        OrQuery or => or.Parts.SelectMany(Wanted),
        SynonymQuery synonym => synonym.Parts.SelectMany(Wanted),
        _ => [],
    };

    private List<Query> Parts(ImmutableArray<Query> parts)
    {
        var analyzed = parts.Select(Analyze).OfType<Query>().ToList();
        if (analyzed.Exists(part => part is not (WordsQuery { IsStopWord: true } or NotQuery)))
            analyzed.RemoveAll(part => part is WordsQuery { IsStopWord: true });
        return analyzed;
    }

    private WordsQuery? Words(Query source, string text, int slop, string? field, bool isPrefix = false, int edits = 0)
    {
        var variants = new List<Variants>();
        var isStopWord = false;
        foreach (var analyzer in analyzers)
        {
            foreach (var token in analyzer.Analyze(text))
            {
                var span = token.Span;
                var at = variants.FindIndex(other => other.Span.Start == span.Start && other.Span.End == span.End);
                if (at < 0)
                {
                    at = variants.Count;
                    variants.Add(new(span, []));
                }

                variants[at].Terms.Add(token.Term.ToString());
                isStopWord |= token.IsStopWord;
            }
        }

        // A character of Han that is part of a pair asks for nothing that the pair does not.
        var wanted = variants.FindAll(one => !variants.Exists(other => one.Span.IsPartOf(other.Span)));
        if (wanted.Count == 0) return null;
        wanted.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Span.End.CompareTo(b.Span.End));

        var slots = wanted.Select((one, i) => new Slot(
            one.Span.Position - wanted[0].Span.Position,
            [.. one.Terms.Concat(edits > 0 && near is not null ? near(text[one.Span.Start..one.Span.End], one.Terms, edits) : []).Distinct()],
            isPrefix && i == wanted.Count - 1 ? [.. analyzers.Select(analyzer => analyzer.Prefix(text.AsSpan(one.Span.Start, one.Span.End - one.Span.Start))).Distinct()] : []));
        return new(source, [.. slots], slop, field is null ? -1 : FieldNumber(field), isStopWord && wanted.Count == 1 && source is TermQuery { Field: null });
    }

    private int FieldNumber(string name)
    {
        for (var i = 0; i < schema.Texts.Length; i++)
        {
            if (schema.Texts[i].Name == name) return i;
        }

        throw new ArgumentException($"The index has no text field \"{name}\".", nameof(name));
    }

    /// <summary>The terms that the characters of a place are in the languages of the index.</summary>
    private sealed record Variants(TokenSpan Span, List<string> Terms);
}
