using System.Globalization;
using System.Xml;

namespace Practices.Indexer.Import.Sources;

/// <summary>Which cells of a workbook are dates, and what a number is as text.</summary>
internal sealed class NumberFormats
{
    private const int MaxStyles = 100_000;

    // The day after 28 February 1900 in a calendar that has a 29th, as spreadsheets have kept it since the first.
    private const int FalseLeapDay = 60;
    private const int LastSerial = 2_958_465;
    private static readonly DateTime Start1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Start1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly List<DateParts> _styles;
    private readonly bool _is1904;

    private NumberFormats(List<DateParts> styles, bool is1904) => (_styles, _is1904) = (styles, is1904);

    [Flags]
    private enum DateParts
    {
        None = 0,
        Day = 1,
        Time = 2,
    }

    /// <summary>Reads the styles of a workbook; without them every number is one.</summary>
    public static NumberFormats Read(OfficePackage package, string? part, bool is1904)
    {
        var styles = new List<DateParts>();
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (part is null || !package.Has(part)) return new(styles, is1904);
        using var xml = package.Read(part);
        var isInCells = false;
        while (OfficePackage.Next(xml) && styles.Count < MaxStyles && codes.Count < MaxStyles)
        {
            if (xml.LocalName == "cellXfs") isInCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") codes[xml.GetAttribute("numFmtId") ?? ""] = xml.GetAttribute("formatCode") ?? "";
            if (xml.LocalName == "xf" && isInCells) styles.Add(Parts(xml.GetAttribute("numFmtId") ?? "0", codes));
        }

        return new(styles, is1904);
    }

    /// <summary>The text of a number as it stands in the file: an ISO date where its style shows one, else the number with the 15 digits that a spreadsheet keeps, without exponent.</summary>
    public string Text(string number, int style)
    {
        var parts = style >= 0 && style < _styles.Count ? _styles[style] : DateParts.None;
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return number;
        return (parts == DateParts.None ? null : Date(value, parts)) ?? Plain(number, value);
    }

    private string? Date(double serial, DateParts parts)
    {
        if (serial is < 0 or >= LastSerial + 1) return null;
        var isTimeAlone = parts == DateParts.Time;
        if (!_is1904 && serial is >= FalseLeapDay and < FalseLeapDay + 1 && !isTimeAlone) return null;
        var days = _is1904 || serial > FalseLeapDay ? serial : serial + 1;
        var seconds = Math.Round(days * 86_400);
        if (isTimeAlone) seconds = Math.Round(serial * 86_400);
        if (isTimeAlone && seconds >= 86_400) return null;
        var date = (_is1904 ? Start1904 : Start1900).AddSeconds(seconds);
        if (isTimeAlone) return TimeSpan.FromSeconds(seconds).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Plain(string number, double value)
    {
        if (number.All(char.IsAsciiDigit)) return number;
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain) && (plain != 0 || value == 0) ? plain.ToString(CultureInfo.InvariantCulture) : text;
    }

    private static DateParts Parts(string id, Dictionary<string, string> codes)
    {
        if (codes.TryGetValue(id, out var code)) return Parts(code);
        return id switch
        {
            "14" or "15" or "16" or "17" => DateParts.Day,
            "18" or "19" or "20" or "21" or "45" or "46" or "47" => DateParts.Time,
            "22" => DateParts.Day | DateParts.Time,
            _ => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (>= 27 and <= 36) or (>= 50 and <= 58) ? DateParts.Day : DateParts.None,
        };
    }

    // The letters of a format outside of quotation marks, escapes and brackets; only the part for positive numbers.
    private static DateParts Parts(string code)
    {
        var parts = DateParts.None;
        var hasMonth = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            if (c is '"' or '[')
            {
                var end = code.IndexOf(c == '"' ? '"' : ']', i + 1);
                if (c == '[' && end == i + 2 && char.ToLowerInvariant(code[i + 1]) is 'h' or 'm' or 's') parts |= DateParts.Time;
                if (end < 0) break;
                i = end;
            }
            else if (c is '\\' or '_' or '*')
            {
                i++;
            }
            else if (code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase))
            {
                return DateParts.None;
            }
            else
            {
                if (c is 'd' or 'y') parts |= DateParts.Day;
                if (c is 'h' or 's') parts |= DateParts.Time;
                hasMonth |= c == 'm';
            }
        }

        return parts == DateParts.None && hasMonth ? DateParts.Day : parts;
    }
}
