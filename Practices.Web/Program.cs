using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.WebEncoders;
using Practices.Indexer.Indexing;
using Practices.Web;
using Practices.Web.Api;
using Practices.Web.Exports;
using Practices.Web.Hosting;
using Practices.Web.Presentation;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = StaticFiles.Root() });

// What an operator reads: the address, the content's changes and problems, and what went wrong. Not a line for every page.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

// An address that cannot be bound is said in one line below.
builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;

    // A question of 10,000 characters in any script is answered, not refused by the server before anybody reads it.
    kestrel.Limits.MaxRequestLineSize = 128 * 1024;
});

// What one thread of the pool has begun it also ends: each hand-over of a request between threads wakes one that then waits, spinning, for work.
builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);

try
{
    builder.Services.AddSingleton(PublicAddress.Read(builder.Configuration));
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return Collection.Usage;
}

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(services => Collection.Find(builder.Configuration, services.GetRequiredService<TimeProvider>()));
builder.Services.AddHostedService<ContentFollower>();
builder.Services.AddRazorPages(pages =>
{
    foreach (var folder in ConceptFolder.All.Where(folder => folder.Parent.Length > 0))
    {
        pages.Conventions.AddPageRoute("/Concepts", $"{folder.Parent}/{{folder:regex(^{folder.Folder}$)}}");
        pages.Conventions.AddPageRoute("/Concept", $"{folder.Parent}/{{folder:regex(^{folder.Folder}$)}}/{{id}}");
    }
});
builder.Services.AddSingleton<IHttpResponseStreamWriterFactory, WholePages>();
builder.Services.AddProblemDetails();
builder.Services.AddPageCache();
builder.Services.AddPageCompression();

builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = PageEncoding.Letters);

var app = builder.Build();
var library = app.Services.GetRequiredService<PracticeLibrary>();
if (!Collection.Read(library, app.Logger)) return Collection.InputOutput;

app.UseSecurityHeaders();
app.UseErrorPages();

// After the error pages, so that a request that is answered anew with one of them finds its way again.
app.UseRouting();
app.UseFreshness();
app.UseOutputCache();
app.UseResponseCompression();
app.UseStaticAssets();
app.MapRazorPages().OnlyToRead().CacheOutput(PageCache.Policy).WithMetadata(new Freshness.SnapshotPage());
app.MapPracticesApi();
app.MapSuggestApi();
app.MapCalendars();
app.MapExports();
app.MapShortlistExport();
app.MapCrawlerFiles();
app.MapOpenSearch();
app.MapPictures();
app.MapHealth();
app.Lifetime.ApplicationStarted.Register(() => Collection.Announce(library, app));
try
{
    app.Run();
    return 0;
}
catch (Exception problem) when (problem is IOException or SocketException)
{
    Console.Error.WriteLine(Collection.CannotServe(problem));
    return Collection.InputOutput;
}
