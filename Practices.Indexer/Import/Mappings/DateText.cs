using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Practices.Indexer.Vocabularies;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Reads days, months and years as people write them, in seven languages and German, and gives them as ISO 8601 does. Never guesses which number is the month.</summary>
internal static partial class DateText
{
    private static readonly string[] Months =
    [
        "january jan janvier janv enero janeiro januar январь января янв يناير",
        "february feb février fév febrero fevereiro februar февраль февраля фев فبراير",
        "march mar mars marzo março märz март марта مارس",
        "april apr avril avr abril апрель апреля апр أبريل",
        "may mai mayo maio май мая مايو",
        "june jun juin junio junho juni июнь июня يونيو",
        "july jul juillet juil julio julho juli июль июля يوليو",
        "august aug août agosto август августа авг أغسطس",
        "september sep sept septembre septiembre setiembre setembro сентябрь сентября сен سبتمبر",
        "october oct octobre octubre outubro oktober октябрь октября окт أكتوبر",
        "november nov novembre noviembre novembro ноябрь ноября ноя نوفمبر",
        "december dec décembre déc diciembre dezembro dezember декабрь декабря дек ديسمبر",
    ];

    private static readonly FrozenDictionary<string, int> MonthOfName = Months
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: NameFolding.Fold(name), Month: index + 1)))
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fillers = new[] { "of", "the", "de", "del", "du", "do", "le", "г", "года" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The year, month or day in a text, such as <c>2014</c>, <c>2014-05</c> or <c>2014-05-31</c>; else what is wrong with it.</summary>
    public static (string? Value, string? Wrong) Read(string text, DateOrder order)
    {
        var plain = AsciiDigits.Of(text).Trim().Replace("年", "-", StringComparison.Ordinal).Replace("月", "-", StringComparison.Ordinal).TrimEnd('日', '号', '-', '.');
        if (Iso().Match(plain) is { Success: true } iso) return Checked(Part(iso, "y"), Part(iso, "m"), Part(iso, "d"), text);
        if (YearFirst().Match(plain) is { Success: true } first) return Checked(Part(first, "y"), Part(first, "m"), Part(first, "d"), text);
        if (YearLast().Match(plain) is { Success: true } last) return DayAndMonth(last, order, text);
        if (MonthAndYear().Match(plain) is { Success: true } month) return Checked(Part(month, "y"), Part(month, "m"), 0, text);
        if (plain.Length == 5 && plain.All(char.IsAsciiDigit))
            return (null, "This looks like a spreadsheet's number of a day. Give the column a date format and save it again.");
        return OfWords(plain, text);
    }

    /// <summary>The year in a text that holds one date, or one number of four digits from 1000 to 2100; else what is wrong with it.</summary>
    public static (string? Value, string? Wrong) Year(string text, DateOrder order)
    {
        if (Read(text, order).Value is { } date) return (date[..4], null);
        var years = FourDigits().Matches(AsciiDigits.Of(text)).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        return years is [var year] ? (year, null) : (null, years.Count == 0 ? "No year stands here. Write four digits." : "Several years stand here. Write the one that is meant.");
    }

    private static (string? Value, string? Wrong) DayAndMonth(Match match, DateOrder order, string text)
    {
        var (a, b, year) = (Part(match, "a"), Part(match, "b"), Part(match, "y"));

        // Where points part them, the day comes first everywhere.
        if (order == DateOrder.Unknown && match.Groups["s"].Value == ".") order = DateOrder.DayFirst;
        if (a > 12 || (order == DateOrder.DayFirst && b <= 12) || a == b) return Checked(year, b, a, text);
        if (b > 12 || order == DateOrder.MonthFirst) return Checked(year, a, b, text);
        return (null, "Either number may be the month. Say in the mapping \"dates: day-first\" or \"dates: month-first\".");
    }

    private static (string? Value, string? Wrong) OfWords(string plain, string text)
    {
        var (year, month, day) = (0, 0, 0);
        foreach (var word in NameFolding.Fold(plain).Split(' '))
        {
            var number = Ordinal().Match(word) is { Success: true } match ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            if (number >= 1000 && year == 0) year = number;
            else if (number is > 0 and <= 31 && day == 0) day = number;
            else if (month == 0 && MonthOfName.TryGetValue(word, out var named)) month = named;
            else if (!Fillers.Contains(word)) return (null, NotADate(text));
        }

        return year > 0 && (month > 0 || day == 0) ? Checked(year, month, day, text) : (null, NotADate(text));
    }

    private static (string? Value, string? Wrong) Checked(int year, int month, int day, string text)
    {
        if (year is < 1000 or > 2100 || month > 12 || day > (month == 0 ? 0 : DateTime.DaysInMonth(year, month))) return (null, NotADate(text));
        var value = year.ToString("0000", CultureInfo.InvariantCulture);
        if (month > 0) value += month.ToString("-00", CultureInfo.InvariantCulture);
        if (day > 0) value += day.ToString("-00", CultureInfo.InvariantCulture);
        return (value, null);
    }

    private static string NotADate(string text) =>
        text.Any(char.IsAsciiDigit) ? "This is no day of the calendar. Write it as 2014-05-31, 2014-05 or 2014." : "This is no date. Write it as 2014-05-31, 2014-05 or 2014.";

    private static int Part(Match match, string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<y>\d{4})(?:-(?<m>\d{2})(?:-(?<d>\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<y>\d{4})[./ -]{1,2}(?<m>\d{1,2})(?:[./ -]{1,2}(?<d>\d{1,2}))?(?: \d{1,2}:\d{2}.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<s>[./ -]) ?(?<b>\d{1,2})[./ -] ?(?<y>\d{4})(?: \d{1,2}:\d{2}.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^(?<m>\d{1,2})[./-](?<y>\d{4})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(?<n>\d{1,4})(?:st|nd|rd|th|er|o|a)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\b(?:1\d{3}|20\d{2}|2100)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FourDigits();
}
