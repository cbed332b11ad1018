using System.Net;
using System.Text.Json;
using Practices.Tests.Corpus;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>Pictures of a record that lies in a folder of its own with its files.</summary>
public sealed class PictureTests(PictureTests.SiteWithPictures site) : IClassFixture<PictureTests.SiteWithPictures>
{
    [Fact]
    public async Task A_picture_that_a_record_shows_is_served_as_a_picture()
    {
        using var visitor = site.Site.Visitor();
        using var answer = await visitor.GetAsync("/practices/kumasi-street/street%20trees.png");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(SiteWithPictures.Png, await answer.Content.ReadAsByteArrayAsync());

        using var again = new HttpRequestMessage(HttpMethod.Get, "/practices/kumasi-street/street%20trees.png");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var known = await visitor.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task The_first_picture_leads_and_stands_where_else_the_map_would()
    {
        var page = await site.Site.Page("/practices/kumasi-street");
        var picture = page.QuerySelector(".record-head img")!;
        Assert.Equal(("64", "40", "Young trees beside a street", null), (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("alt"), picture.GetAttribute("loading")));
        Assert.Contains("Picture: City of Kumasi, CC-BY-4.0", page.QuerySelector(".record-head figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".locator"));
        Assert.NotNull((await site.Site.Page("/practices/linked-street")).QuerySelector(".story + figure img[loading=lazy][width='24']"));
    }

    [Fact]
    public async Task Smaller_sizes_are_offered_with_their_widths()
    {
        var page = await site.Site.Page("/practices/kumasi-street");
        var sizes = page.QuerySelector(".record-head img")!.GetAttribute("srcset")!.Split(", ");
        Assert.Collection(
            sizes,
            size => Assert.Matches(@"^/practices/kumasi-street/street%20trees-32\.png\?v=[0-9a-f]{16} 32w$", size),
            size => Assert.Matches(@"^/practices/kumasi-street/street%20trees\.png\?v=[0-9a-f]{16} 64w$", size));
        foreach (var size in sizes) await site.Site.Read(size.Split(' ')[0]);
    }

    [Fact]
    public async Task A_picture_in_the_story_is_shown_there_alone_and_credited_below()
    {
        var page = await site.Site.Page("/practices/kumasi-street");
        var picture = page.QuerySelector(".story img")!;
        Assert.Equal(("48", "30", "lazy", null), (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading"), picture.GetAttribute("srcset")));
        Assert.Matches(@"^/practices/kumasi-street/before%2Bafter%20it\.png\?v=[0-9a-f]{16}$", picture.GetAttribute("src"));
        Assert.Equal(2, page.QuerySelectorAll("img").Length);
        Assert.Equal("Picture in the story: A gardener, CC0-1.0", page.QuerySelector(".story + p")!.TextContent);
    }

    [Fact]
    public async Task An_address_with_the_hash_of_the_picture_is_kept_for_a_year_and_no_other()
    {
        using var visitor = site.Site.Visitor();
        var address = (await site.Site.Page("/practices/kumasi-street")).QuerySelector(".record-head img")!.GetAttribute("src")!;
        using var known = await visitor.GetAsync(address);
        Assert.Equal("public, max-age=31536000, immutable", known.Headers.CacheControl?.ToString());
        foreach (var other in (string[])[address.Split('?')[0], address.Split('?')[0] + "?v=0123456789abcdef"])
        {
            using var answer = await visitor.GetAsync(other);
            Assert.Equal((HttpStatusCode.OK, true, null), (answer.StatusCode, answer.Headers.CacheControl!.NoCache, answer.Headers.CacheControl.MaxAge));
        }
    }

    [Fact]
    public async Task A_page_that_is_shared_shows_its_picture()
    {
        var page = await site.Site.Page("/practices/kumasi-street");
        Assert.Matches(@"^https?://[^/]+/practices/kumasi-street/street%20trees\.png\?v=[0-9a-f]{16}$", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal("64", page.QuerySelector("meta[property='og:image:width']")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("index.md")]
    [InlineData("other.png")]
    [InlineData("drawing.svg")]
    [InlineData("../durban-landfill-gas.md")]
    [InlineData("..%2Fdurban-landfill-gas.md")]
    public async Task Nothing_else_of_the_folder_is_served(string name)
    {
        using var visitor = site.Site.Visitor();
        using var answer = await visitor.GetAsync($"/practices/kumasi-street/{name}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("own.jpg", HttpStatusCode.OK)]
    [InlineData("linked.jpg", HttpStatusCode.NotFound)]
    [InlineData("relative.jpg", HttpStatusCode.NotFound)]
    [InlineData("folder/secret.jpg", HttpStatusCode.NotFound)]
    [InlineData("circle.jpg", HttpStatusCode.NotFound)]
    [InlineData("dangling.jpg", HttpStatusCode.NotFound)]
    public async Task A_link_is_followed_as_long_as_it_stays_in_the_folder(string name, HttpStatusCode expected)
    {
        using var visitor = site.Site.Visitor();
        using var answer = await visitor.GetAsync($"/practices/linked-street/{name}");
        Assert.Equal(expected, answer.StatusCode);
    }

    [SharedFact]
    public async Task No_name_leads_out_of_the_folder()
    {
        using var names = JsonDocument.Parse(await File.ReadAllTextAsync(SharedFactAttribute.File("vectors", "path-traversal-names.json")));
        using var visitor = site.Site.Visitor();

        // The server refuses a NUL before anybody sees it; the test's own client cannot even send one.
        foreach (var name in names.RootElement.EnumerateArray().Select(n => n.GetProperty("name").GetString()!).Where(n => !n.Contains('\0')))
        {
            using var answer = await visitor.GetAsync($"/practices/kumasi-street/{Uri.EscapeDataString(name)}");

            // The client resolves dots and cuts spaces: what is left may ask for a page of the site, which is no file of the folder.
            var isPage = answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.MovedPermanently && answer.Content.Headers.ContentType?.MediaType is null or "text/html";
            Assert.True(isPage || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{name}: {answer.StatusCode}");
        }
    }

    /// <summary>The small corpus and one record with pictures.</summary>
    public sealed class SiteWithPictures : IDisposable
    {
        public static readonly byte[] Png = SamplePicture.Png(64, 40);

        public SiteWithPictures()
        {
            var folder = Directory.CreateDirectory(Path.Combine(Site.Content, "practices", "kumasi-street")).FullName;
            File.WriteAllBytes(Path.Combine(folder, "street trees.png"), Png);
            File.WriteAllBytes(Path.Combine(folder, "street trees-32.png"), SamplePicture.Png(32, 20));
            File.WriteAllBytes(Path.Combine(folder, "before+after it.png"), SamplePicture.Png(48, 30));
            File.WriteAllBytes(Path.Combine(folder, "other.png"), Png);
            File.WriteAllText(Path.Combine(folder, "drawing.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
            File.WriteAllText(
                Path.Combine(folder, "index.md"),
                """
                ---
                kind: practice
                title: Kumasi plants trees along a street
                summary: Kumasi greened a street with advice from Dortmund.
                places: [{ city: Kumasi, country: GH }]
                sdgs: [{ goal: 13, by: editor }]
                themes: [urban-forests]
                media:
                  - { file: street trees.png, alt: Young trees beside a street, credit: City of Kumasi, licence: CC-BY-4.0 }
                  - { file: before+after it.png, alt: The street before and after, credit: A gardener, licence: CC0-1.0 }
                sources: [{ id: 1, title: C2C City to City, year: 2016 }]
                status: published
                ---
                ## What they did

                Trees were planted.

                ![The street before and after](<before+after it.png>)

                """);

            // All pictures are there when the record is read, so that it lists them; then links take their places.
            string[] names = ["own.jpg", "linked.jpg", "relative.jpg", "folder/secret.jpg", "circle.jpg", "dangling.jpg"];
            var linked = Directory.CreateDirectory(Path.Combine(Site.Content, "practices", "linked-street")).FullName;
            Directory.CreateDirectory(Path.Combine(linked, "folder"));
            foreach (var name in names) File.WriteAllBytes(Path.Combine(linked, name), SamplePicture.Jpeg);
            var media = string.Join('\n', names.Select(name => $"  - {{ file: {name}, alt: Young trees, credit: City of Dortmund, licence: CC0-1.0 }}"));
            File.WriteAllText(
                Path.Combine(linked, "index.md"),
                $$"""
                ---
                kind: practice
                title: Dortmund plants trees along a street
                summary: Dortmund greened a street with advice from Kumasi.
                places: [{ city: Dortmund, country: DE }]
                sdgs: [{ goal: 13, by: editor }]
                themes: [urban-forests]
                media:
                {{media}}
                sources: [{ id: 1, title: C2C City to City, year: 2016 }]
                status: published
                ---
                ## What they did

                Trees were planted.

                """);
            _ = Site.Catalog;
            var outside = Directory.CreateDirectory(Path.Combine(Site.Content, "..", "outside")).FullName;
            File.WriteAllBytes(Path.Combine(outside, "secret.jpg"), SamplePicture.Jpeg);
            File.WriteAllBytes(Path.Combine(linked, "real.jpg"), SamplePicture.Jpeg);
            Directory.Delete(Path.Combine(linked, "folder"), recursive: true);
            Directory.CreateSymbolicLink(Path.Combine(linked, "folder"), outside);
            foreach (var (name, target) in new[]
            {
                ("own.jpg", "real.jpg"), ("linked.jpg", Path.Combine(outside, "secret.jpg")), ("relative.jpg", "../../../outside/secret.jpg"),
                ("circle.jpg", "circle.jpg"), ("dangling.jpg", "nowhere.jpg"),
            })
            {
                File.Delete(Path.Combine(linked, name));
                File.CreateSymbolicLink(Path.Combine(linked, name), target);
            }
        }

        public Site Site { get; } = new();

        public void Dispose() => Site.Dispose();
    }
}
