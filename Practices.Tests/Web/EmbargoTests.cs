using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Announcing;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Indexing;
using Practices.Indexer.Ingest;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Web;

/// <summary>
/// A submission and a public record's recognition, imported and announced for a moment ahead. Their words are made up, so that wherever one of them is found, it has leaked.
/// </summary>
public sealed partial class EmbargoTests(ITestOutputHelper output)
{
    private const string Award = "guangzhou-award";
    private const string Cycle = "2020";
    private const string PublicId = "kumasi-street-greening";

    // One of each kind of text that a record has.
    private static readonly ImmutableArray<string> Words = ["quixwater", "zanzolopolis", "brimfeather", "ostrelund", "vexillard", "plumdigger", "gorvinash", "tarnwhistle", "GZ-77123", "GZ-88456"];

    [Fact]
    public async Task Nothing_leaks_before_the_moment_and_all_is_there_after_it()
    {
        var clock = new ShiftedClock();
        using var site = new Site { Clock = clock };
        var at = DateTimeOffset.UtcNow.AddHours(6);
        at = new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, TimeSpan.Zero);
        var vocabularies = VocabularyShelf.ReadSet(site.Content);
        var publicRecord = Path.Combine(site.Content, "practices", $"{PublicId}.md");
        await File.WriteAllTextAsync(publicRecord, (await File.ReadAllTextAsync(publicRecord)).Replace(
            "sources:", $"recognition: [{{ award: {Award}, cycle: \"{Cycle}\", outcome: winner, external-id: GZ-88456, staged: true, note: A tarnwhistle. }}]\nsources:", StringComparison.Ordinal));
        var report = ImportRun.Run(site.Content, Award, [Submission()], vocabularies, new());
        Assert.False(report.HasFindings, string.Join('\n', report.Problems));
        var id = ContentFile.Of("", report.Rows[0].File!).Id;

        using var visitor = site.Visitor();
        await AssertNothingLeaks(site, visitor, id, "staged");

        // The third is a record of the corpus whose recognition has no date.
        Assert.Equal(
            [("kumasi-street-greening", StageChange.RecognitionAppears), ("quito-eco-efficiency-ordinance", StageChange.RecognitionAppears), (id, StageChange.RecordAppears)],
            CycleStage.Announce(site.Content, Award, Cycle, at, vocabularies, isDryRun: false, "Desk", clock.GetUtcNow()).Records.Select(record => (record.Id, record.Change)));
        await Until(() => Task.FromResult(site.Services.GetRequiredService<PracticeLibrary>().NextPublication == at));
        var walked = await AssertNothingLeaks(site, visitor, id, "announced");

        // The moment is a second and a half away; before it there is nothing, and then all.
        clock.Ahead = at.AddSeconds(-1.5) - DateTimeOffset.UtcNow;
        var early = 0;
        await Until(async () =>
        {
            var before = clock.GetUtcNow();
            using var answer = await visitor.GetAsync($"/api/v1/practices/{id}");
            if (answer.StatusCode == HttpStatusCode.OK && before < at) early++;
            return answer.StatusCode == HttpStatusCode.OK;
        });
        var late = clock.GetUtcNow() - at;
        Assert.Equal(0, early);
        output.WriteLine($"{walked} addresses walked; the record is there {late.TotalMilliseconds:0} ms after the moment.");

