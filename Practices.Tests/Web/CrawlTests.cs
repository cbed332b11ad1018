using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>Every page that can be reached from the front page, over the content that is shipped.</summary>
public sealed class CrawlTests : IClassFixture<Crawl>
{
    // Pages that are made of what a reader chose: nothing but their empty form is for crawlers.
    private static readonly HashSet<string> ReadersOwn = ["/compare", "/shortlist", "/my-city", "/offline"];

    private readonly Crawl _crawl;

    public CrawlTests(Crawl crawl) => _crawl = crawl;

    [Fact]
    public void Every_link_leads_to_a_page()
    {
        AssertNone(_crawl.Broken);
        var ids = RunningSite.Shared.Library.Current.Ids.ToList();
        var reached = _crawl.Pages.Keys.Select(path => path[(path.LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal);
        AssertNone(ids.Where(id => !reached.Contains(id)).Select(id => $"No link leads to {id}."));
    }

    [Fact]
    public void Every_anchor_is_there() => AssertNone(
        from page in _crawl.Pages
        from link in Links(page.Value)
        let parts = link.Split('#', 2)
        where parts.Length == 2 && parts[1].Length > 0
        let target = parts[0].Length == 0 ? page.Value : _crawl.Pages.GetValueOrDefault(parts[0])
        where target is not null && target.GetElementById(Uri.UnescapeDataString(parts[1])) is null
        select $"{page.Key}: {link}");

    [Fact]
    public void An_id_stands_once_on_a_page() => AssertNone(
        from page in _crawl.Pages
        from ids in page.Value.QuerySelectorAll("[id]").GroupBy(element => element.Id)
        where ids.Count() > 1
        select $"{page.Key}: {ids.Key}");

    [Fact]
    public void What_an_attribute_names_by_its_id_is_on_the_page() => AssertNone(
        from page in _crawl.Pages
        from attribute in (string[])["aria-labelledby", "aria-describedby", "aria-controls", "for"]
        from element in page.Value.QuerySelectorAll($"[{attribute}]")
        from id in element.GetAttribute(attribute)!.Split(' ')
        where page.Value.GetElementById(id) is null
        select $"{page.Key}: {attribute}={id}");

    [Fact]
    public void Every_page_has_a_language_a_title_one_headline_and_its_landmarks() => AssertNone(
        from page in _crawl.Pages
        from fault in Faults(page.Value)
        select $"{page.Key}: {fault}");

    [Fact]
    public void Headings_go_down_by_one_level_at_a_time() => AssertNone(
        from page in _crawl.Pages
        let levels = page.Value.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList()
        from pair in levels.Zip(levels.Skip(1))
        where pair.Second > pair.First + 1
        select $"{page.Key}: h{pair.Second} follows h{pair.First}");

    [Fact]
    public void A_title_belongs_to_one_page() => AssertNone(
        from page in _crawl.Pages
        where !page.Key.Contains('?')
        group page.Key by page.Value.Title into pages
        where pages.Count() > 1
        select $"{pages.Key}: {string.Join(", ", pages)}");

    [Fact]
    public void A_page_names_its_own_address_and_that_address_answers() => AssertNone(
        from page in _crawl.Pages
        let canonical = page.Value.QuerySelector("link[rel=canonical]")?.GetAttribute("href")
        where canonical is null || new Uri(canonical).PathAndQuery.Split('?')[0] != page.Key.Split('?')[0]
        select $"{page.Key}: {canonical}");

    [Fact]
    public void Crawlers_keep_what_can_be_found_and_leave_the_endless_combinations()
    {
        AssertNone(
            from page in _crawl.Pages
            let filters = page.Key.Split('?').Skip(1).SelectMany(query => query.Split('&')).Count(pair => !pair.StartsWith("page=", StringComparison.Ordinal))
            let isSearched = page.Key.Contains("?q=", StringComparison.Ordinal) || page.Key.Contains("&q=", StringComparison.Ordinal)
            let isChosen = page.Key.Contains('?') && ReadersOwn.Contains(page.Key.Split('?')[0])
            let isHidden = page.Value.QuerySelector("meta[name=robots]")?.GetAttribute("content")?.Contains("noindex", StringComparison.Ordinal) == true
            let isBrief = page.Key.EndsWith("/brief", StringComparison.Ordinal)
            where !page.Key.Contains("sort=", StringComparison.Ordinal) && isHidden != (filters > 1 || isSearched || isChosen || isBrief)
            select $"{page.Key}: {(isHidden ? "is" : "is not")} hidden from search engines");
        AssertNone(
            from page in _crawl.Pages
            where page.Key.StartsWith("/practices?", StringComparison.Ordinal)
            from link in page.Value.QuerySelectorAll("main a[href^='/practices?']")
            where !Rel(link).Contains("nofollow", StringComparer.Ordinal)
            select $"{page.Key}: {link.GetAttribute("href")} is followed");
    }

    private static IEnumerable<string> Faults(IHtmlDocument page)
    {
        if (string.IsNullOrEmpty(page.DocumentElement.GetAttribute("lang"))) yield return "no language";
        if (string.IsNullOrWhiteSpace(page.Title)) yield return "no title";
        foreach (var (selector, count) in ((string, int)[])[("main h1", 1), ("h1", 1), ("main", 1), ("body > header", 1), ("body > footer", 1), ("nav[aria-label=Site]", 1)])
        {
            if (page.QuerySelectorAll(selector).Length != count) yield return $"not {count} of {selector}";
        }
    }

    private static IEnumerable<string> Links(IHtmlDocument page) => Crawl.Links(page).Select(link => link.GetAttribute("href")!);

    private static string[] Rel(IElement link) => (link.GetAttribute("rel") ?? "").Split(' ');

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
