using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Facets;

namespace Practices.Search.Queries;

/// <summary>
/// Lets words also find what carries a concept that they name, so that a word of one language finds a document in another. One word becomes a
/// <see cref="SynonymQuery"/> of itself and the concepts. Several words that are one name become "all of the words, or the concepts": each word is still
/// scored as itself. Words under a minus, in quotation marks, with an asterisk or a field mean what they say.
/// </summary>
internal sealed class QueryWidening
{
    /// <summary>The most words that a name is looked for in.</summary>
    public const int MaxWords = 6;

    private readonly IQueryVocabulary _vocabulary;
    private readonly MatchWords _match;
    private readonly Func<string, FacetPath, bool> _isCarried;
    private readonly UnspacedNames _unspaced;
    private readonly ImmutableArray<WidenedWords>.Builder _widened = ImmutableArray.CreateBuilder<WidenedWords>();

    private bool _isChanged;

    private QueryWidening(IQueryVocabulary vocabulary, MatchWords match, Func<string, FacetPath, bool> isCarried)
    {
        _vocabulary = vocabulary;
        _match = match;
        _isCarried = isCarried;
        _unspaced = new(word => !SynonymsOf([word]).IsEmpty);
    }

    /// <summary>Widens a query as it was parsed.</summary>
    /// <param name="query">The query.</param>
    /// <param name="match">How it was parsed: where any word will do, the words that an <see cref="OrQuery"/> joins stood side by side.</param>
    /// <param name="vocabulary">Knows the names.</param>
    /// <param name="isCarried">Whether any document carries a value; others are not searched for.</param>
    /// <returns>The query, <see langword="null"/> where no word of it is to be taken otherwise than typed; and what words were taken for.</returns>
    public static (Query? Query, ImmutableArray<WidenedWords> Widened) Widen(
        Query query, MatchWords match, IQueryVocabulary vocabulary, Func<string, FacetPath, bool> isCarried)
    {
        var widening = new QueryWidening(vocabulary, match, isCarried);
        var wide = widening.Widen(query);
        return (widening._isChanged ? wide : null, widening._widened.DrainToImmutable());
    }

    private Query Widen(Query query) => query switch
    {
        TermQuery { Field: null } => Joined(SideBySide([query], MaxWords)),
        AndQuery and => AndQuery.Of(SideBySide(and.Parts, MaxWords)),
        OrQuery or => OrQuery.Of(SideBySide(or.Parts, _match is MatchWords.Any ? MaxWords : 1)),
        _ => query,
    };

    private List<Query> SideBySide(ImmutableArray<Query> parts, int maxWords)
    {
        parts = [.. parts.SelectMany(part => IsPlain(part) ? Cut((TermQuery)part) : [part])];
        var widened = new List<Query>();
        var languages = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length;)
        {
            var (length, synonyms) = LongestName(parts.AsSpan()[i..], maxWords);
            if (length == 0)
            {
                widened.Add(IsPlain(parts[i]) ? parts[i] : Widen(parts[i]));
                i++;
                continue;
            }

            var words = parts.Slice(i, length);
            var concepts = synonyms.RemoveAll(synonym => synonym.Weight == 0);
            foreach (var synonym in concepts) languages.UnionWith(synonym.Languages);
            widened.AddRange(concepts.IsEmpty ? words : WithConcepts(words, concepts));
            i += length;
        }

        // "agua en Durban": beside a Spanish name "en" is Spanish, whatever languages the index holds.
        if (widened.Exists(part => !IsStopWord(part, languages))) widened.RemoveAll(part => IsStopWord(part, languages));
        return widened;
    }

    private (int Length, ImmutableArray<ConceptSynonym> Synonyms) LongestName(ReadOnlySpan<Query> parts, int maxWords)
    {
        var words = new List<string>();
        while (words.Count < Math.Min(parts.Length, maxWords) && IsPlain(parts[words.Count])) words.Add(((TermQuery)parts[words.Count]).Text);
        for (; words.Count > 0; words.RemoveAt(words.Count - 1))
        {
            if (SynonymsOf([.. words]) is { Length: > 0 } synonyms) return (words.Count, synonyms);
        }

        return (0, []);
    }

    private ImmutableArray<ConceptSynonym> SynonymsOf(ReadOnlySpan<string> words) =>
        [.. _vocabulary.SynonymsOf(words).Where(synonym => synonym.Weight == 0 || _isCarried(synonym.Field, synonym.Path))];

    private IEnumerable<Query> WithConcepts(ImmutableArray<Query> words, ImmutableArray<ConceptSynonym> synonyms)
    {
        _isChanged = true;
        var typed = string.Join(' ', words);
        _widened.AddRange(synonyms.Select(synonym => new WidenedWords(typed, synonym.Field, synonym.Path, synonym.Label)));
        var parts = synonyms.Select(synonym => synonym.LongForm).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(form => (Query)new PhraseQuery(form))
            .Concat(synonyms.Select(synonym => new FacetQuery(synonym.Field, synonym.Path, synonym.Weight)));
        if (words.Length == 1) return [new SynonymQuery([words[0], .. parts])];

        var concept = new SynonymQuery([.. parts]);
        if (_match is MatchWords.Any) return [.. words, concept];
        return [OrQuery.Of([AndQuery.Of(words.Where(word => synonyms.All(synonym => !IsStopWord(word, synonym.Languages)))), concept])];
    }

    // A text without spaces that is no name itself, at the borders of the names in it.
    private IEnumerable<Query> Cut(TermQuery word)
    {
        var pieces = _unspaced.Cut(word.Text);
        _isChanged |= pieces.Count > 1;
        return pieces.Select(piece => new TermQuery(piece));
    }

    private Query Joined(List<Query> parts) => _match is MatchWords.Any ? OrQuery.Of(parts) : AndQuery.Of(parts);

    private static bool IsPlain(Query part) => part is TermQuery { Field: null };

    private static bool IsStopWord(Query part, IEnumerable<string> languages)
    {
        if (part is not TermQuery { Field: null, Text: var text }) return false;
        foreach (var language in languages)
        {
            var isStopWord = false;
            foreach (var token in Analyzers.For(language).Analyze(text)) isStopWord = token.IsStopWord;
            if (isStopWord) return true;
        }

        return false;
    }
}
