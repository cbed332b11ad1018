using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Practices.Search.Highlighting;

namespace Practices.Web;

/// <summary>Draws highlights. Texts are encoded here, at the edge; only the tags are ours.</summary>
public static class SnippetHtml
{
    /// <summary>A passage with its matched words in <c>mark</c>, and dots where text was left out.</summary>
    public static IHtmlContent Of(Snippet snippet)
    {
        var html = new HtmlContentBuilder();
        if (snippet.StartsInside) html.Append("… ");
        foreach (var (text, isMatch) in snippet.Fragments)
        {
            // Append encodes, AppendHtml does not.
            if (isMatch) html.AppendHtml("<mark>").Append(text).AppendHtml("</mark>");
            else html.Append(text);
        }

        if (snippet.EndsInside) html.Append(" …");
        return html;
    }

    /// <summary>The same as text that is HTML already.</summary>
    public static string ToText(this IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }
}
