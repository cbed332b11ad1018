using System.Text.RegularExpressions;

namespace Practices.Tests.Web;

/// <summary>Finds things in a page's text.</summary>
internal static class Markup
{
    /// <summary>What the first group of a pattern matches, each time it does.</summary>
    public static IEnumerable<string> Find(this string html, string pattern) =>
        Regex.Matches(html, pattern, RegexOptions.NonBacktracking | RegexOptions.Singleline).Select(m => m.Groups[1].Value);

    /// <summary>The text without its tags.</summary>
    public static string Text(this string html) => Regex.Replace(html, "<[^>]+>", "", RegexOptions.NonBacktracking);
}
