using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Practices.Indexer.Ingest;

/// <summary>Looks at the tags of HTML alone, once, to keep away what the parser would be too slow for.</summary>
public static class HtmlLimits
{
    // The parser's time grows with the square of the attributes of one tag.
    private const int MaxTagLength = 16 * 1024;

    // Start tags that close themselves or their like do not nest when they are left open.
    private static readonly FrozenSet<string> NotNesting =
        "br hr img input meta link base area col embed source track wbr param keygen p li dt dd td th tr tbody thead tfoot option colgroup caption".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether HTML is parsed in a time that a reader would wait.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="maxLength">The longest, in UTF-16 units.</param>
    /// <param name="maxDepth">How deep elements may be nested; the parser's time grows with the square of it (2.5 s at 5,000 <c>div</c>).</param>
    public static bool AreKept(string html, int maxLength, int maxDepth)
    {
        if (html.Length > maxLength) return false;
        var depth = 0;
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = html.IndexOf('<'); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var closes = html[i + 1] == '/';
            var start = closes ? i + 2 : i + 1;
            if (start >= html.Length || !char.IsAsciiLetter(html[start])) continue;
            var end = html.IndexOf('>', start);
            if ((end < 0 ? html.Length : end) - start > MaxTagLength) return false;
            var length = 0;
            while (start + length < html.Length && char.IsAsciiLetterOrDigit(html[start + length])) length++;
            var name = html.Substring(start, length).ToLowerInvariant();
            if (NotNesting.Contains(name)) continue;

            // The end of what never began closes nothing.
            ref var opened = ref CollectionsMarshal.GetValueRefOrAddDefault(open, name, out _);
            if (closes && opened == 0) continue;
            opened += closes ? -1 : 1;
            depth += closes ? -1 : 1;
            if (depth > maxDepth) return false;
        }

        return true;
    }
}
