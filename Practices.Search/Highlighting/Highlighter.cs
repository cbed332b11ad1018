using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Practices.Search.Analysis;
using Practices.Search.Index;
using Practices.Search.Postings;
using Practices.Search.Queries;

namespace Practices.Search.Highlighting;

/// <summary>
/// Finds the words of a query in the texts of a document, and the passages that show most of them. Only the words whose <see cref="TermHash"/> is one of the query's are
/// read, in texts that have any. For one search and one thread.
/// </summary>
internal sealed class Highlighter
{
    private readonly IndexSchema _schema;
    private readonly WantedWords[] _wanted;
    private readonly WantedHashes _hashes;
    private readonly uint _fields;
    private readonly TermBuffer _term = new();
    private readonly List<Mark> _marks = [];
    private readonly int[] _shown;

    /// <summary>Prepares for the documents of one search.</summary>
    /// <param name="schema">The fields; the first is the title, which is shown whole.</param>
    /// <param name="wanted">What the query asks for.</param>
    public Highlighter(IndexSchema schema, IEnumerable<WordsQuery> wanted)
    {
        ImmutableArray<WordsQuery> all = [.. wanted];
        _schema = schema;
        _wanted = [.. all.Select(words => new WantedWords(words))];
        _hashes = new(all);
        _shown = new int[_wanted.Length];
        foreach (var words in all) _fields |= words.Fields;
    }

    /// <summary>The best passage of each field that holds a word of the query, in the schema's order.</summary>
    /// <param name="texts">The document's texts, those of a field one after the other.</param>
    /// <param name="dictionary">The terms of its segment.</param>
    /// <param name="terms">What the words of its language become.</param>
    public ImmutableArray<Snippet> Highlight(FieldTexts texts, TermDictionary dictionary, WordTerms terms)
    {
        var hashes = _hashes.In(dictionary);
        if (!texts.Terms.Hashes.ContainsAny(hashes)) return [];

        var snippets = ImmutableArray.CreateBuilder<Snippet>();
        var fieldOfBest = -1;
        var wordsOfBest = 0;
        foreach (var text in texts)
        {
            if ((_fields & (1u << text.Field)) == 0) continue;
            var vector = texts.Terms[text.Entries];
            var first = vector.Hashes.IndexOfAny(hashes);
            if (first < 0) continue;

            var letters = ArrayPool<char>.Shared.Rent(text.Utf8.Length);
            try
            {
                ReadOnlySpan<char> decoded = letters.AsSpan(0, Encoding.UTF8.GetChars(text.Utf8, letters));
                FindMarks(decoded, text.Field, vector, hashes, first, terms);
                if (_marks.Count == 0) continue;

                // Of the texts of a field the one that shows the most words, the first among equals.
                if (text.Field != fieldOfBest) wordsOfBest = 0;
                var passage = text.Field == 0 ? Passage.Whole(decoded, _marks, _shown) : Passage.Best(decoded, _marks, _shown);
                if (passage.Words <= wordsOfBest) continue;
                if (text.Field == fieldOfBest) snippets.RemoveAt(snippets.Count - 1);
                snippets.Add(passage.ToSnippet(_schema.Texts[text.Field].Name));
                (fieldOfBest, wordsOfBest) = (text.Field, passage.Words);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(letters);
            }
        }

        return snippets.DrainToImmutable();
    }

    // Gathers the stretches of a text that the query asks for, in order.
    private void FindMarks(ReadOnlySpan<char> text, int field, TermVector vector, SearchValues<byte> hashes, int first, WordTerms terms)
    {
        _marks.Clear();
        foreach (var words in _wanted) words.Clear();
        var (start, position, read) = (-1, -1, 0);
        for (var entry = first; entry < vector.Steps.Length;)
        {
            var next = entry + 1;
            if (vector.Steps[entry] != TermVector.Far)
            {
                // All terms of the word, of which any may be the one that is wanted.
                while (vector.Steps[entry] == TermVector.Same) entry--;
                while (next < vector.Steps.Length && vector.Steps[next] == TermVector.Same) next++;
                var (units, words) = vector.Walk(read..(entry + 1));
                (start, position, read) = (start + units, position + words, entry + 1);
                Read(text, field, new(start, start, position), next - entry, terms);
            }

            var rest = vector.Hashes[next..].IndexOfAny(hashes);
            if (rest < 0) break;
            entry = next + rest;
        }

        for (var i = 0; i < _wanted.Length; i++) _wanted[i].AddMarks(i, _marks);
        _marks.Sort();
    }

    // Gives the tokens of one position to the words that ask for them.
    private void Read(ReadOnlySpan<char> text, int field, TokenSpan place, int entries, WordTerms terms)
    {
        var fields = 1u << field;
        var span = place with { Position = -1 };
        while (terms.Tokenizer.MoveNext(text, ref span) && span.Position == 0)
        {
            foreach (var term in terms.Of(text[span.Start..span.End], _term))
            {
                foreach (var words in _wanted)
                {
                    if ((words.Fields & fields) != 0) words.Add(term, span with { Position = place.Position });
                }
            }

            // One term is one token; looking for another would read the next word.
            if (entries == 1) break;
        }
    }
}
