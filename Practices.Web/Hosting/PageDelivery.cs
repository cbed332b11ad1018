using System.IO.Compression;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Practices.Indexer.Indexing;

namespace Practices.Web.Hosting;

/// <summary>How pages are kept and packed.</summary>
public static class PageDelivery
{
    // Some four thousand pages as they are sent; the oldest give way.
    private const long CacheSize = 64L * 1024 * 1024;
    private const long LargestPage = 512 * 1024;

    /// <summary>Output caching of every page by content, address and packing.</summary>
    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton<PageCache>();
        services.AddHostedService<CacheEviction>();
        services.AddOutputCache(options =>
        {
            options.SizeLimit = CacheSize;

            // `/countries/za` leads to `/countries/ZA`: two addresses, two answers.
            options.UseCaseSensitivePaths = true;
            options.MaximumBodySize = LargestPage;
        });
        services.AddOptions<OutputCacheOptions>().Configure<PageCache>((options, policy) => options.AddPolicy(PageCache.Policy, policy));
    }

    /// <summary>Brotli, else gzip. What is public and the same for everybody can be packed over HTTPS without risk: pages hold no secret.</summary>
    public static void AddPageCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "text/calendar", "application/atom+xml", "application/opensearchdescription+xml", "application/x-suggestions+json"];
        });

        // A page is packed once and sent many times.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    /// <summary>Drops all pages when the catalog is replaced.</summary>
    private sealed class CacheEviction(PracticeLibrary library, IOutputCacheStore store, ILogger<CacheEviction> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            library.Changed += Evict;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            library.Changed -= Evict;
            return Task.CompletedTask;
        }

        private async void Evict(object? sender, EventArgs e)
        {
            try
            {
                await store.EvictByTagAsync(PageCache.Policy, CancellationToken.None);
            }
            catch (Exception problem)
            {
                // Old pages are never shown, their key names the old catalog; they only keep their memory for longer.
                log.LogWarning(problem, "Old pages could not be dropped.");
            }
        }
    }
}
