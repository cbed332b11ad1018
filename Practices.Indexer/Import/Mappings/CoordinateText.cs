using System.Globalization;
using System.Text.RegularExpressions;

namespace Practices.Indexer.Import.Mappings;

/// <summary>Reads a point of the earth: decimal degrees, degrees with minutes and seconds, or well-known text (which names the east first).</summary>
internal static partial class CoordinateText
{
    private static readonly Regex WithPoints = Pair(@"\.", @"\s*[,;/\s]\s*");
    private static readonly Regex WithCommas = Pair(",", @"\s*[;/\s]\s*");

    /// <summary>Latitude and longitude in decimal degrees as <c>-29.86,31.02</c>; else what is wrong.</summary>
    public static (string? Value, string? Wrong) Read(string text)
    {
        text = AsciiDigits.Of(text);
        var plain = text.Trim().TrimStart('(', '[').TrimEnd(')', ']').Trim();
        if (WellKnown().Match(text.Trim()) is { Success: true } point)
            return Checked(Number(point.Groups["lat"].Value), Number(point.Groups["lon"].Value));
        var match = WithPoints.Match(plain);
        if (!match.Success) match = WithCommas.Match(plain);
        if (!match.Success) return (null, "This is no pair of coordinates. Write degrees north and east, such as -29.86, 31.02.");
        var (first, isEast1) = Degrees(match, 1);
        var (second, isEast2) = Degrees(match, 2);
        if (isEast1 is not null && isEast1 == isEast2) return (null, "Both numbers have the same direction. Write degrees north and east, such as -29.86, 31.02.");
        return isEast1 == true || isEast2 == false ? Checked(second, first) : Checked(first, second);
    }

    private static (double Value, bool? IsEast) Degrees(Match match, int which)
    {
        var degrees = Part("d");
        var value = Math.Abs(degrees) + (Part("m") / 60) + (Part("s") / 3600);
        var letter = (match.Groups[$"h{which}"].Value + match.Groups[$"k{which}"].Value).ToUpperInvariant();
        var isNegative = letter is "S" or "W" or "O" || match.Groups[$"d{which}"].Value[0] is '-' or '\u2212';
        return (isNegative ? -value : value, letter switch { "N" or "S" => false, "" => null, _ => true });

        double Part(string name) => match.Groups[$"{name}{which}"] is { Success: true } group ? Number(group.Value) : 0;
    }

    private static (string? Value, string? Wrong) Checked(double latitude, double longitude)
    {
        if (latitude is < -90 or > 90)
            return (null, Math.Abs(longitude) <= 90 ? "The first number is no latitude. It seems that east stands before north: swap them." : "These are no degrees of the earth.");
        if (longitude is < -180 or > 180) return (null, "The second number is no longitude: it lies between -180 and 180.");
        if (latitude == 0 && longitude == 0) return (null, "0, 0 lies in the sea and mostly means that nothing was entered. Give the place, or leave the cell empty.");
        return (string.Create(CultureInfo.InvariantCulture, $"{Math.Round(latitude, 6):0.######},{Math.Round(longitude, 6):0.######}"), null);
    }

    private static double Number(string text) => double.Parse(text.Replace('\u2212', '-').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture);

    // One number with its letter before or behind it.
    private static string One(string number, string mark) =>
        $@"(?<h{number}>[NSEWO])?\s*(?<d{number}>[-+\u2212]?\d{{1,3}}(?:{mark}\d+)?)\s*[°º]?\s*(?:(?<m{number}>\d{{1,2}}(?:{mark}\d+)?)\s*['\u2032\u2019]\s*)?" +
        $@"(?:(?<s{number}>\d{{1,2}}(?:{mark}\d+)?)\s*(?:""|\u2033|\u201D|'')\s*)?(?<k{number}>[NSEWO])?";

    private static Regex Pair(string mark, string between) => new(
        "^" + One("1", mark) + between + One("2", mark) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^(?:SRID=4326;\s*)?POINT\s*Z?\s*\(\s*(?<lon>-?\d{1,3}(?:\.\d+)?)\s+(?<lat>-?\d{1,3}(?:\.\d+)?)(?:\s+-?\d+(?:\.\d+)?)?\s*\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WellKnown();
}
