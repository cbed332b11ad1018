using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Practices.Web.Presentation;

namespace Practices.Web;

/// <summary>Draws the values of a facet, each with its box.</summary>
public static class FacetHtml
{
    /// <summary>The items of a list of values.</summary>
    public static IHtmlContent Of(FacetView facet, IReadOnlyList<FacetOption> options) => new Drawn(facet.Field, options);

    // Written straight into the page: hundreds of values would else be thousands of its parts.
    private sealed class Drawn(string field, IReadOnlyList<FacetOption> options) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var (number, option) in options.Index())
            {
                if (number > 0) writer.Write('\n');
                writer.Write(option.Name.Depth switch { 0 => "<li>", 1 => "<li class=\"d1\">", 2 => "<li class=\"d2\">", _ => "<li class=\"d3\">" });
                writer.Write("<label><input type=\"checkbox\" name=\"");
                writer.Write(field);
                writer.Write("\" value=\"");
                encoder.Encode(writer, option.Name.Value);
                writer.Write(option.Selected ? "\" checked=\"checked\">\n" : "\">\n");
                if (field == FacetView.GoalField) WriteGoal(writer, encoder, option);
                writer.Write("<span>");
                encoder.Encode(writer, option.Name.Label);
                writer.Write("</span> <i>");
                writer.Write(option.Count < 1000 ? option.Count.ToString() : option.Count.ToString("N0"));
                writer.Write("</i></label></li>");
            }
        }

        // A goal has its colour, a target below it a frame.
        private static void WriteGoal(TextWriter writer, HtmlEncoder encoder, FacetOption option)
        {
            writer.Write(option.Name.Depth == 0 ? "<span class=\"g g" : "<span class=\"t");
            if (option.Name.Depth == 0) encoder.Encode(writer, option.Name.Value);
            writer.Write("\">");
            encoder.Encode(writer, option.Name.Value);
            writer.Write("</span>\n");
        }
    }
}
