using System.Text;
using Practices.Search.Analysis;

namespace Practices.Indexer.Indexing;

/// <summary>What a name is compared by in one language: its words after the analysis of that language, without stop words.</summary>
/// <param name="Text">The language and the words; equal for two spellings or forms of one name.</param>
/// <param name="HasLooseEnds">Whether a stop word stood before or after the words: a part of a sentence more than a name.</param>
internal readonly record struct NameKey(string Text, bool HasLooseEnds)
{
    /// <summary>The first word of a text's key, with the language; <see langword="null"/> when the text begins with a stop word or holds no word.</summary>
    public static string? StartOf(string language, string text)
    {
        string? start = null;
        var first = TokenSpan.Before;
        foreach (var token in Analyzers.For(language).Analyze(text))
        {
            if (token.IsStopWord || (start is not null && token.Span != first)) break;
            first = token.Span;
            start = $"{language} {token.Term}";
        }

        return start;
    }

    /// <summary>The key of a text; <see langword="null"/> when only stop words are in it, or nothing.</summary>
    public static NameKey? Of(string language, string text)
    {
        var key = new StringBuilder(language);
        var last = TokenSpan.Before;
        var lastStart = key.Length;
        var (beginsLoose, endsLoose) = (false, false);
        foreach (var token in Analyzers.For(language).Analyze(text))
        {
            endsLoose = token.IsStopWord;
            if (token.IsStopWord)
            {
                beginsLoose |= key.Length == language.Length;
                continue;
            }

            // Of a word that has two stems, the second is the one without accents, which every spelling has.
            if (token.Span == last) key.Length = lastStart;
            last = token.Span;
            lastStart = key.Length;
            key.Append(' ').Append(token.Term);
        }

        return key.Length == language.Length ? null : new(key.ToString(), beginsLoose || endsLoose);
    }
}
