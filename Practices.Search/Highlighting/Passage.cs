using System.Collections.Immutable;

namespace Practices.Search.Highlighting;

/// <summary>A stretch of a text that is shown, with what is marked in it.</summary>
/// <param name="text">The whole text.</param>
/// <param name="start">Index of the first character shown.</param>
/// <param name="end">Index after the last.</param>
/// <param name="marks">What is marked, ordered; some may lie outside or overlap.</param>
/// <param name="words">How many different words of the query the passage shows.</param>
internal readonly ref struct Passage(ReadOnlySpan<char> text, int start, int end, List<Mark> marks, int words)
{
    /// <summary>About as many UTF-16 units as a passage has: two lines on a screen, four on a phone.</summary>
    public const int Length = 220;

    // How far a passage's ends may move to fall between words or sentences.
    private const int Give = 40;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>How many different words of the query the passage shows.</summary>
    public int Words { get; } = words;

    /// <summary>The whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">What is to be marked, ordered.</param>
    /// <param name="shown">Working memory: a number for each word of the query.</param>
    public static Passage Whole(ReadOnlySpan<char> text, List<Mark> marks, Span<int> shown)
    {
        shown.Clear();
        foreach (var mark in marks) shown[mark.Words] = 1;
        return new(text, 0, text.Length, marks, shown.Count(1));
    }

    /// <summary>The stretch that shows the most different words, then the most words; the first among equals.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="marks">What is to be marked, ordered; at least one.</param>
    /// <param name="shown">Working memory: a number for each word of the query.</param>
    public static Passage Best(ReadOnlySpan<char> text, List<Mark> marks, Span<int> shown)
    {
        if (text.Length <= Length + Give) return Whole(text, marks, shown);

        shown.Clear();
        var different = 0;
        var (bestFirst, bestLast, bestDifferent) = (0, 0, 0);
        var first = 0;
        for (var last = 0; last < marks.Count; last++)
        {
            if (shown[marks[last].Words]++ == 0) different++;
            for (; first < last && marks[last].End - marks[first].Start > Length - Give; first++)
            {
                if (--shown[marks[first].Words] == 0) different--;
            }

            if (different < bestDifferent || (different == bestDifferent && last - first <= bestLast - bestFirst)) continue;
            (bestFirst, bestLast, bestDifferent) = (first, last, different);
        }

        var (start, end) = Around(text, marks[bestFirst].Start, marks[bestLast].End);
        return new(text, start, end, marks, bestDifferent);
    }

    /// <summary>The passage as alternating runs of plain and marked text.</summary>
    public Snippet ToSnippet(string field)
    {
        var fragments = ImmutableArray.CreateBuilder<Fragment>();
        var at = start;
        foreach (var mark in marks)
        {
            // What overlaps the mark before it only prolongs it: neighbouring pairs of Han characters do.
            var from = Math.Max(mark.Start, at);
            var to = Math.Min(mark.End, end);
            if (from >= to) continue;
            if (from > at) fragments.Add(new(_text[at..from].ToString(), IsMatch: false));
            if (from == mark.Start || fragments.Count == 0 || !fragments[^1].IsMatch) fragments.Add(new(_text[from..to].ToString(), IsMatch: true));
            else fragments[^1] = new(string.Concat(fragments[^1].Text, _text[from..to]), IsMatch: true);
            at = to;
        }

        if (at < end) fragments.Add(new(_text[at..end].ToString(), IsMatch: false));
        return new(field, fragments.DrainToImmutable(), start > 0, end < _text.Length);
    }

    // A stretch of about the right length around the marks, beginning with a sentence where one begins near, else with a word.
    private static (int Start, int End) Around(ReadOnlySpan<char> text, int first, int last)
    {
        var spare = Math.Max(0, Length - (last - first));
        var start = Math.Max(0, first - (spare / 2));
        var end = Math.Min(text.Length, Math.Max(last, start + Length));
        start = Math.Max(0, Math.Min(start, end - Length));

        start = StartOfSentence(text, start, first) ?? (start == 0 ? 0 : StartOfWord(text, start, first));
        end = Math.Min(text.Length, Math.Max(last, start + Length));
        if (end < text.Length) end = EndOfWord(text, end, last);
        while (start < first && char.IsWhiteSpace(text[start])) start++;
        while (end > last && char.IsWhiteSpace(text[end - 1])) end--;
        return (start, end);
    }

    private static int? StartOfSentence(ReadOnlySpan<char> text, int from, int first)
    {
        for (var i = Math.Max(from - Give, 1); i <= Math.Min(from + Give, first); i++)
        {
            var isStart = text[i - 1] is '\n' or '。' || (i >= 2 && char.IsWhiteSpace(text[i - 1]) && text[i - 2] is '.' or '!' or '?');
            if (isStart) return i;
        }

        return null;
    }

    private static int StartOfWord(ReadOnlySpan<char> text, int from, int first)
    {
        for (var i = from; i <= Math.Min(from + Give, first); i++)
        {
            if (char.IsWhiteSpace(text[i - 1])) return i;
        }

        // No spaces near, as in Chinese: between any two characters will do.
        return char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int from, int last)
    {
        for (var i = from; i >= Math.Max(from - Give, last); i--)
        {
            if (char.IsWhiteSpace(text[i])) return i;
        }

        return char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }
}
