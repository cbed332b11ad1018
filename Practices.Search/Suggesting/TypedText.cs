using System.Collections.Immutable;
using System.Text;

namespace Practices.Search.Suggesting;

/// <summary>What somebody has typed so far, read as words of which any may be unfinished. Any text can be read.</summary>
public sealed class TypedText
{
    /// <summary>The most UTF-16 units that are read.</summary>
    public const int MaxLength = 100;

    /// <summary>The most words that are read.</summary>
    public const int MaxWords = 8;

    /// <summary>The most letters of a word in text without spaces; a longer run is read as several words.</summary>
    internal const int MaxUnspaced = 24;

    private readonly WordFolding _folding = new();

    private TypedText(string text)
    {
        var words = new List<string>();
        var line = new StringBuilder();
        var runs = new WordRuns(text.AsSpan(0, Math.Min(text.Length, MaxLength)));
        while (words.Count < MaxWords && runs.MoveNext())
        {
            var word = _folding.Fold(text.AsSpan(runs.Start, runs.End - runs.Start));
            if (word.IsEmpty) continue;
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
            for (; runs.IsUnspaced && word.Length > MaxUnspaced && words.Count < MaxWords - 1; word = word[Cut(word)..]) words.Add(word[..Cut(word)].ToString());
            words.Add(word[..(runs.IsUnspaced ? Cut(word) : word.Length)].ToString());
        }

        Line = line.ToString();
        Words = [.. words];
    }

    /// <summary>The words, folded, in their order.</summary>
    internal ImmutableArray<string> Words { get; }

    /// <summary>All of it, folded, with one space between words.</summary>
    internal string Line { get; }

    /// <summary>Reads what was typed.</summary>
    public static TypedText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text);
    }

    /// <summary>Where a text holds what was typed.</summary>
    /// <returns>The marks in the order of the text; none unless every typed word begins a word of it.</returns>
    public ImmutableArray<SuggestionMark> MarksIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Words.IsEmpty ? [] : new MarkFinder(text, Words, _folding).Find();
    }

    // A pair of surrogates is one character and stays whole.
    private static int Cut(ReadOnlySpan<char> word) =>
        word.Length <= MaxUnspaced ? word.Length : char.IsLowSurrogate(word[MaxUnspaced]) ? MaxUnspaced - 1 : MaxUnspaced;
}
