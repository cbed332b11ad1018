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

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<(int Documents, int LastDoc)> _counts = [];
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

    /// <summary>The number of a word while building, the same for all its forms; negative when it is not kept.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        if (!IsKept(word)) return -1;
        Normalize(word, _word);
        if (_lookup.TryGetValue(_word.Letters, out var number)) return number;
        number = _counts.Count;
        _words.Add(_word.Letters.ToString(), number);
        _counts.Add((0, -1));
        return number;
    }

    /// <summary>Adds a word of a document.</summary>
    /// <param name="doc">The document, not smaller than the one before.</param>
    /// <param name="number">The word's number; a negative one is passed over.</param>
    public void Add(int doc, int number)
    {
        if (number < 0) return;
        ref var count = ref CollectionsMarshal.AsSpan(_counts)[number];
        if (count.LastDoc != doc) count = (count.Documents + 1, doc);
    }

    /// <summary>Writes the words and their numbers of documents.</summary>
    public void Write(SectionWriter writer)
    {
        var words = _words.Select(pair => (Bytes: Encoding.UTF8.GetBytes(pair.Key), _counts[pair.Value].Documents)).ToArray();
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
