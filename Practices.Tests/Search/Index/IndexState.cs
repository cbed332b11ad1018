using System.Globalization;
using System.Text;
using Practices.Search.Index;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Index;

/// <summary>All that an index says when it is asked, as a text: two folders hold the same index when the texts are the same.</summary>
internal static class IndexState
{
    /// <summary>What a folder without an index says.</summary>
    public const string None = "no index";

    private static readonly string[] Questions =
        ["water", "trees OR heat", "\"drinking water\"", "wa*", "flood -city", "city farming", "\"fig elm\"~4", "title:copper", "alp bex cod"];

    /// <summary>Asks the index of a folder.</summary>
    /// <exception cref="IndexException">The index cannot be opened, though there is one.</exception>
    public static string Of(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "manifest.json")))
        {
            var refusal = Assert.Throws<IndexException>(() => IndexSnapshot.Open(folder));
            Assert.Contains("Index first", refusal.Message, StringComparison.Ordinal);
            return None;
        }

        using var snapshot = IndexSnapshot.Open(folder);
        using var searcher = new Searcher(snapshot);
        var text = new StringBuilder(snapshot.Stamp).AppendLine().AppendLine(searcher.Version);
        foreach (var id in searcher.Ids)
        {
            searcher.TryGetStored(id, out var stored);
            text.Append(id).Append(' ').AppendLine(Convert.ToHexString(stored.Span));
        }

        foreach (var question in Questions) Ask(searcher, new() { Text = question, PageSize = 100 }, text);
        foreach (var sort in Enum.GetValues<SortOrder>()) Ask(searcher, new() { Sort = sort, PageSize = 100, CountFacets = false }, text);
        return text.ToString();
    }

    private static void Ask(Searcher searcher, SearchRequest request, StringBuilder text)
    {
        var answer = searcher.Search(request);
        text.Append(CultureInfo.InvariantCulture, $"{request.Text} {request.Sort}: {answer.Total}").AppendLine();
        foreach (var hit in answer.Hits)
        {
            var snippets = string.Concat(hit.Snippets.SelectMany(snippet => snippet.Fragments).Select(fragment => fragment.Text));
            text.Append(CultureInfo.InvariantCulture, $"{hit.Id} {hit.Score:F9} {Convert.ToHexString(hit.Card.Span)} {snippets}").AppendLine();
        }

        foreach (var facet in answer.Facets)
        {
            foreach (var value in facet.Values) text.Append(CultureInfo.InvariantCulture, $"{facet.Field} {value.Path} {value.Count}").AppendLine();
        }
    }
}
