using System.Collections.Immutable;
using System.Text;
using Practices.Search.Analysis;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Searching;

/// <summary>Finds the words of the index that were probably meant by those of a query that no document, or only one, holds.</summary>
/// <param name="snapshot">The index.</param>
internal sealed class SpellChecker(IndexSnapshot snapshot)
{
    // Each word is a walk through all words of the index; who pastes a page does not ask how it is spelt.
    private const int MaxWords = 8;

    // How many times more frequent a neighbour must be for a word that is found once to be taken for a slip.
    private const int TimesMoreFrequent = 20;

    /// <summary>The words of a query that were probably meant otherwise.</summary>
    /// <param name="query">The query, in index terms.</param>
    public ImmutableArray<CorrectedWord> Corrections(Query query)
    {
        var words = ImmutableArray.CreateBuilder<CorrectedWord>();
        var doubtful = 0;
        foreach (var word in PlainWords(query).DistinctBy(Typed).Where(word => WordListBuilder.IsKept(Typed(word))))
        {
            if (DocumentsWith(word.Slots[0].Terms) is not (var documents and <= 1)) continue;
            if (Correct(Typed(word), documents) is { } correction) words.Add(new(Typed(word), correction));
            if (++doubtful == MaxWords) break;
        }

        return words.DrainToImmutable();
    }

    /// <summary>A query with the words that were meant.</summary>
    /// <param name="query">The query as read.</param>
    /// <param name="words">The words.</param>
    public static Query Rewrite(Query query, ImmutableArray<CorrectedWord> words) => query switch
    {
        TermQuery term => words.FirstOrDefault(word => word.Typed == term.Text) is { Correction: { } correction } ? term with { Text = correction } : term,
        AndQuery and => AndQuery.Of(and.Parts.Select(part => Rewrite(part, words))),
        OrQuery or => OrQuery.Of(or.Parts.Select(part => Rewrite(part, words))),
        _ => query,
    };

    // What stands under a minus is wanted not to be found, and words with a meaning of their own are known even if no text holds them.
    private static IEnumerable<WordsQuery> PlainWords(Query query) => query switch
    {
        WordsQuery { Source: TermQuery, Slots.Length: 1, IsStopWord: false } word => [word],
        AndQuery and => and.Parts.SelectMany(PlainWords),
        OrQuery or => or.Parts.SelectMany(PlainWords),
        _ => [],
    };

    private static string Typed(WordsQuery word) => ((TermQuery)word.Source).Text;

    private string? Correct(string typed, int documents)
    {
        var word = WordListBuilder.Normalize(typed);
        var edits = documents == 0 ? FuzzyQuery.MaxEdits : 1;
        var near = FuzzyTerms.Of(snapshot.Segments.Select(reader => reader.Segment.Words), [word], edits).Where(other => other.Distance > 0 && !IsStopWord(other.Text));
        if (documents == 1) near = near.Where(other => other.Documents >= TimesMoreFrequent);
        return near
            .OrderBy(other => other.Distance)
            .ThenByDescending(other => other.Documents)
            .ThenByDescending(other => other.Text[0] == word[0])
            .ThenBy(other => other.Text, StringComparer.Ordinal)
            .Select(other => other.Text)
            .FirstOrDefault();
    }

    // At most: a document that holds two of the terms counts twice.
    private int DocumentsWith(ImmutableArray<string> terms) => terms.Sum(snapshot.DocumentCount);

    // To put "the" in the place of a word would find everything.
    private bool IsStopWord(string word)
    {
        foreach (var analyzer in snapshot.Analyzers)
        {
            foreach (var token in analyzer.Analyze(word))
            {
                if (token.IsStopWord) return true;
            }
        }

        return false;
    }
}
