using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Practices.Web.Presentation;

namespace Practices.Web;

/// <summary>Draws the values of a facet, each with its box.</summary>
public static class FacetHtml
{
    /// <summary>The items of a list of values.</summary>
    public static IHtmlContent Of(IReadOnlyList<FacetOption> options) => new Drawn(options);

    /// <summary>What is the same of a value's item in every search.</summary>
    /// <param name="field">The facet.</param>
    /// <param name="value">The value as it stands in the address.</param>
    /// <param name="label">As it is called.</param>
    /// <param name="depth">0 at the top of its facet.</param>
    public static FacetItem ItemOf(string field, string value, string label, int depth)
    {
        var item = depth switch { 0 => "<li>", 1 => "<li class=\"d1\">", 2 => "<li class=\"d2\">", _ => "<li class=\"d3\">" };
        var encoded = PageEncoding.Encoder.Encode(value);

        // A goal has its colour, a target below it a frame.
        var goal = field != FacetView.GoalField ? "" : depth == 0 ? $"<span class=\"g g{encoded}\">{encoded}</span>\n" : $"<span class=\"t\">{encoded}</span>\n";
        return new($"{item}<label><input type=\"checkbox\" name=\"{field}\" value=\"{encoded}\"", $">\n{goal}<span>{PageEncoding.Encoder.Encode(label)}</span> <i>");
    }

    // Written straight into the page: hundreds of values would else be thousands of its parts.
    private sealed class Drawn(IReadOnlyList<FacetOption> options) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            for (var number = 0; number < options.Count; number++)
            {
                var option = options[number];
                if (number > 0) writer.Write('\n');
                writer.Write(option.Name.Item.Box);
                if (option.Selected) writer.Write(" checked=\"checked\"");
                writer.Write(option.Name.Item.Name);
                writer.Write(option.Count < 1000 ? option.Count.ToString() : option.Count.ToString("N0"));
                writer.Write("</i></label></li>");
            }
        }
    }
}

/// <summary>The HTML of a facet's value.</summary>
/// <param name="Box">Up to where the box may be ticked.</param>
/// <param name="Name">From there to the count.</param>
public readonly record struct FacetItem(string Box, string Name);
