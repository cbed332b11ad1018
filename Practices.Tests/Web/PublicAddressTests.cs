using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Practices.Web.Hosting;
using Xunit;

namespace Practices.Tests.Web;

public sealed class PublicAddressTests(Site site) : IClassFixture<Site>
{
    private const string Public = "https://practices.dortmund.de";

    [Theory]
    [InlineData("/robots.txt", "Sitemap: https://practices.dortmund.de/sitemap.xml")]
    [InlineData("/sitemap.xml", "<loc>https://practices.dortmund.de/practices/durban-landfill-gas</loc>")]
    [InlineData("/practices/durban-landfill-gas", "rel=\"canonical\" href=\"https://practices.dortmund.de/practices/durban-landfill-gas\"")]
    [InlineData("/practices/durban-landfill-gas", "https://practices.dortmund.de/practices/durban-landfill-gas")]
    public async Task The_configured_address_wins_over_the_host_that_a_request_names(string path, string expected)
    {
        using var configured = site.WithWebHostBuilder(builder => builder.UseSetting("Url", Public + "/"));
        using var visitor = configured.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "somebody.else";
        using var answer = await visitor.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(expected, text);
        Assert.DoesNotContain("somebody.else", text);
    }

    [Theory]
    [InlineData("practices.dortmund.de")]
    [InlineData("ftp://practices.dortmund.de")]
    [InlineData("https://practices.dortmund.de/?q=1")]
    public void What_is_no_address_of_a_site_is_refused_with_a_remedy(string url)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Url", url)]).Build();
        var problem = Assert.Throws<FormatException>(() => PublicAddress.Read(configuration));
        Assert.Contains(url, problem.Message);
        Assert.Contains("https://", problem.Message);
    }
}
