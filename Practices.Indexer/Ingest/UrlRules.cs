namespace Practices.Indexer.Ingest;

/// <summary>Which addresses a record may carry.</summary>
public static class UrlRules
{
    // What browsers skip inside an address, and what hides one: controls, spaces and characters without width.
    private static bool IsIgnored(char c) => c <= ' ' || c is (>= '\x7F' and <= '\xA0') or '\u00AD' or (>= '\u2000' and <= '\u200F') or (>= '\u2028' and <= '\u202F') or
        (>= '\u205F' and <= '\u206F') or '\u3000' or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFF');

    /// <summary>
    /// The address as it may stand in a link: http, https, mailto or relative to the site, without the characters that browsers skip.
    /// <see langword="null"/> for anything else, such as <c>javascript:</c>, <c>data:</c>, <c>//host</c> and whatever holds a backslash.
    /// </summary>
    public static string? Clean(string address)
    {
        var url = string.Concat(address.Where(c => !IsIgnored(c)));
        if (url.Contains('\\') || url.StartsWith("//", StringComparison.Ordinal)) return null;
        var end = url.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || url[end] != ':') return url;
        return url[..end].ToLowerInvariant() switch
        {
            "http" or "https" => IsWeb(url) ? url : null,
            "mailto" => url,
            _ => null,
        };
    }

    /// <summary>Whether an address is a whole http or https address of some host, without a user name in it.</summary>
    public static bool IsWeb(string address) =>
        !address.Any(IsIgnored) && !address.Contains('\\') &&
        (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) &&
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;
}
