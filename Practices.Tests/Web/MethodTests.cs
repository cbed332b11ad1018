using System.Net;
using Xunit;

namespace Practices.Tests.Web;

public sealed class MethodTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/practices")]
    [InlineData("/practices/durban-landfill-gas")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/api/v1/practices")]
    [InlineData("/api/v1/practices/durban-landfill-gas")]
    [InlineData("/api/v1/suggest?q=durban")]
    public async Task Whoever_asks_only_whether_it_is_there_is_told(string address)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/practices")]
    [InlineData("DELETE", "/practices/durban-landfill-gas")]
    [InlineData("PUT", "/api/v1/practices/durban-landfill-gas")]
    [InlineData("POST", "/api/v1/suggest?q=durban")]
    [InlineData("POST", "/sitemap.xml")]
    public async Task Nothing_can_be_written(string method, string address)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
        if (!address.StartsWith("/api/", StringComparison.Ordinal)) Assert.Contains("The pages of this site can be read, not written to.", await answer.Content.ReadAsStringAsync());
    }
}
