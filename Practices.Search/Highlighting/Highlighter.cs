using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Index;
using Practices.Search.Queries;

namespace Practices.Search.Highlighting;

/// <summary>Finds the words of a query in the texts of a document, and the passages that show most of them. For one search and one thread.</summary>
internal sealed class Highlighter
{
    private readonly IndexSchema _schema;
    private readonly WantedWords[] _wanted;
    private readonly TermBuffer _term = new();

    /// <summary>Prepares for the documents of one search.</summary>
    /// <param name="schema">The fields; the first is the title, which is shown whole.</param>
    /// <param name="wanted">What the query asks for.</param>
    public Highlighter(IndexSchema schema, IEnumerable<WordsQuery> wanted)
    {
        _schema = schema;
        _wanted = [.. wanted.Select(words => new WantedWords(words))];
    }

    /// <summary>The best passage of each field that holds a word of the query, in the schema's order.</summary>
    /// <param name="texts">The document's texts, field by field.</param>
    /// <param name="terms">What the words of its language become.</param>
    public ImmutableArray<Snippet> Highlight(ImmutableArray<(int Field, string Text)> texts, WordTerms terms)
    {
        var snippets = ImmutableArray.CreateBuilder<Snippet>();
        Passage? best = null;
        for (var i = 0; i < texts.Length; i++)
        {
            var (field, text) = texts[i];
            var marks = Marks(field, text, terms);
            if (marks.Count > 0)
            {
                var passage = field == 0 ? Passage.Whole(text, marks) : Passage.Best(text, marks, _wanted.Length);
                if (best is null || passage.Words > best.Words) best = passage;
            }

            if (best is not null && (i + 1 == texts.Length || texts[i + 1].Field != field))
            {
                snippets.Add(best.ToSnippet(_schema.Texts[field].Name));
                best = null;
            }
        }

        return snippets.DrainToImmutable();
    }

    // The stretches of a text that the query asks for, in order.
    private List<Mark> Marks(int field, ReadOnlySpan<char> text, WordTerms terms)
    {
        var fields = 1u << field;
        foreach (var words in _wanted) words.Clear();
        var span = TokenSpan.Before;
        while (terms.Tokenizer.MoveNext(text, ref span))
        {
            foreach (var term in terms.Of(text[span.Start..span.End], _term))
            {
                foreach (var words in _wanted)
                {
                    if ((words.Fields & fields) != 0) words.Add(term, span);
                }
            }
        }

        var marks = new List<Mark>();
        for (var i = 0; i < _wanted.Length; i++) _wanted[i].AddMarks(i, marks);
        marks.Sort();
        return marks;
    }
}
