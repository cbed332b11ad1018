using System.Globalization;

namespace Practices.Search.Queries;

/// <summary>What the characters of a query are to its syntax.</summary>
internal static class QueryLetters
{
    /// <summary>Whether a character can be a part of a word.</summary>
    public static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter)
        is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether a character begins or ends a phrase.</summary>
    public static bool IsQuote(char letter) => letter is '"' or '“' or '”' or '„' or '«' or '»';

    /// <summary>Whether a character ends a word, whatever the word is.</summary>
    public static bool IsBreak(char letter) => char.IsWhiteSpace(letter) || letter is '(' or ')' or '|' || IsQuote(letter);

    /// <summary>A text without what stands before and after its words, such as a comma.</summary>
    public static string Trim(string text)
    {
        text = TrimEnd(text);
        var start = 0;
        while (start < text.Length && !IsWord(text[start])) start++;
        return text[start..];
    }

    /// <summary>A text without what stands after its last word.</summary>
    public static string TrimEnd(string text)
    {
        var end = text.Length;
        while (end > 0 && !IsWord(text[end - 1])) end--;
        return text[..end];
    }

    /// <summary>A facet's value as it is typed after the facet's name: in quotation marks where it would be read as something else without.</summary>
    public static string Value(string label)
    {
        var isWord = label.Length > 0 && IsWord(label[0]) && IsWord(label[^1]) && !label.Any(IsBreak)
            && !label.Contains(':', StringComparison.Ordinal) && !label.Contains(FieldReader.RangeMark, StringComparison.Ordinal);
        return isWord ? label : $"\"{Unquoted(label)}\"";
    }

    /// <summary>A text with single spaces in place of quotation marks and white space: as it can stand in quotation marks.</summary>
    public static string Unquoted(string text) => Spaced(string.Concat(text.Select(letter => IsQuote(letter) ? ' ' : letter)));

    /// <summary>A text with single spaces between its words.</summary>
    public static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
