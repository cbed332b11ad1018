using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Practices.Web.Presentation;

namespace Practices.Web;

/// <summary>Draws the evidence ladder with its words.</summary>
public static class EvidenceHtml
{
    // Five rungs, the lowest at the foot.
    private static readonly string[] Ladders = [.. Enumerable.Range(0, EvidenceView.Steps + 1).Select(rungs =>
        $"<span class=\"ev\"><svg viewBox=\"0 0 16 20\" width=\"16\" height=\"20\" aria-hidden=\"true\"><path d=\"M1 0v20M15 0v20\"/><path class=\"off\" d=\"{Rungs(rungs, EvidenceView.Steps)}\"/><path class=\"on\" d=\"{Rungs(0, rungs)}\"/></svg> ")];

    /// <summary>The ladder as far as it is climbed, and the name of its highest rung.</summary>
    public static IHtmlContent Of(EvidenceView evidence) => new HtmlContentBuilder(3).AppendHtml(Ladders[evidence.Rungs]).Append(evidence.Label).AppendHtml("</span>");

    private static string Rungs(int from, int to)
    {
        var path = new StringBuilder();
        for (var rung = from; rung < to; rung++) path.Append(CultureInfo.InvariantCulture, $"M2 {18 - (4 * rung)}h12");
        return path.ToString();
    }
}
