using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Reads one number with the marks, words and units that people write around it: <c>1,200,000</c>, <c>1.2 million</c>, <c>about 3,5 ha</c>, <c>35 %</c>.</summary>
internal static partial class NumberText
{
    private static readonly FrozenDictionary<string, decimal> Multipliers = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["k"] = 1000,
        ["mil"] = 1000,
        ["mille"] = 1000,
        ["тыс"] = 1000,
        ["тысяч"] = 1000,
        ["ألف"] = 1000,
        ["千"] = 1000,
        ["万"] = 10_000,
        ["lakh"] = 100_000,
        ["lakhs"] = 100_000,
        ["crore"] = 10_000_000,
        ["crores"] = 10_000_000,
        ["亿"] = 100_000_000,
        ["million"] = 1_000_000,
        ["millions"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["mio"] = 1_000_000,
        ["millones"] = 1_000_000,
        ["millon"] = 1_000_000,
        ["milhoes"] = 1_000_000,
        ["milhao"] = 1_000_000,
        ["млн"] = 1_000_000,
        ["миллионов"] = 1_000_000,
        ["مليون"] = 1_000_000,
        ["m"] = 0,
        ["billion"] = 1_000_000_000,
        ["billions"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
        ["milliard"] = 1_000_000_000,
        ["milliards"] = 1_000_000_000,
        ["млрд"] = 1_000_000_000,
        ["مليار"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number in a text, with a point before its decimals and no marks between thousands; else what is wrong, or what to look at although it was read.</summary>
    public static (string? Value, string? Wrong, string? Doubt) Read(string text, bool hasDecimalComma)
    {
        text = AsciiDigits.Of(text);
        var found = Number().Matches(text);
        if (found.Count != 1) return (null, found.Count == 0 ? "No number stands here. Write it in digits." : "Several numbers stand here. Write the one that is meant.", null);
        var (digits, doubt) = Plain(found[0].Groups["digits"].Value, hasDecimalComma);
        if (digits is null || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return (null, "The marks between the digits are not those of a number. Write it in digits only.", null);
        foreach (var word in NameFolding.Fold(text[(found[0].Index + found[0].Length)..]).Split(' ').Take(1))
        {
            if (!Multipliers.TryGetValue(word, out var times)) continue;
            if (times == 0) return (null, "\"m\" may be metres or millions. Write the number in full.", null);
            if (value > decimal.MaxValue / times) return (null, "The number is too large.", null);
            value *= times;
            doubt = null;
        }

        if (found[0].Groups["sign"].Success) value = -value;
        return (value.ToString("0.############################", CultureInfo.InvariantCulture), null, doubt);
    }

    // The last of two kinds of mark is the decimal one; one that stands several times, or before exactly three digits, parts thousands.
    private static (string? Digits, string? Doubt) Plain(string digits, bool hasDecimalComma)
    {
        digits = string.Concat(digits.Where(c => char.IsAsciiDigit(c) || c is '.' or ','));
        var (points, commas) = (digits.Count(c => c == '.'), digits.Count(c => c == ','));
        if (points + commas == 0) return (digits, null);
        char? mark;
        string? doubt = null;
        if (points > 0 && commas > 0)
        {
            mark = digits.LastIndexOf('.') > digits.LastIndexOf(',') ? '.' : ',';
            if (digits.Count(c => c == mark) > 1) return (null, null);
        }
        else
        {
            var only = points > 0 ? '.' : ',';
            var behind = digits.Length - 1 - digits.LastIndexOf(only);
            var mayBeThousands = behind == 3 && digits.IndexOf(only) is > 0 and <= 3 && digits[0] != '0';
            mark = points + commas > 1 || (mayBeThousands && (only == ',') != hasDecimalComma) ? null : only;
            if (mark == '.' && mayBeThousands && !hasDecimalComma)
                doubt = "This was read as a number with three decimals. If the point parts thousands, say \"numbers: decimal-comma\" in the mapping.";
        }

        var thousands = mark switch { '.' => ',', ',' => '.', _ => points > 0 ? '.' : ',' };
        var whole = mark is { } m ? digits[..digits.LastIndexOf(m)] : digits;
        var groups = whole.Split(thousands);

        // Thousands have three digits behind each mark; in India the marks before the last stand after two.
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups[^1].Length != 3 || groups[1..^1].Any(group => group.Length is not (2 or 3)))) return (null, null);
        return (string.Concat(groups) + (mark is { } d ? "." + digits[(digits.LastIndexOf(d) + 1)..] : ""), doubt);
    }

    [GeneratedRegex(@"(?<sign>(?<![\d\p{L}])[-\u2212])?(?<digits>(?:(?<![\p{L}\d])|(?<=\b[A-Z]{3}))\d+(?:[.,'\u2019 \u00A0\u202F]\d+)*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