        Assert.Contains("quixwater", await site.Read($"/practices/{id}"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"total\":1,", await site.Read("/api/v1/practices?q=zanzolopolis"), StringComparison.Ordinal);
        Assert.Contains("tarnwhistle", await site.Read($"/practices/{PublicId}"), StringComparison.Ordinal);
        Assert.Contains("\"total\":3,", await site.Read($"/api/v1/practices?award={Award}/{Cycle}"), StringComparison.Ordinal);
        Assert.Contains(id, await site.Read("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("Quixwater", await site.Read("/api/v1/suggest?q=quix"), StringComparison.Ordinal);

        // The walk would have found them: they stand there as they are.
        foreach (var word in Words.Where(word => word is not ("gorvinash" or "brimfeather"))) Assert.True(FilesHold(site.Index, word), word);

        CycleStage.Withdraw(site.Content, Award, Cycle, "A slip.", vocabularies, isDryRun: false, "Desk", clock.GetUtcNow());
        await Until(async () =>
        {
            using var answer = await visitor.GetAsync($"/api/v1/practices/{id}");
            return answer.StatusCode == HttpStatusCode.NotFound;
        });
        Assert.DoesNotContain("tarnwhistle", await site.Read($"/practices/{PublicId}"), StringComparison.Ordinal);
        Assert.Contains("\"total\":0,", await site.Read($"/api/v1/practices?award={Award}/{Cycle}"), StringComparison.Ordinal);
    }

    private static Practices.Indexer.Import.Mappings.MappingResult Submission()
    {
        var fields = new JsonObject
        {
            ["kind"] = "practice",
            ["title"] = "Quixwater for all",
            ["aliases"] = new JsonArray("Brimfeather pipes"),
            ["summary"] = "Ostrelund brings water to every house.",
            ["places"] = new JsonArray(new JsonObject { ["city"] = "Zanzolopolis", ["country"] = "GH" }),
            ["sdgs"] = new JsonArray(new JsonObject { ["goal"] = 6, ["by"] = "award" }),
            ["partners"] = new JsonArray(new JsonObject { ["name"] = "Vexillard Trust" }),
            ["failures"] = new JsonArray(new JsonObject { ["what"] = "The first plumdigger broke." }),
            ["recognition"] = new JsonArray(new JsonObject { ["award"] = Award, ["cycle"] = Cycle, ["outcome"] = "winner", ["external-id"] = "GZ-77123" }),
            ["sources"] = new JsonArray(new JsonObject { ["id"] = 1, ["title"] = "The application", ["year"] = 2020 }),
            ["status"] = "staged",
        };
        var row = new SourceRow("entries.csv", null, 2, []);
        return new(row, new() { Key = new(Award, Cycle, "GZ-77123"), Source = row, Fields = fields, Story = "## What they did\n\nGorvinash began, as [Kumasi](kumasi-street-greening.md) did." }, null, []);
    }

    // Every address that can be reached or guessed, and every byte of the index.
    private static async Task<int> AssertNothingLeaks(Site site, HttpClient visitor, string id, string stage)
    {
        var waiting = new Queue<string>(["/", "/robots.txt", "/sitemap.xml", "/readyz", "/feed", "/feeds", "/atom.xml", "/opensearch.xml", "/log.jsonl", "/log.head", "/.change/journal", $"/submissions/{Award}/{Cycle}/imported.json"]);
        foreach (var guess in new[]
        {
            $"/practices/{id}", $"/learning/{id}", $"/api/v1/practices/{id}", $"/api/v1/practices/{id}/similar", $"/api/v1/practices/{id}/explain?q=water", $"/practices/{id}/photo.jpg",
            $"/submissions/{Award}/{Cycle}/{id}", $"/submissions/{Award}/{Cycle}/{id}.md", $"/awards/{Award}/{Cycle}", "/cities/zanzolopolis", "/countries/GH", $"/practices?award={Award}/{Cycle}", "/practices?outcome=winner",
            "/practices?city=zanzolopolis", "/practices?country=GH", "/practices?sort=newest", "/practices?sort=title", $"/practices?links={PublicId}", $"/api/v1/practices/{PublicId}", $"/api/v1/practices/{PublicId}/similar",
        }) waiting.Enqueue(guess);
        foreach (var word in Words)
        {
            waiting.Enqueue($"/practices?q={word}");
            waiting.Enqueue($"/api/v1/practices?q={word}");
            waiting.Enqueue($"/practices?q={word[..^1]}x~");
            for (var length = 1; length <= word.Length; length++) waiting.Enqueue($"/api/v1/suggest?q={word[..length]}");
        }

        for (var page = 1; page <= 3; page++) waiting.Enqueue($"/api/v1/practices?page={page}&pageSize=100");
        var walked = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var address))
        {
            if (!walked.Add(address)) continue;
            using var answer = await visitor.GetAsync(address);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).SelectMany(header => header.Value));
            if (answer.StatusCode == HttpStatusCode.OK && address.Contains(id, StringComparison.Ordinal)) Assert.Fail($"{stage}: {address} is there");

            // A page says again what was asked, and nothing more.
            var asked = WebUtility.UrlDecode(address);
            foreach (var word in Words.Where(word => !asked.Contains(word[..4], StringComparison.OrdinalIgnoreCase)))
                Assert.False((text + headers).Contains(word, StringComparison.OrdinalIgnoreCase), $"{stage}: {address} says {word}");
            if (asked.Contains("/api/v1/practices?q=", StringComparison.Ordinal)) Assert.Contains("\"total\":0", text, StringComparison.Ordinal);
            if (!address.Contains(id, StringComparison.Ordinal)) Assert.False(text.Contains(id, StringComparison.Ordinal), $"{stage}: {address} names {id}");

            if (answer.Headers.Location is { } location) waiting.Enqueue(location.OriginalString);
            if (address == "/sitemap.xml")
                foreach (var loc in XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName == "loc")) waiting.Enqueue(new Uri(loc.Value).AbsolutePath);
            foreach (Match link in Link().Matches(text))
            {
                var onward = link.Groups["path"].Value;

                // Two filters on a filter are the same records again; they have no end.
                if (onward.Length > 0 && !onward.StartsWith("//", StringComparison.Ordinal) && !onward.Contains('&', StringComparison.Ordinal)) waiting.Enqueue(onward);
            }
        }

        foreach (var word in Words) Assert.False(FilesHold(site.Index, word), $"{stage}: the index holds {word}");
        return walked.Count;
    }

    private static bool FilesHold(string folder, string word) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Any(path => Encoding.Latin1.GetString(File.ReadAllBytes(path)).Contains(word, StringComparison.OrdinalIgnoreCase));

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); !await isSo();)
        {
            Assert.True(DateTime.UtcNow < end, "It has not come to be so.");
            await Task.Delay(20);
        }
    }

    [GeneratedRegex("(?:href|src|action)=\"(?<path>/[^\"#]*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
