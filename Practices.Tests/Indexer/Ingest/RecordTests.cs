using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Practices.Indexer.Content;
using Xunit;

namespace Practices.Tests.Indexer.Ingest;

public sealed class RecordTests
{
    [Fact]
    public void Every_key_of_a_practice_is_kept()
    {
        var reading = OneRecord.Read("""
            ---
            # yaml-language-server: $schema=../practice.schema.json
            kind: practice
            title: Women's action towards climate resilience for the urban poor
            aliases: [UWEI, MUKTA]
            summary: >-
              Women in informal settlements learn to read climate risk,
              fit cool roofs and press the city for drains and lights.
            language: en
            places:
              - { city: Amdavad, country: India, population: 5600000 }
              - { city: Santiago, country: ES }
              - { country: NO }
            governance: City
            sdgs: [{ goal: 13, target: 13.1, by: award }, { goal: 5, by: editor }]
            themes: [climate-adaptation, informal-settlements, gender]
            beneficiaries: [women, informal-settlement residents]
            period: { start: 2014, end: null, state: running }
            verified: 2026-11-20
            partners: [{ name: Mahila Housing Trust, role: lead, kind: ngo }]
            finance: [{ source: A fund, amount: 1200.50, currency: USD, year: 2016 }]
            results: [{ indicator: people reached, value: 125000, unit: people, qualifier: about, target: 1e5, baseline: -3, year: null, method: count, source: 1 }]
            evidence: none
            failures: [{ what: A, why: B, learned: C, source: 1 }]
            conditions: [{ factor: A, why: B, source: 1 }]
            blocks: [{ title: Community climate watch, description: A, enabling: B, lesson: C }]
            lineage: [{ to: bhopal-mht, mode: replication, changed: A, year: 2017 }, { from: null, note: B }, { direction: from, place: "Pune, India" }]
            recognition: [{ award: prize-for-cities, cycle: null, outcome: null, external-id: 17, announced: 2018-12-07, url: "https://prizeforcities.org" }]
            visit: { possible: true, host: A, languages: [en, Hindi], cost: B, what-to-see: C }
            contact: { role: Programme office, email: office@city.gov.in, url: "https://city.gov.in" }
            media: [{ file: roof.jpg, alt: A white roof, caption: A, credit: B, licence: C }, { file: pictures/women.jpg, alt: Women on a roof, credit: D, licence: E }]
            sources: [{ id: 1, title: Partnerships, author: A, publisher: B, year: 2023, page: 11, locator: C, url: "https://city.gov.in/a.pdf", note: D }]
            rights: { licence: CC-BY-4.0, holder: A }
            editor: Desk
            added: 2026-11-21
            status: staged
            publish-at: 2026-12-01T09:00+05:30
            formerly: [old-name]
            same-as: ["https://panorama.solutions/x"]
            ---
            ## What they did
            They *began*. See [another](durban-landfill-gas.md).

            ![Women on a roof](pictures/women.jpg)
            """, "practices/ahmedabad/index.md");
        Assert.Empty(reading.Context.Problems.All);
        var practice = reading.Practice!;
        Assert.Equal("ahmedabad", practice.Id);
        Assert.Equal(
            "Women in informal settlements learn to read climate risk, fit cool roofs and press the city for drains and lights.", practice.Summary);
        Assert.Equal(("ahmedabad", "IN", 23.0258), (practice.Places[0].CityId, practice.Places[0].Country, practice.Places[0].Latitude!.Value));
        Assert.Equal(("santiago-es", null), (practice.Places[1].CityId, practice.Places[1].Latitude));
        Assert.Equal("NO", practice.Places[2].Country);
        Assert.Equal("city", practice.Governance);
        Assert.Equal([new SdgClaim(13, "13.1", "award"), new SdgClaim(5, null, "editor")], practice.Sdgs.AsEnumerable());
        Assert.Equal(["climate-adaptation", "slum-upgrading", "gender"], practice.Themes.AsEnumerable());
        Assert.Equal(["women", "informal-settlement-residents"], practice.Beneficiaries.AsEnumerable());
        Assert.Equal(new Period("2014", null, "running"), practice.Period);
        Assert.Equal(new Finance("A fund", 1200.50m, "USD", 2016, null), practice.Finance[0]);
        Assert.Equal(new Practices.Indexer.Content.Outcome("people reached", 125000, "people", "about", 100000, -3, null, "count", 1, null), practice.Results[0]);
        Assert.Equal("none", practice.Evidence);
        Assert.Equal([LineageDirection.To, LineageDirection.From, LineageDirection.From], practice.Lineage.Select(link => link.Direction));
        Assert.Equal("bhopal-mht", practice.Lineage[0].Record);
        Assert.Equal(new Recognition("prize-for-cities", null, null, "17", new DateOnly(2018, 12, 7), "https://prizeforcities.org", null), practice.Recognition[0]);
        Assert.Equal(["en", "hi"], practice.Visit!.Languages.AsEnumerable());
        Assert.Equal(new SourceRef(1, "Partnerships", "A", "B", 2023, "11", "C", "https://city.gov.in/a.pdf", "D"), practice.Sources[0]);
        Assert.Equal(PublicationStatus.Staged, practice.Status);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(5.5)), practice.PublishAt);
        Assert.Equal(["old-name"], practice.FormerIds.AsEnumerable());
        Assert.Equal([new MediaItem("roof.jpg", "A white roof", "A", "B", "C"), new MediaItem("pictures/women.jpg", "Women on a roof", null, "D", "E")], practice.Media.AsEnumerable());
        Assert.Contains("<h3>What they did</h3>", practice.BodyHtml, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/practices/durban-landfill-gas\">another</a>", practice.BodyHtml, StringComparison.Ordinal);
        Assert.Contains("<img src=\"/practices/ahmedabad/pictures/women.jpg\" alt=\"Women on a roof\"", practice.BodyHtml, StringComparison.Ordinal);
        Assert.Equal("What they did\nThey began. See another.", practice.BodyText);
        Assert.InRange(practice.CompletenessPercent, 80, 99);
        Assert.Contains("a second source", practice.Missing);
    }

    [Fact]
    public void Each_kind_has_its_own_keys()
    {
        const string Least = "title: A\nsummary: B\nsources: [{ id: 1, title: C }]\nstatus: published\n";
        var learning = OneRecord.Read($"---\nkind: learning\n{Least}learning: {{ format: master class, dates: on request, languages: [en], topics: [gender], shows: [x], host-record: y }}\n---\n", "learning/a.md").Practice!;
        Assert.Equal(("master-class", "on request"), (learning.Learning!.Format, learning.Learning.Dates.Single()));
        var network = OneRecord.Read($"---\n{Least}network: {{ scope: global, founded: 1913, members: 140, offers: [advice] }}\n---\n", "networks/b.md").Practice!;
        Assert.Equal((RecordKind.Network, "global", "140"), (network.Kind, network.Network!.Scope, network.Network.Members));
        var award = OneRecord.Read($"---\n{Least}award: {{ outcomes: [{{ id: winner, label: Winner }}], cycles: [{{ id: 2018, year: 2018 }}] }}\n---\n", "awards/c.md").Practice!;
        Assert.Equal((new AwardOutcome("winner", "Winner", null), "2018"), (award.Award!.Outcomes[0], award.Award.Cycles[0].Id));
    }

    [Fact]
    public void Line_ends_of_Windows_make_no_difference()
    {
        var unix = OneRecord.Read(OneRecord.Text("editor: Desk", "## A\n\nText\nmore.\n"));
        var windows = OneRecord.Read(OneRecord.Text("editor: Desk", "## A\n\nText\nmore.\n").Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Empty(windows.Context.Problems.All);
        Assert.Equal(unix.Practice!.BodyText, windows.Practice!.BodyText);
    }

    [SharedFact]
    public void Strange_titles_survive_as_they_are()
    {
        using var naughty = JsonDocument.Parse(File.ReadAllBytes(SharedFactAttribute.File("vectors", "naughty-strings-blns.json")));
        foreach (var title in naughty.RootElement.EnumerateArray().Select(item => item.GetString()!)) AssertSurvives(title);

        // Lone surrogates are no text; the file holds them as escapes, which the JSON reader refuses to decode.
        using var spoofs = JsonDocument.Parse(File.ReadAllBytes(SharedFactAttribute.File("vectors", "unicode-spoof.json")));
        foreach (var item in spoofs.RootElement.EnumerateArray())
        {
            try
            {
                AssertSurvives(item.GetProperty("text").GetString()!);
            }
            catch (InvalidOperationException)
            {
                Assert.Contains("\\ud", item.GetProperty("text").GetRawText(), StringComparison.OrdinalIgnoreCase);
            }
        }

        static void AssertSurvives(string title)
        {
            title = title.ReplaceLineEndings(" ");
            var quoted = $"\"{title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
            var reading = OneRecord.Read(OneRecord.Text().Replace("title: Durban turns landfill gas into power", $"title: {quoted}", StringComparison.Ordinal));
            if (reading.Practice is null)
                Assert.All(reading.Context.Problems.All, problem => Assert.Contains(problem.Rule, (string[])["control-character", "wrong-value", "yaml-syntax"]));
            else
                Assert.Equal(string.Join(' ', title.Split([' ', '\t', '\n', '\r', '\x85'], StringSplitOptions.RemoveEmptyEntries)), reading.Practice.Title);
        }
    }

    [Fact]
    public void No_front_matter_makes_it_throw()
    {
        var keys = Gen.Elements(
            "title: ", "summary: ", "places: ", "sdgs: ", "sources: ", "status: ", "period: ", "results: ", "lineage: ", "recognition: ", "media: ", "translations: ", "publish-at: ", "visit: ", "kind: ", "formerly: ",
            "{ ", " }", "[", "]", ", ", "city: Durban", "goal: 13", "target: 13.1", "id: 1", "start: 2014", "file: ../x", "es: ", "\n", "\n  - ", "\n    ", "x", "\"", "null", "published", "learning", "99999999999999999999", "-1", "1e999", "2026-02-31", "é", "\uD83D\uDE00");
        Prop.ForAll(keys.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var reading = OneRecord.Read($"---\n{text}\n---\n");
            return reading.Practice is null == reading.Context.Problems.HasErrors;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));
        Prop.ForAll<byte[]>(bytes =>
        {
            OneRecord.Read([.. "---\n"u8, .. bytes, .. "\n---\n"u8, .. bytes]);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Prop.ForAll<NonNull<string>>(body => OneRecord.Read(OneRecord.Text(body: body.Get)) is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Hostile_Markdown_comes_to_an_end()
    {
        (string Open, int Times)[] bombs =
        [
            ("> ", 100_000), ("- ", 50_000), ("1. ", 50_000), ("> - ", 50_000), ("[", 100_000), ("[a](", 60_000), ("**a *b ", 30_000), ("<!", 50_000), ("<div>", 50_000), ("<b><p>", 20_000), ("&notin", 40_000), ("<table><tr><td>", 15_000), ("![[]()", 40_000),
            ("|a", 100_000), ("<a ", 80_000), ("`", 200_000), ("[^1]", 30_000),
        ];
        foreach (var (open, times) in bombs)
        {
            var text = Encoding.UTF8.GetBytes(OneRecord.Text(body: string.Concat(Enumerable.Repeat(open, times))));
            Patience.WithAnEnd(() => OneRecord.Read(text));
        }
    }
}
