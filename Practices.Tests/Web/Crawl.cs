using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>
/// A walk from the front page over every link of the site. Links marked <c>nofollow</c> are asked for, and not walked on from,
/// as a well-behaved crawler would have it.
/// </summary>
public sealed class Crawl : IAsyncLifetime
{
    private const int AtOnce = 4;

    /// <summary>Every page, by its path and query.</summary>
    public ConcurrentDictionary<string, IHtmlDocument> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Links that lead nowhere, with the page that they stand on.</summary>
    public ConcurrentBag<string> Broken { get; } = [];

    /// <summary>The links of a page to this site.</summary>
    public static IEnumerable<IElement> Links(IHtmlDocument page) =>
        page.QuerySelectorAll("a[href]").Where(link => link.GetAttribute("href") is ['/', ..] or ['#', ..]);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        using var client = RunningSite.Shared.PlainClient();
        var known = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        var next = new List<(string Path, string From, bool IsWalked)> { ("/", "the start", true) };
        while (next.Count > 0)
        {
            var found = new ConcurrentBag<(string Path, string From, bool IsWalked)>();
            await Parallel.ForEachAsync(next, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (link, cancellation) =>
            {
                if (!known.TryAdd(link.Path, 0)) return;
                using var answer = await client.GetAsync(link.Path, cancellation);
                if (answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.PermanentRedirect)
                {
                    found.Add((answer.Headers.Location!.OriginalString, link.From, link.IsWalked));
                    return;
                }

                if (answer.StatusCode != HttpStatusCode.OK) Broken.Add($"{link.From} links to {link.Path}, which answers {(int)answer.StatusCode}");
                if (answer.Content.Headers.ContentType?.MediaType != "text/html") return;
                var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(cancellation));
                Pages[link.Path] = page;
                if (!link.IsWalked) return;
                foreach (var onward in Links(page))
                {
                    var path = onward.GetAttribute("href")!.Split('#')[0];
                    var isWalked = !(onward.GetAttribute("rel") ?? "").Contains("nofollow", StringComparison.Ordinal);
                    if (path.Length > 0) found.Add((path, link.Path, isWalked));
                }
            });

            // A link that one page marks and another does not is walked.
            next = [.. found.Where(link => !known.ContainsKey(link.Path)).OrderByDescending(link => link.IsWalked).DistinctBy(link => link.Path)];
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;
}
