using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Practices.Indexer.Indexing;
using Practices.Search.Queries;
using Practices.Search.Searching;
using Practices.Web.Presentation;

namespace Practices.Web.Pages;

/// <summary>What is shown when something is missing or broken. It says what was asked and where to go on, and nothing about the program.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ErrorModel(PracticeLibrary library) : PageModel
{
    private const int Suggestions = 5;
    private const int LongestWords = 80;

    public int Status { get; private set; } = StatusCodes.Status404NotFound;

    /// <summary>What an operator finds in the log.</summary>
    public string RequestId => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    /// <summary>The path that was asked for.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>The words in it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What stands above the page in its address: an award above its cycle, a list above its records. <see langword="null"/> where nothing does.</summary>
    public (string Url, string Title)? Above { get; private set; }

    /// <summary>Records that the words lead to.</summary>
    public IReadOnlyList<HitView> Nearest { get; private set; } = [];

    /// <summary>Prepares the page, whatever the method of the request that went wrong.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Only the program itself says what went wrong; to whoever asks for this address by its name, it is a page that is not there.
        var replaced = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        Status = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null
            ? StatusCodes.Status500InternalServerError
            : replaced?.OriginalStatusCode ?? StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        if (Status != StatusCodes.Status404NotFound) return;

        Asked = replaced?.OriginalPath ?? Request.Path.Value ?? "";
        Above = AboveOf(Asked, library.Current);
        var last = Asked.TrimEnd('/');
        last = last[(last.LastIndexOf('/') + 1)..];
        Words = string.Join(' ', last.Split(['-', '_', '.', '+', ' ', '"', '~', '*', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries));
        if (Words.Length > LongestWords) Words = Words[..LongestWords];

        // A number, such as a year, is as near to one record as to any other.
        if (Words.All(char.IsAsciiDigit)) return;

        // Any of the words, misspelt or not.
        var catalog = library.Current;
        var result = catalog.Search(new SearchRequest
        {
            Text = string.Join(' ', Words.Split(' ').Select(word => word.Length > 3 ? word + "~" : word)),
            Match = MatchWords.Any,
            PageSize = Suggestions,
            CountFacets = false,
            Highlight = false,
        });
        Nearest = [.. catalog.Read(result).Select(hit => HitView.Of(hit.Card, catalog))];
    }

    private static (string Url, string Title)? AboveOf(string asked, PracticeCatalog catalog) => asked.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["awards", var award, _, ..] when catalog.Find(catalog.CurrentId(award) ?? award) is { Award: not null } record => (Routes.Award(record.Id), $"{record.Title}: all its cycles"),
        ["awards", _, ..] => (Routes.Awards, "All awards"),
        ["learning", _, ..] => (Routes.Learning, "All ways to learn from other cities"),
        ["networks", _, ..] => (Routes.Networks, "All networks"),
        _ => null,
    };
}
