using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Xml.Linq;

namespace Practices.Benchmarks;

/// <summary>A site in a process of its own, asked over one connection of the loopback. It ends with this object.</summary>
internal sealed class MeasuredSite : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private MeasuredSite(Process process, HttpClient client) => (_process, _client) = (process, client);

    /// <summary>The processor time that the site has taken since it started.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a site and waits until it is ready.</summary>
    /// <exception cref="InputException">It does not start.</exception>
    public static async Task<MeasuredSite> Start(string program, Func<string, string[]> arguments)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 1 }) { BaseAddress = new($"http://127.0.0.1:{FreePort()}") };
        var site = new MeasuredSite(Start(program, arguments(client.BaseAddress.ToString())), client);
        try
        {
            await site.UntilReady();
            return site;
        }
        catch (InputException)
        {
            site.Dispose();
            throw;
        }
    }

    /// <summary>What stands at an address.</summary>
    public Task<byte[]> Get(string address) => _client.GetByteArrayAsync(address);

    /// <summary>The addresses of all practices, which the map for crawlers lists.</summary>
    public async Task<IReadOnlyList<string>> Practices() =>
    [
        .. XDocument.Parse(await _client.GetStringAsync("/sitemap.xml")).Descendants()
            .Where(element => element.Name.LocalName == "loc")
            .Select(element => new Uri(element.Value).AbsolutePath)
            .Where(path => path.StartsWith("/practices/", StringComparison.Ordinal)),
    ];

    /// <summary>Asks once and reads the whole answer.</summary>
    /// <param name="address">What is asked for.</param>
    /// <param name="isRendered">Whether the answer must be made anew. One from a cache says its age.</param>
    /// <exception cref="InputException">An answer that must be made anew came from a cache.</exception>
    public async Task Ask(string address, bool isRendered)
    {
        using var answer = await _client.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        if (isRendered && answer.Headers.Age is not null) throw new InputException($"{address}: came from the cache and says nothing about what the page costs.");
        await answer.Content.CopyToAsync(Stream.Null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
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

    private async Task UntilReady()
    {
        for (var patience = 600; patience > 0 && !_process.HasExited; patience--)
        {
            try
            {
                using var answer = await _client.GetAsync("/readyz");
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
}
