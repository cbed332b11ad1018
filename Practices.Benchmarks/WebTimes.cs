using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Practices.Benchmarks;

/// <summary>What requests to a published site cost its process, in microseconds of CPU a request, asked one after another over one connection of the loopback.</summary>
/// <param name="PageBytes">The size of the search page, not packed.</param>
/// <param name="UncachedUs">The search page for questions that were not asked before.</param>
/// <param name="CachedUs">The search page for one question, from the output cache.</param>
/// <param name="StaticPageUs">A Razor page of the same bytes that are all literals, from a site that does nothing else.</param>
/// <param name="StaticFileUs">A file of the search page's size.</param>
/// <param name="PlainTextUs"><c>/healthz</c>, a few bytes.</param>
internal sealed record WebTimes(long PageBytes, double UncachedUs, double CachedUs, double StaticPageUs, double StaticFileUs, double PlainTextUs)
{
    private const int Uncached = 2000;
    private const int Requests = 10_000;

    /// <summary>How many times a static page's cost the uncached page is.</summary>
    public double UncachedToStaticPage => Math.Round(UncachedUs / StaticPageUs, 2);

    /// <summary>How many times a static file's cost the uncached page is.</summary>
    public double UncachedToStaticFile => Math.Round(UncachedUs / StaticFileUs, 2);

    /// <summary>How many times plain text's cost the cached page is.</summary>
    public double CachedToPlainText => Math.Round(CachedUs / PlainTextUs, 2);

    /// <summary>Starts a copy of the site, asks it and stops it.</summary>
    /// <exception cref="InputException">The folder holds no published site, or it does not start.</exception>
    public static async Task<WebTimes> Measure(string published, string content)
    {
        var folder = Directory.CreateTempSubdirectory("practices-web-").FullName;
        try
        {
            var site = Path.Combine(folder, "site");
            Copy(published, site);
            return await Measure(site, content, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<WebTimes> Measure(string site, string content, string folder)
    {
        var program = Path.Combine(site, "Practices.Web.dll");
        if (!File.Exists(program)) throw new InputException($"{site}: holds no Practices.Web.dll. Publish the site first.");
        var page = Path.Combine(folder, "page.html");
        var times = await While(program, address => ["--urls", address, "--Content", Path.GetFullPath(content), "--Index", Path.Combine(folder, "index")], async (server, client) =>
        {
            await File.WriteAllBytesAsync(page, await client.GetByteArrayAsync("/practices?q=water"));
            File.Copy(page, Path.Combine(site, "wwwroot", "same-size.txt"));

            // A word that no record holds and that is not wanted: another question, the same answer.
            var uncached = await Cost(server, client, number => $"/practices?q=water+-q{number.ToString(CultureInfo.InvariantCulture)}z");
            return new WebTimes(
                new FileInfo(page).Length,
                uncached,
                await Cost(server, client, _ => "/practices?q=water"),
                0,
                await Cost(server, client, _ => "/same-size.txt"),
                await Cost(server, client, _ => "/healthz"));
        });
        return times with
        {
            StaticPageUs = await While(
                typeof(WebTimes).Assembly.Location,
                address => ["--static-page", page, "--address", address],
                (server, client) => Cost(server, client, _ => StaticPage.Path)),
        };
    }

    // Starts a site, asks it and stops it.
    private static async Task<T> While<T>(string program, Func<string, string[]> arguments, Func<Process, HttpClient, Task<T>> ask)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 1 }) { BaseAddress = new($"http://127.0.0.1:{FreePort()}") };
        using var server = Start(program, arguments(client.BaseAddress.ToString()));
        try
        {
            await UntilReady(server, client);
            return await ask(server, client);
        }
        finally
        {
            if (!server.HasExited) server.Kill();
            await server.WaitForExitAsync();
        }
    }

    // Asks twice as often as is measured: the first half warms up.
    private static async Task<double> Cost(Process server, HttpClient client, Func<int, string> address)
    {
        var start = TimeSpan.Zero;
        for (var number = 0; number < Requests * 2; number++)
        {
            if (number == Requests) start = Cpu(server);
            using var answer = await client.GetAsync(address(number));
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null);
        }

        return Math.Round((Cpu(server) - start).TotalMicroseconds / Requests, 1);
    }

    private static TimeSpan Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[program, .. arguments]) start.ArgumentList.Add(argument);

        // Both collect their garbage as a site does.
        start.Environment["DOTNET_gcServer"] = "1";
        var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");

        // Read away, so that the site never waits for somebody to read what it says.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task UntilReady(Process server, HttpClient client)
    {
        for (var patience = 600; patience > 0 && !server.HasExited; patience--)
        {
            try
            {
                using var answer = await client.GetAsync("/readyz");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(100);
        }

        throw new InputException("The site does not become ready within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from)) throw new InputException($"{from}: there is no such folder.");
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
