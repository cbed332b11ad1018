using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Practices.Search.Highlighting;

namespace Practices.Web;

/// <summary>Draws highlights. Texts are encoded here, at the edge; only the tags are ours.</summary>
public static class SnippetHtml
{
    /// <summary>A passage with its matched words in <c>mark</c>, and dots where text was left out.</summary>
    public static IHtmlContent Of(Snippet snippet) => new Drawn(snippet);

    /// <summary>A text without matches.</summary>
    public static IHtmlContent Of(string text) => new Plain(text);

    /// <summary>The same as text that is HTML already.</summary>
    public static string ToText(this IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, PageEncoding.Encoder);
        return writer.ToString();
    }

    private sealed class Plain(string text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, text);
    }

    // Written straight into the page, of which a passage of many marks would else be many parts.
    private sealed class Drawn(Snippet snippet) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            if (snippet.StartsInside) encoder.Encode(writer, "… ");
            foreach (var (text, isMatch) in snippet.Fragments)
            {
                if (isMatch) writer.Write("<mark>");
                encoder.Encode(writer, text);
                if (isMatch) writer.Write("</mark>");
            }

            if (snippet.EndsInside) encoder.Encode(writer, " …");
        }
    }
}
