using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Index;

namespace Practices.Search.Queries;

/// <summary>Turns the words of a query into index terms, in every language that an index holds.</summary>
/// <param name="analyzers">The languages' analyzers.</param>
/// <param name="schema">The fields.</param>
internal sealed class QueryAnalysis(ImmutableArray<Analyzer> analyzers, IndexSchema schema)
{
    /// <summary>
    /// The query with each word, prefix and phrase as a <see cref="WordsQuery"/>. Parts without a word fall away, and so do stop words that stand
    /// beside other words.
    /// </summary>
    /// <returns><see langword="null"/> when nothing is left.</returns>
    public Query? Analyze(Query query) => query switch
    {
        TermQuery term => Words(term, term.Text, 0, term.Field, isPrefix: false),
        PrefixQuery prefix => Words(prefix, prefix.Text, 0, prefix.Field, isPrefix: true),
        PhraseQuery phrase => Words(phrase, phrase.Text, phrase.Slop, phrase.Field, isPrefix: false),
        NotQuery not => Analyze(not.Part) is { } part ? new NotQuery(part) : null,
        AndQuery and => Parts(and.Parts) is { Count: > 0 } parts ? AndQuery.Of(parts) : null,
        OrQuery or => Parts(or.Parts) is { Count: > 0 } parts ? OrQuery.Of(parts) : null,
        SynonymQuery synonyms => synonyms.Parts.Select(Analyze).OfType<Query>().ToImmutableArray() is { Length: > 0 } parts ? new SynonymQuery(parts) : null,
        _ => query,
    };

    /// <summary>The words, prefixes and phrases that a document may be found by: those under no minus.</summary>
    public static IEnumerable<WordsQuery> Wanted(Query query) => query switch
    {
        WordsQuery words => [words],
        AndQuery and => and.Parts.SelectMany(Wanted),
        OrQuery or => or.Parts.SelectMany(Wanted),
        SynonymQuery synonyms => synonyms.Parts.SelectMany(Wanted),
        _ => [],
    };

    private List<Query> Parts(ImmutableArray<Query> parts)
    {
        var analyzed = parts.Select(Analyze).OfType<Query>().ToList();
        if (analyzed.Exists(part => part is not (WordsQuery { IsStopWord: true } or NotQuery)))
            analyzed.RemoveAll(part => part is WordsQuery { IsStopWord: true });
        return analyzed;
    }

    private WordsQuery? Words(Query source, string text, int slop, string? field, bool isPrefix)
    {
        var variants = new SortedDictionary<TokenSpan, List<string>>(Comparer<TokenSpan>.Create((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End))));
        var isStopWord = false;
        foreach (var analyzer in analyzers)
        {
            foreach (var token in analyzer.Analyze(text))
            {
                if (!variants.TryGetValue(token.Span, out var terms)) variants.Add(token.Span, terms = []);
                terms.Add(token.Term.ToString());
                isStopWord |= token.IsStopWord;
            }
        }

        // A character of Han that is part of a pair asks for nothing that the pair does not.
        var spans = variants.Keys.Where(span => !variants.Keys.Any(span.IsPartOf)).ToList();
        if (spans.Count == 0) return null;

        var slots = spans.Select((span, i) => new Slot(
            span.Position - spans[0].Position,
            [.. variants[span].Distinct()],
            isPrefix && i == spans.Count - 1 ? [.. analyzers.Select(analyzer => analyzer.Prefix(text.AsSpan(span.Start, span.End - span.Start))).Distinct()] : []));
        return new(source, [.. slots], slop, field is null ? -1 : FieldNumber(field), isStopWord && spans.Count == 1 && source is TermQuery { Field: null });
    }

    private int FieldNumber(string name)
    {
        for (var i = 0; i < schema.Texts.Length; i++)
        {
            if (schema.Texts[i].Name == name) return i;
        }

        throw new ArgumentException($"The index has no text field \"{name}\".", nameof(name));
    }
}
