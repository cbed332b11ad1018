using System.Collections.Immutable;
using Microsoft.AspNetCore.Html;
using Practices.Search.Queries;

namespace Practices.Web.Presentation;

/// <summary>Says what words of a search were taken for besides themselves.</summary>
public static class WideningNote
{
    /// <summary>
    /// <c>Also found: records about Clean water and sanitation (goal 6) and Water and sanitation (theme), named by “agua”.</c>;
    /// <see langword="null"/> when the words mean nothing but themselves.
    /// </summary>
    public static IHtmlContent? Of(ImmutableArray<WidenedWords> widened)
    {
        if (widened.IsEmpty) return null;
        var html = new HtmlContentBuilder().Append("Also found: records about ");
        var isFirst = true;
        foreach (var words in widened.GroupBy(words => words.Words))
        {
            if (!isFirst) html.Append("; about ");
            isFirst = false;
            AppendNames(html, [.. words]);
            html.Append(", named by “").AppendHtml("<bdi>").Append(words.Key).AppendHtml("</bdi>").Append("”");
        }

        return html.Append(".");
    }

    private static void AppendNames(IHtmlContentBuilder html, ImmutableArray<WidenedWords> names)
    {
        for (var at = 0; at < names.Length; at++)
        {
            if (at > 0) html.Append(at == names.Length - 1 ? " and " : ", ");
            html.AppendHtml("<i>").Append(names[at].Label).AppendHtml("</i>").Append($" ({KindOf(names[at])})");
        }
    }

    private static string KindOf(WidenedWords widened) => widened.Field switch
    {
        "sdg" => $"goal {widened.Path.Leaf}",
        "beneficiaries" => "for whom",
        _ => widened.Field,
    };
}
