using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Practices.Indexer.Indexing;
using Practices.Web;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>
/// The site over the small corpus, in memory, with a content folder of its own.
/// The factory takes any type of the web project: both programs have a class named Program.
/// </summary>
public sealed class Site : WebApplicationFactory<SearchState>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("practices-site-");

    public Site()
    {
        Copy(Path.Combine(Repository.Root, "Practices.Tests", "Corpus"), Content);
        Copy(Path.Combine(Repository.Root, "content", "vocabularies"), Path.Combine(Content, "vocabularies"));
    }

    /// <summary>The clock that embargoes are held against.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The folder of its index.</summary>
    public string Index => Path.Combine(_folder.FullName, "index");

    /// <summary>The content folder; what is written there shows on the site.</summary>
    public string Content => Path.Combine(_folder.FullName, "content");

    public PracticeCatalog Catalog => Services.GetRequiredService<PracticeLibrary>().Current;

    /// <summary>A visitor who does not follow redirects.</summary>
    public HttpClient Visitor() => CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A page's text; it must be there.</summary>
    public async Task<string> Read(string address)
    {
        using var visitor = Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A page as a browser reads it; it must be there.</summary>
    public async Task<IHtmlDocument> Page(string address)
    {
        using var visitor = Visitor();
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseSetting("Content", Content).UseSetting("Index", Index).UseEnvironment("Production")
            .ConfigureTestServices(services => services.AddSingleton(Clock));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists) _folder.Delete(recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
