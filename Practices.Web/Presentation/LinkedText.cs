using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Practices.Web.Presentation;

/// <summary>A plain text whose addresses of pages can be followed.</summary>
public static partial class LinkedText
{
    /// <summary>The text, encoded, with a link for every address that begins with http.</summary>
    public static IHtmlContent Of(string text)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (Match address in Address().Matches(text))
        {
            html.Append(text[at..address.Index]).AppendHtml("<a rel=\"external\" href=\"").Append(address.Value).AppendHtml("\">").Append(address.Value).AppendHtml("</a>");
            at = address.Index + address.Length;
        }

        return html.Append(text[at..]);
    }

    // What closes the sentence or the bracket around it is no part of an address.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]]", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
