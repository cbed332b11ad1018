using System.Text.RegularExpressions;

namespace Practices.Indexer.Ingest;

/// <summary>The links of a story to other records, in the HTML that it has become.</summary>
internal static partial class StoryLinks
{
    /// <summary>The ids that a story links to, however the link was written.</summary>
    public static IEnumerable<string> IdsIn(string html) => html.Contains("/practices/", StringComparison.Ordinal) ? RecordLink().Matches(html).Select(link => link.Groups["id"].Value) : [];

    /// <summary>The story with only those links that may stay; of the others their words.</summary>
    public static string Only(string html, Func<string, bool> mayStay) =>
        RecordLink().Replace(html, link => mayStay(link.Groups["id"].Value) ? link.Value : link.Groups["words"].Value);

    // The story is written by our own sanitizer: an anchor is closed before another opens.
    [GeneratedRegex("<a href=\"/practices/(?<id>[a-z0-9-]+)\"[^>]*>(?<words>.*?)</a>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex RecordLink();
}
