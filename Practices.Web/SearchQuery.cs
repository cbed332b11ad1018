using System.Globalization;
using Microsoft.AspNetCore.Http;
using Practices.Indexer.Indexing;
using Practices.Search.Queries;
using Practices.Search.Searching;

namespace Practices.Web;

/// <summary>A part of an address that was left out of the search, and why, in words for the reader.</summary>
public sealed record IgnoredParameter(string Key, string Value, string Reason);

/// <summary>An address's query string, read: never refused, and what was not understood is said.</summary>
/// <param name="State">What was understood.</param>
/// <param name="Ignored">What was not, in the order of the address.</param>
public sealed record SearchQuery(SearchState State, IReadOnlyList<IgnoredParameter> Ignored)
{
    // What the engine reads. More would only make every link on the page longer.
    private const int MaxText = QueryParser.MaxLength;

    // Far behind any last page, and small enough to be multiplied by a page's size.
    private const int MaxPage = 10_000_000;
    private const int MaxShown = 60;
    private const int MaxIgnored = 8;
    private const string Cycle = "cycle";
    private const string Outcome = "outcome";

    /// <summary>Reads a query string.</summary>
    /// <param name="query">The keys and values of the address.</param>
    /// <param name="catalog">Knows the facets and their values.</param>
    /// <param name="withPageSize">Whether <c>pageSize</c> is a key here and <c>view</c> none, as it is in the API.</param>
    public static SearchQuery Read(IQueryCollection query, PracticeCatalog catalog, bool withPageSize = false)
    {
        var state = SearchState.Empty;
        var ignored = new List<IgnoredParameter>();
        var cycles = new List<string>();
        var outcomes = new List<string>();
        foreach (var (key, values) in query)
        {
            foreach (var value in values)
            {
                if (string.IsNullOrWhiteSpace(value)) continue;
                var reason = key switch
                {
                    "q" => ReadText(value, ref state),
                    "exact" => ReadExact(value, ref state),
                    "sort" => ReadSort(value, ref state),
                    "widen" => ReadWiden(value, ref state),
                    "page" => ReadPage(value, ref state),
                    "view" when !withPageSize => ReadView(value, ref state),
                    Cycle => ReadLater(value, cycles),
                    Outcome when catalog.PathOf(key, value) is null => ReadLater(value, outcomes),
                    "pageSize" when withPageSize => ReadPageSize(value, ref state),
                    _ => ReadFilter(key, value, catalog, ref state),
                };
                if (reason is not null) Ignore(key, value, reason);
            }
        }

        // What these words mean depends on the awards that are chosen anywhere in the address.
        if (cycles.Count > 0)
        {
            if (RecognitionFilter.WithCycles(state.Filters, cycles, catalog.Vocabularies) is { } chosen) state = state with { Filters = chosen };
            else Ignore(Cycle, cycles[0], "No award that is asked for has such a cycle.");
        }

        foreach (var outcome in outcomes)
        {
            if (RecognitionFilter.WithOutcome(state.Filters, outcome, catalog.Vocabularies) is { } chosen) state = state with { Filters = chosen };
            else Ignore(Outcome, outcome, "No award that is asked for has such an outcome.");
        }

        // Only a list has pages.
        if (state.View != ResultView.List) state = state.AtPage(1);
        return new(state with { Filters = RecognitionFilter.Joined(state.Filters, catalog.Vocabularies) }, ignored);

        void Ignore(string key, string value, string reason)
        {
            if (ignored.Count < MaxIgnored) ignored.Add(new(Shown(key), Shown(value), reason));
        }
    }

    private static string? ReadLater(string value, List<string> later)
    {
        later.Add(value);
        return null;
    }

    private static string? ReadText(string value, ref SearchState state)
    {
        var text = value.Trim();
        if (state.Text.Length > 0) text = $"{state.Text} {text}";
        var isLong = text.Length > MaxText;
        state = state with { Text = isLong ? CutAtSpace(text, MaxText) : text };
        return isLong ? $"This is longer than {MaxText} characters; the rest was not searched for." : null;
    }

    private static string? ReadExact(string value, ref SearchState state)
    {
        if (value is not ("1" or "0")) return "This can be 1, for the words as they are typed, or 0.";
        state = state with { IsExact = value == "1" };
        return null;
    }

    private static string? ReadSort(string value, ref SearchState state)
    {
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            if (!string.Equals(SearchState.SortName(sort), value, StringComparison.OrdinalIgnoreCase)) continue;
            state = state with { Sort = sort };
            return null;
        }

        return "There is no such order. It can be relevance, newest or title.";
    }

    private static string? ReadView(string value, ref SearchState state)
    {
        foreach (var view in Enum.GetValues<ResultView>())
        {
            if (!string.Equals(SearchState.ViewName(view), value, StringComparison.OrdinalIgnoreCase)) continue;
            state = state with { View = view };
            return null;
        }

        return "Results are shown as list, map, matrix, timeline or lineage.";
    }

    private static string? ReadWiden(string value, ref SearchState state)
    {
        if (value is not ("on" or "off")) return "widen is on or off.";
        state = state with { Widen = value == "on" };
        return null;
    }

    private static string? ReadPage(string value, ref SearchState state)
    {
        // A number too great to be read is behind the last page like any other.
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var page) && value.All(char.IsAsciiDigit)) page = MaxPage;
        if (page < 1) return "Pages are counted from 1. This is the first.";
        state = state with { Page = Math.Min(page, MaxPage) };
        return null;
    }

    private static string? ReadPageSize(string value, ref SearchState state)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size > SearchRequest.MaxPageSize)
            return $"pageSize is a number from 0 to {SearchRequest.MaxPageSize}.";
        state = state with { PageSize = size };
        return null;
    }

    private static string? ReadFilter(string key, string value, PracticeCatalog catalog, ref SearchState state)
    {
        var facet = PracticeCatalog.Facets.FirstOrDefault(f => f.Field == key);
        if (facet is null) return "There is no filter of this name.";
        if (catalog.PathOf(key, value) is not { } path) return $"The filter “{facet.Label}” has no such value.";
        state = state with { Filters = state.Filters.With(key, path) };
        return null;
    }

    private static string Shown(string text) => text.Length <= MaxShown ? text : Cut(text, MaxShown) + "…";

    // Half a word would be searched for as another word. Text without a space, as some scripts are written, is cut where it must be.
    private static string CutAtSpace(string text, int length)
    {
        var end = length;
        while (end > 0 && !char.IsWhiteSpace(text[end])) end--;
        return end > 0 ? text[..end].TrimEnd() : Cut(text, length);
    }

    // A pair of surrogates is one character to its reader and stays whole.
    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
