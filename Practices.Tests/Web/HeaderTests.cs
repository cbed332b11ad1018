using System.Net;
using Practices.Web.Hosting;
using Xunit;

namespace Practices.Tests.Web;

public sealed class HeaderTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/practices")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/practices")]
    [InlineData("/api/v1/practices/nowhere")]
    [InlineData("/api/v1/suggest?q=durban")]
    [InlineData("/site.css")]
    [InlineData("/healthz")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.NotNull(Header(answer, "Permissions-Policy"));
        Assert.Null(Header(answer, "Strict-Transport-Security"));
        Assert.Null(Header(answer, "Set-Cookie"));
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there_for_this_host_alone()
    {
        using var visitor = site.CreateClient(new() { BaseAddress = new("https://localhost") });
        using var answer = await visitor.GetAsync("/");
        Assert.Equal("max-age=63072000", Header(answer, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/practices?sdg=13")]
    [InlineData("/practices/durban-landfill-gas")]
    [InlineData("/api/v1/practices")]
    [InlineData("/api/v1/suggest?q=durban")]
    public async Task Who_has_the_page_is_told_so(string address)
    {
        using var visitor = site.Visitor();
        using var first = await visitor.GetAsync(address);
        var tag = Assert.IsType<System.Net.Http.Headers.EntityTagHeaderValue>(first.Headers.ETag);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(tag);
        using var second = await visitor.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_come_packed_from_the_program_and_from_the_cache(string packing)
    {
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.AcceptEncoding.Add(new(packing));
        foreach (var fromCache in new[] { false, true })
        {
            using var answer = await visitor.GetAsync($"/practices?sdg=11&q={packing}");
            Assert.Equal([packing], answer.Content.Headers.ContentEncoding);
            Assert.Equal(fromCache, answer.Headers.Age is not null);
        }
    }

    [Fact]
    public async Task The_stylesheet_is_kept_for_good_under_an_address_of_its_content()
    {
        var html = await site.Read("/");
        var address = html.Find("href=\"(/site\\.css\\?v=[^\"]+)\"").Single();
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", Header(answer, "Cache-Control"));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
