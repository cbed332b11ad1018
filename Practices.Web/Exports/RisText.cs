using System.Text;

namespace Practices.Web.Exports;

/// <summary>
/// References as RIS: a line for each value, tagged by two letters, each reference from <c>TY</c> to <c>ER</c>
/// (Research Information Systems, "RIS Format Specifications"; read by Zotero, EndNote and Mendeley).
/// </summary>
public static class RisText
{
    // The type of a web page.
    private const string WebPage = "ELEC";

    /// <summary>Writes references; lines end as the format asks, in CR and LF.</summary>
    public static string Of(IEnumerable<Reference> references)
    {
        var text = new StringBuilder();
        foreach (var reference in references)
        {
            Line(text, "TY", WebPage);
            Line(text, "ID", reference.Id);
            Line(text, "TI", reference.Title);
            Line(text, "AU", reference.Author);
            Line(text, "PB", reference.Publisher);
            if (reference.Published is { } day)
            {
                Line(text, "PY", $"{day:yyyy}");
                Line(text, "DA", $"{day:yyyy/MM/dd}/");
            }

            Line(text, "UR", reference.Address);
            Line(text, "AB", reference.Abstract);
            Line(text, "LA", reference.Language);
            foreach (var keyword in reference.Keywords) Line(text, "KW", keyword);
            text.Append("ER  - \r\n\r\n");
        }

        return text.ToString();
    }

    // A value is one line, or the next line would be read as another tag.
    private static void Line(StringBuilder text, string tag, string value) =>
        text.Append(tag).Append("  - ").AppendJoin(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Append("\r\n");
}
