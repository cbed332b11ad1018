using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Practices.Web;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>The first flight of a connection carries about 14 KB: page and stylesheet fit into it, over the content that is shipped.</summary>
public sealed class BudgetTests
{
    private const int FirstFlight = 14 * 1024;

    [Fact]
    public async Task Page_and_stylesheet_fit_into_the_first_flight()
    {
        var index = Directory.CreateTempSubdirectory("practices-index-");
        try
        {
            await using var factory = new WebApplicationFactory<SearchState>().WithWebHostBuilder(builder => builder
                .UseSetting("Content", Path.Combine(Repository.Root, "content"))
                .UseSetting("Index", index.FullName));
            using var visitor = factory.CreateClient();
            visitor.DefaultRequestHeaders.AcceptEncoding.Add(new("br"));
            var site = await visitor.GetByteArrayAsync("/site.css");
            var search = await visitor.GetByteArrayAsync("/search.css");
            string[] addresses = ["/", "/practices", "/practices?q=water", "/practices/ahmedabad-womens-climate-action", "/practices/durban-institute-of-learning"];
            foreach (var address in addresses)
            {
                var page = await visitor.GetByteArrayAsync(address);
                var style = site.Length + (address.Split('?')[0] == "/practices" ? search.Length : 0);
                Assert.True(page.Length + style <= FirstFlight, $"{address}: {page.Length} + {style} bytes");
            }
        }
        finally
        {
            index.Delete(recursive: true);
        }
    }
}
