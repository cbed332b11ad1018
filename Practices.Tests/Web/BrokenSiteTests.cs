using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Practices.Indexer.Indexing;
using Practices.Web;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>A site whose collection has not been read: whatever asks for it breaks.</summary>
public sealed class BrokenSiteTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_broken_page_is_calm_and_tells_nothing_of_the_program()
    {
        using var broken = Broken();
        using var visitor = broken.CreateClient();
        using var answer = await visitor.GetAsync("/practices");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Something broke here", html);
        Assert.DoesNotContain("Exception", html);
        Assert.DoesNotContain(" at Practices.", html);
        Assert.NotEmpty(answer.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_broken_API_answers_with_a_problem_document()
    {
        using var broken = Broken();
        using var visitor = broken.CreateClient();
        using var answer = await visitor.GetAsync("/api/v1/practices");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Exception", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_operator_is_told_that_it_lives_but_is_not_ready()
    {
        using var broken = Broken();
        using var visitor = broken.CreateClient();
        using var alive = await visitor.GetAsync("/healthz");
        using var ready = await visitor.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("has not been read yet", await ready.Content.ReadAsStringAsync());
    }

    // The program reads the library that it starts with; whoever asks later gets another, which nobody has read.
    private WebApplicationFactory<SearchState> Broken() => site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        services.AddTransient(_ => new PracticeLibrary(site.Content, Path.Combine(site.Content, "..", "unread")))));
}
