using System.Net;
using System.Text.Json;
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
    public async Task The_page_shows_it_with_its_words()
    {
        var html = await site.Site.Read("/practices/kumasi-street");
        Assert.Contains("<img src=\"/practices/kumasi-street/street%20trees.png\" alt=\"Young trees beside a street\" loading=\"lazy\">", html);
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
        /// <summary>The beginning of a PNG file; no test draws it.</summary>
        public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

        public SiteWithPictures()
        {
            var folder = Directory.CreateDirectory(Path.Combine(Site.Content, "practices", "kumasi-street")).FullName;
            File.WriteAllBytes(Path.Combine(folder, "street trees.png"), Png);
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
                media: [{ file: street trees.png, alt: Young trees beside a street }]
                sources: [{ id: 1, title: C2C City to City, year: 2016 }]
                status: published
                ---
                ## What they did

                Trees were planted.

                """);

            // All pictures are there when the record is read, so that it lists them; then links take their places.
            string[] names = ["own.jpg", "linked.jpg", "relative.jpg", "folder/secret.jpg", "circle.jpg", "dangling.jpg"];
            var linked = Directory.CreateDirectory(Path.Combine(Site.Content, "practices", "linked-street")).FullName;
            Directory.CreateDirectory(Path.Combine(linked, "folder"));
            foreach (var name in names) File.WriteAllBytes(Path.Combine(linked, name), Png);
            var media = string.Join('\n', names.Select(name => $"  - {{ file: {name}, alt: Young trees }}"));
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
            File.WriteAllBytes(Path.Combine(outside, "secret.jpg"), Png);
            File.WriteAllBytes(Path.Combine(linked, "real.jpg"), Png);
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
