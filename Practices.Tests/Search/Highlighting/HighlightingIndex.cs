using System.Collections.Immutable;
using Practices.Search.Analysis;
using Practices.Search.Highlighting;
using Practices.Search.Index;
using Practices.Search.Queries;

namespace Practices.Tests.Search.Highlighting;

/// <summary>Texts in an index, whose words can be marked for any query.</summary>
internal sealed class HighlightingIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexSnapshot _snapshot;
    private readonly ImmutableDictionary<string, WordTerms> _terms;

    public HighlightingIndex(params ImmutableArray<Document> documents)
    {
        IndexWriter.Write(_folder.Path, Schema, documents, "texts");
        _snapshot = IndexSnapshot.Open(_folder.Path);
        _terms = documents.Select(document => document.Language).Distinct().ToImmutableDictionary(language => language, language => new WordTerms(Analyzers.For(language)));
    }

    public static IndexSchema Schema { get; } = new([new("title", 2), new("body"), new("note")], []);

    public static Document Document(string id, string language, params ImmutableArray<FieldText> texts) => new() { Id = id, Language = language, Title = id, Texts = texts };

    public static ImmutableArray<WordsQuery> Wanted(string query, params ImmutableArray<string> languages)
    {
        var parsed = QueryParser.Parse(query, QueryFields.OfTexts("title", "body", "note"), MatchWords.Any);
        var analyzed = new QueryAnalysis([.. languages.Select(Analyzers.For)], Schema).Analyze(parsed.Query);
        return analyzed is null ? [] : [.. QueryAnalysis.Wanted(analyzed)];
    }

    public ImmutableArray<Snippet> Highlight(string id, ImmutableArray<WordsQuery> wanted)
    {
        var segment = _snapshot.Segments[0].Segment;
        var doc = segment.Find(id);
        return new Highlighter(Schema, wanted).Highlight(new(segment.Texts.Of(doc)), segment.Terms, _terms[segment.LanguageOf(doc)]);
    }

    /// <summary>The same by reading every word of every text.</summary>
    public static ImmutableArray<Snippet> ReadEveryWord(Document document, ImmutableArray<WordsQuery> wanted)
    {
        var snippets = ImmutableArray.CreateBuilder<Snippet>();
        for (var field = 0; field < Schema.Texts.Length; field++)
        {
            Snippet? best = null;
            var most = 0;
            foreach (var text in document.Texts.Where(text => text.Field == Schema.Texts[field].Name))
            {
                var marks = Marks(text.Text, field, document.Language, wanted);
                if (marks.Count == 0) continue;
                var shown = new int[wanted.Length];
                var passage = field == 0 ? Passage.Whole(text.Text, marks, shown) : Passage.Best(text.Text, marks, shown);
                if (passage.Words > most) (best, most) = (passage.ToSnippet(text.Field), passage.Words);
            }

            if (best is not null) snippets.Add(best);
        }

        return snippets.DrainToImmutable();
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    private static List<Mark> Marks(string text, int field, string language, ImmutableArray<WordsQuery> wanted)
    {
        var marks = new List<Mark>();
        for (var i = 0; i < wanted.Length; i++)
        {
            if ((wanted[i].Fields & (1u << field)) == 0) continue;
            var words = new WantedWords(wanted[i]);
            foreach (var token in Analyzers.For(language).Analyze(text)) words.Add(token.Term.ToString(), token.Span);
            words.AddMarks(i, marks);
        }

        marks.Sort();
        return marks;
    }
}
