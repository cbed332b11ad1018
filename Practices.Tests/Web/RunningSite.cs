using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Practices.Indexer.Indexing;
using Practices.Web;

namespace Practices.Tests.Web;

/// <summary>The real site on a port of its own, over a content folder and with an index that is gone when the site is.</summary>
internal sealed class RunningSite : WebApplicationFactory<SearchState>
{
    private static readonly Lazy<RunningSite> OverOurContent = new(() => StartForTheWholeRun(Path.Combine(Repository.Root, "content")));

    private readonly string _content;
    private readonly DirectoryInfo _index = Directory.CreateTempSubdirectory("practices-site-");

    private RunningSite(string content)
    {
        _content = content;
        UseKestrel(0);
    }

    /// <summary>The site over the project's own content: started by the first test that asks, stopped when the run ends.</summary>
    public static RunningSite Shared => OverOurContent.Value;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>What it shows.</summary>
    public PracticeLibrary Library => Services.GetRequiredService<PracticeLibrary>();

    /// <summary>Starts a site.</summary>
    /// <param name="content">The content folder.</param>
    public static RunningSite Start(string content)
    {
        var site = new RunningSite(content);
        site.StartServer();
        site.Origin = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
            .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
            .Replace("localhost", "127.0.0.1", StringComparison.Ordinal)
            .TrimEnd('/');
        return site;
    }

    /// <summary>A client that sees what was sent: it follows no redirect and unpacks nothing.</summary>
    public HttpClient PlainClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseProxy = false }) { BaseAddress = new Uri(Origin) };

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("Logging:LogLevel:Default", "Error")
        .UseSetting("Content", _content)
        .UseSetting("Index", _index.FullName);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _index.Exists) _index.Delete(recursive: true);
    }

    private static RunningSite StartForTheWholeRun(string content)
    {
        var site = Start(content);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => site.Dispose();
        return site;
    }
}
