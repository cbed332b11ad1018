using System.Collections.Immutable;
using System.Globalization;
using Practices.Search.Facets;

namespace Practices.Search.Queries;

/// <summary>
/// Reads what stands behind the name of a facet, <c>city:durban</c> or <c>year:2015..2020</c>, and behind <c>near:</c>. What cannot be read so is read as plain
/// words, and the reader told.
/// </summary>
/// <param name="fields">The names.</param>
/// <param name="notes">Receives sentences for the reader.</param>
internal sealed class FieldReader(QueryFields fields, ImmutableArray<string>.Builder notes)
{
    /// <summary>Stands between the ends of a range.</summary>
    public const string RangeMark = "..";

    private const double UsualKilometres = 50;

    /// <summary>Reads a word behind a facet's name.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="word">The word as typed.</param>
    public Query ReadWord(string facet, string word)
    {
        var mark = word.IndexOf(RangeMark, StringComparison.Ordinal);
        if (mark >= 0)
        {
            var (from, to) = (QueryLetters.Trim(word[..mark]), QueryLetters.Trim(word[(mark + RangeMark.Length)..]));

            // Ends the wrong way round can mean only one thing.
            var isWrong = from.Length > 0 && to.Length > 0 && string.CompareOrdinal(from, to) > 0;
            if (isWrong && !to.Contains(':', StringComparison.Ordinal) && !to.Contains(RangeMark, StringComparison.Ordinal)) (from, to) = (to, from);
            return new FacetRangeQuery(facet, from, to);
        }

        return Value(facet, QueryLetters.TrimEnd(word)) is { } value ? value : WordReader.Read(word, field: null);
    }

    /// <summary>Reads what stands in quotation marks behind a facet's name; <see langword="null"/> when that is nothing.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="words">The words between the marks.</param>
    public Query? ReadPhrase(string facet, string words)
    {
        if (words.Length == 0) return null;
        if (!words.Any(QueryLetters.IsWord)) return fields.PathOf(facet, words) is { } path ? new FacetQuery(facet, path) : null;
        return Value(facet, words) is { } value ? value : new PhraseQuery(words);
    }

    /// <summary>Reads latitude, longitude and, if it is there, a distance.</summary>
    /// <param name="text">The query.</param>
    /// <param name="at">Where the numbers begin; moved behind what was read.</param>
    public Query ReadNear(string text, ref int at)
    {
        var end = at;
        if (TryReadNumber(text, ref end, out var latitude) && TryReadComma(text, ref end) && TryReadNumber(text, ref end, out var longitude))
        {
            var kilometres = UsualKilometres;
            var isRead = !TryReadComma(text, ref end) || TryReadNumber(text, ref end, out kilometres);
            if (text.AsSpan(end).StartsWith("km", StringComparison.OrdinalIgnoreCase)) end += "km".Length;
            if (isRead && IsEnd(text, end) && GeoPoint.IsOnEarth(latitude, longitude) && kilometres is > 0 and <= NearQuery.MaxKilometres)
            {
                at = end;
                return new NearQuery(new(latitude, longitude), kilometres);
            }
        }

        var start = at;
        while (at < text.Length && !QueryLetters.IsBreak(text[at])) at++;
        notes.Add(
            $"{QueryFields.Near}: takes a latitude from -90 to 90, a longitude from -180 to 180 and, after another comma, kilometres, as in near:-29.86,31.02,100. "
            + "What stands there was searched for as words.");
        var word = text[start..at];
        return WordReader.Read(word[word.AsSpan().IndexOfAnyExcept("+-.")..], field: null);
    }

    private FacetQuery? Value(string facet, string value)
    {
        if (fields.PathOf(facet, value) is { } path) return new(facet, path);
        notes.Add($"There is no {facet} called \"{value}\"; it was searched for as words.");
        return null;
    }

    private static bool TryReadNumber(string text, ref int at, out double number)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '+' or '-' or '.' or 'e' or 'E')) at++;

        // A full stop behind the last number ends a sentence.
        if (at > start && text[at - 1] == '.') at--;
        return double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    // A comma, and spaces after it, which people put there; only before another number.
    private static bool TryReadComma(string text, ref int at)
    {
        if (at >= text.Length || text[at] != ',') return false;
        var next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next == text.Length || !(char.IsAsciiDigit(text[next]) || text[next] is '+' or '-' or '.')) return false;
        at = next;
        return true;
    }

    // Whether nothing that belongs to a word follows.
    private static bool IsEnd(string text, int at)
    {
        while (at < text.Length && !QueryLetters.IsBreak(text[at]))
        {
            if (QueryLetters.IsWord(text[at])) return false;
            at++;
        }

        return true;
    }
}
