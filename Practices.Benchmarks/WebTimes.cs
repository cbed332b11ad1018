using System.Globalization;

namespace Practices.Benchmarks;

/// <summary>
/// What requests to a published site cost its process, in microseconds of CPU a request, asked one after another over one connection of the loopback: medians of rounds in which each kind of
/// request has its turn, so that a slow minute of the machine is everybody's.
/// </summary>
/// <param name="PageBytes">The size of the search page, not packed.</param>
/// <param name="UncachedUs">The search page for questions that were not asked before.</param>
/// <param name="StaticPageUs">A Razor page of the same bytes that are all literals, from a site that does nothing else.</param>
/// <param name="Practices">How many practices take turns.</param>
/// <param name="PracticeBytes">The mean size of a practice's page, not packed.</param>
/// <param name="PracticeUs">The page of a practice, not from the cache.</param>
/// <param name="StaticPracticeUs">Razor pages of the same bytes as all of these.</param>
/// <param name="CachedUs">The search page for one question, from the output cache.</param>
/// <param name="StaticFileUs">A file of the search page's size.</param>
/// <param name="PlainTextUs"><c>/healthz</c>, a few bytes.</param>
internal sealed record WebTimes(
    long PageBytes, double UncachedUs, double StaticPageUs, int Practices, long PracticeBytes, double PracticeUs, double StaticPracticeUs, double CachedUs, double StaticFileUs, double PlainTextUs)
{
    private const int WarmUps = 10_000;
    private static readonly string TooLongToKeep = new('z', 700);
    private const int Rounds = 5;
    private const int Requests = 2000;

    /// <summary>How many times a static page's cost the uncached search page is.</summary>
    public double UncachedToStaticPage => Math.Round(UncachedUs / StaticPageUs, 2);

    /// <summary>How many times a static page's cost a practice's page is.</summary>
    public double PracticeToStaticPage => Math.Round(PracticeUs / StaticPracticeUs, 2);

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

    private static async Task<WebTimes> Measure(string folder, string content, string scratch)
    {
        var program = Path.Combine(folder, "Practices.Web.dll");
        if (!File.Exists(program)) throw new InputException($"{folder}: holds no Practices.Web.dll. Publish the site first.");
        using var site = await MeasuredSite.Start(program, address => ["--urls", address, "--Content", Path.GetFullPath(content), "--Index", Path.Combine(scratch, "index")]);
        var practices = await site.Practices();
        var pages = Directory.CreateDirectory(Path.Combine(scratch, "pages")).FullName;
        foreach (var (number, address) in practices.Prepend("/practices?q=water").Index())
            await File.WriteAllBytesAsync(StaticPage.FileOf(pages, number), await site.Get(address));
        File.Copy(StaticPage.FileOf(pages, 0), Path.Combine(folder, "wwwroot", "same-size.txt"));
        using var other = await MeasuredSite.Start(typeof(WebTimes).Assembly.Location, address => ["--static-page", pages, "--address", address]);

        // A word that no record holds and that is not wanted: another question, the same answer.
        // A practice's page is the same whatever else is asked of it, but a question that long is not kept.
        Turn[] turns =
        [
            new(site, number => string.Create(CultureInfo.InvariantCulture, $"/practices?q=water+-q{number}z"), IsRendered: true),
            new(other, _ => StaticPage.Address(0), IsRendered: true),
            new(site, number => $"{practices[number % practices.Count]}?q={TooLongToKeep}", IsRendered: true),
            new(other, number => StaticPage.Address(1 + (number % practices.Count)), IsRendered: true),
            new(site, _ => "/practices?q=water", IsRendered: false),
            new(site, _ => "/same-size.txt", IsRendered: false),
            new(site, _ => "/healthz", IsRendered: false),
        ];
        foreach (var turn in turns) await turn.Ask(WarmUps);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var turn in turns) turn.Costs.Add(await turn.Ask(Requests));
        }

        var us = turns.Select(turn => turn.Median).ToArray();
        var sizes = practices.Select((_, number) => new FileInfo(StaticPage.FileOf(pages, number + 1)).Length);
        return new(new FileInfo(StaticPage.FileOf(pages, 0)).Length, us[0], us[1], practices.Count, (long)sizes.Average(), us[2], us[3], us[4], us[5], us[6]);
    }

    /// <summary>One kind of request, asked again and again.</summary>
    private sealed record Turn(MeasuredSite Site, Func<int, string> Address, bool IsRendered)
    {
        private int _asked;

        /// <summary>What each round cost a request.</summary>
        public List<double> Costs { get; } = [];

        public double Median => Math.Round(Costs.Order().ElementAt(Costs.Count / 2), 1);

        public async Task<double> Ask(int requests)
        {
            var start = Site.Cpu;
            for (var i = 0; i < requests; i++) await Site.Ask(Address(_asked++), IsRendered);
            return (Site.Cpu - start).TotalMicroseconds / requests;
        }
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
