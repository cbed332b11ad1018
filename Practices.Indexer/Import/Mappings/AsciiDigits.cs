using System.Globalization;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Writes the decimal digits of every script as 0 to 9, so that Arabic, Persian, Indian and full-width numbers are numbers.</summary>
internal static class AsciiDigits
{
    /// <summary>The text with such digits put in place of others.</summary>
    public static string Of(string text) =>
        text.Any(IsOther) ? string.Concat(text.Select(c => IsOther(c) ? (char)('0' + (int)CharUnicodeInfo.GetNumericValue(c)) : c)) : text;

    private static bool IsOther(char c) => !char.IsAscii(c) && char.IsDigit(c);
}
