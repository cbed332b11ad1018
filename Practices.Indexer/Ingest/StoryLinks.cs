using System.Text.RegularExpressions;

namespace Practices.Indexer.Ingest;

/// <summary>The links of a story to other records, in the HTML that it has become.</summary>
internal static partial class StoryLinks
{
    /// <summary>The ids that a story links to, however the link was written.</summary>
    public static IEnumerable<string> IdsIn(string html) => html.Contains("/practices/", StringComparison.Ordinal) ? RecordLink().Matches(html).Select(link => link.Groups["id"].Value) : [];

    /// <summary>The story with only those links that lead somewhere, to where they lead; of the others their words.</summary>
    /// <param name="html">The story.</param>
    /// <param name="leadsTo">The id that an id leads to: itself, the record that it is a former id of, or nothing.</param>
    public static string Only(string html, Func<string, string?> leadsTo) => RecordLink().Replace(html, link =>
    {
        var id = link.Groups["id"];
        if (leadsTo(id.Value) is not { } to) return link.Groups["words"].Value;
        return to == id.Value ? link.Value : string.Concat(link.Value.AsSpan(0, id.Index - link.Index), to, link.Value.AsSpan(id.Index - link.Index + id.Length));
    });

    // The story is written by our own sanitizer: an anchor is closed before another opens.
    [GeneratedRegex("<a href=\"/practices/(?<id>[a-z0-9-]+)\"[^>]*>(?<words>.*?)</a>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex RecordLink();
}
