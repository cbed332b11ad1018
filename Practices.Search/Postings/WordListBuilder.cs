using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Practices.Search.Analysis;
using Practices.Search.Storage;

namespace Practices.Search.Postings;

/// <summary>Gathers the words of documents and writes them as a <see cref="WordList"/>.</summary>
internal sealed class WordListBuilder
{
    // Shorter words are never corrected, nor a correction.
    private const int LeastLetters = 3;

    private static readonly ImmutableArray<ITokenFilter> Filters = [new LowerCase(), new Composition()];

    private readonly Dictionary<string, (int Documents, int LastDoc)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Documents, int LastDoc)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly TermBuffer _word = new();

    public WordListBuilder() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether a word is one of those that are kept. Numbers are not misspelt words, and of languages that are written without spaces only characters and
    /// pairs are known.
    /// </summary>
    public static bool IsKept(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var letter in word)
        {
            if (char.IsDigit(letter)) return false;
            if (char.IsLetter(letter)) letters++;
        }

        return letters >= LeastLetters;
    }

    /// <summary>A word in the form in which it is kept: lower case, each letter and its accent one character.</summary>
    public static string Normalize(string word)
    {
        var buffer = new TermBuffer();
        Normalize(word, buffer);
        return buffer.Letters.ToString();
    }

    /// <summary>Adds a word.</summary>
    /// <param name="doc">The document, not smaller than the one before.</param>
    /// <param name="word">The word as it stands in the text.</param>
    public void Add(int doc, ReadOnlySpan<char> word)
    {
        if (!IsKept(word)) return;
        Normalize(word, _word);
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, _word.Letters, out var exists);
        if (exists && entry.LastDoc == doc) return;
        entry = (entry.Documents + 1, doc);
    }

    /// <summary>Writes the words and their numbers of documents.</summary>
    public void Write(SectionWriter writer)
    {
        var words = _words.Select(pair => (Bytes: Encoding.UTF8.GetBytes(pair.Key), pair.Value.Documents)).ToArray();
        Array.Sort(words, (a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));

        var starts = new int[words.Length + 1];
        writer.Begin(WordList.WordBytes);
        for (var i = 0; i < words.Length; i++)
        {
            writer.Write<byte>(words[i].Bytes);
            starts[i + 1] = starts[i] + words[i].Bytes.Length;
        }

        writer.Section<int>(WordList.WordStarts, starts);
        writer.Section<int>(WordList.DocumentCounts, Array.ConvertAll(words, word => word.Documents));
    }

    private static void Normalize(ReadOnlySpan<char> word, TermBuffer buffer)
    {
        buffer.Set(word);
        foreach (var filter in Filters) filter.Apply(buffer);
    }
}
