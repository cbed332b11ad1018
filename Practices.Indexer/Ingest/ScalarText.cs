using System.Globalization;
using System.Text;
using Practices.Indexer.Content;

namespace Practices.Indexer.Ingest;

/// <summary>
/// Reads values from the text of a scalar, by rules of our own, so that <c>NO</c> is Norway, <c>1:30</c> is text and <c>1_000</c> is a mistake.
/// Each reader gives the value, or what is wrong with the text and the remedy, to be put behind the key's name.
/// </summary>
internal static class ScalarText
{
    /// <summary>Text on one line: line breaks, tabs and runs of spaces become one space.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is ' ' or '\t' or '\n' or '\r' or '\x85')
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else
            {
                line.Append(character);
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>The number of words between spaces.</summary>
    public static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    public static (double? Value, string? Wrong) Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? (value, null)
            : (null, NotANumber(text, "a number"));

    public static (decimal? Value, string? Wrong) Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (value, null) : (null, NotANumber(text, "an amount"));

    public static (long? Value, string? Wrong) Integer(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? (value, null) : (null, NotANumber(text, "a whole number"));

    public static (bool? Value, string? Wrong) Flag(string text) => text switch
    {
        "true" or "True" or "TRUE" => (true, null),
        "false" or "False" or "FALSE" => (false, null),
        _ => (null, $"\"{Shown(text)}\" is neither true nor false. Write true or false."),
    };

    /// <summary>A year, a month or a day of ISO 8601: <c>2014</c>, <c>2014-05</c>, <c>2014-05-31</c>.</summary>
    public static (string? Value, string? Wrong) YearOrDate(string text)
    {
        var isOne = text.Length switch
        {
            4 => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0,
            7 => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        };
        return isOne ? (text, null) : (null, $"\"{Shown(text)}\" is not a year, a month or a day. Write 2014, 2014-05 or 2014-05-31.");
    }

    public static (DateOnly? Value, string? Wrong) Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date, null)
            : (null, $"\"{Shown(text)}\" is not a day of the calendar. Write year, month and day as 2014-05-31.");

    /// <summary>A moment with its zone. A moment without one would mean another time on every server.</summary>
    public static (DateTimeOffset? Value, string? Wrong) Moment(string text)
    {
        string[] formats = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm K", "yyyy-MM-dd HH:mm:ss K"];
        var hasZone = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasZone && DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? (moment, null)
            : (null, $"\"{Shown(text)}\" is not a date with time and zone. Write 2026-12-01T09:00+01:00, or 2026-12-01T08:00Z.");
    }

    /// <summary>A day, or a moment with its zone.</summary>
    public static ((DateOnly Day, DateTimeOffset? Moment)? Value, string? Wrong) DateOrMoment(string text)
    {
        if (text.Length <= 10) return Date(text) is { Value: { } day } ? ((day, null), null) : (null, Date(text).Wrong);
        return Moment(text) is { Value: { } moment } ? ((DateOnly.FromDateTime(moment.DateTime), moment), null) : (null, Moment(text).Wrong);
    }

    public static (string? Value, string? Wrong) Url(string text) =>
        UrlRules.IsWeb(text) ? (text, null) : (null, $"\"{Shown(text)}\" is not a web address. Write it whole, with http:// or https:// before it.");

    /// <summary>An address with one @ and a point after it; whether it exists only a letter can tell.</summary>
    public static (string? Value, string? Wrong) Email(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var isOne = at > 0 && at == text.LastIndexOf('@') && text.Length <= 254 && text.IndexOf('.', at) > at + 1 && text[^1] != '.' &&
            !text.Any(c => c <= ' ' || c is '<' or '>' or '(' or ')' or ',' or ';' or ':' or '"' or '\\' or '[' or ']' || char.IsControl(c) || char.IsWhiteSpace(c));
        return isOne ? (text, null) : (null, $"\"{Shown(text)}\" is not an e-mail address. Write it as office@city.gov.");
    }

    public static (string? Value, string? Wrong) Currency(string text) =>
        Currencies.Codes.Contains(text) ? (text, null) : (null, $"\"{Shown(text)}\" is not a currency. Write its ISO 4217 code, such as USD, EUR or ZAR.");

    public static (string? Value, string? Wrong) Id(string text)
    {
        if (RecordId.IsValid(text)) return (text, null);
        var suggestion = RecordId.FromName(text);
        return (null, $"\"{Shown(text)}\" is not an id: small letters a to z, digits and single hyphens.{(suggestion.Length > 0 ? $" Did you mean \"{Shown(suggestion)}\"?" : "")}");
    }

    /// <summary>A name of a file beside the record, never a way out of its folder.</summary>
    public static (string? Value, string? Wrong) FileName(string text)
    {
        var isOne = text.Length is > 0 and <= 200 && text[0] != '/' && !text.Any(c => c is '\\' or ':' or '?' or '#' or '%' or '*' or '"' or '<' or '>' or '|' || char.IsControl(c)) &&
            text.Split('/').All(part => part.Length > 0 && part[0] != '.' && part[^1] is not ('.' or ' '));
        return isOne ? (text, null) : (null, $"\"{Shown(text)}\" is not the name of a file beside the record. Put the file into the record's folder and write its name alone.");
    }

    /// <summary>At most sixty characters of a text, for a message.</summary>
    public static string Shown(string text)
    {
        var line = OneLine(text);
        return line.Length <= 60 ? line : line[..(char.IsHighSurrogate(line[59]) ? 59 : 60)] + "…";
    }

    private static string NotANumber(string text, string what)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length is > 0 and < 20 && text.All(c => char.IsAsciiDigit(c) || c is ',' or ' ' or '_' or '\'' or '\u00A0' or '\u202F')
            ? $"\"{Shown(text)}\" is not {what}. Leave out what parts the digits: {digits}."
            : $"\"{Shown(text)}\" is not {what}. Write digits only, and the unit or the word beside it in its own key.";
    }
}
