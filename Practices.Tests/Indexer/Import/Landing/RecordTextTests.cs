using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Practices.Indexer.Diagnostics;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Yaml;
using Xunit;

namespace Practices.Tests.Indexer.Import.Landing;

public sealed class RecordTextTests
{
    private static readonly ImmutableArray<string> Odd =
    [
        "NO", "no", "null", "~", "1:30", "0x1F", "1_000", "12", "1e3", "2018", "2018-12-07", "true", ":", ": ", " #", "#", "- ", "-", "---", "...", "\"", "'", "\\", "{", "}", "[", "]", ",", "&a", "*a", "!t", "|", ">", "%", "@", "`", "?", "=",
        "<<", "🌳", "مياه", "\u200F", "水", "é", "e\u0301", "\u00A0", "\u2028", "\u2029", "\uFEFF", "\u0085", "\t", "\n", "\r\n", "  ", " ", "word", "a longer run of words that goes on for a while so that lines must be folded somewhere,", "https://city.gov/a?b=c#d",
    ];

    private static readonly Gen<string> Text = Gen.Elements(Odd.AsEnumerable()).ListOf().Select(parts => string.Concat(parts));

    [Fact]
    public void Whatever_is_written_reads_back() =>
        Prop.ForAll(Arb.From(Text.ArrayOf()), texts =>
        {
            var fields = new JsonObject { ["title"] = texts.FirstOrDefault() ?? "", ["aliases"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) };
            fields["failures"] = new JsonArray([.. texts.Select(text => new JsonObject { ["what"] = text, ["why"] = text + " and", ["source"] = 1 })]);
            fields["visit"] = new JsonObject { ["possible"] = true, ["host"] = texts.LastOrDefault(), ["languages"] = new JsonArray("en", "gu"), ["cost"] = null };
            var written = RecordText.Write(fields, "## A story\n\nIt began: --- here.");
            var problems = new FileDiagnostics("");
            var read = RecordText.Read(Encoding.UTF8.GetBytes(written), problems);
            Assert.True(read is not null, $"{string.Join('\n', problems.All)}\n{written}");
            foreach (var (key, value) in fields) Assert.True(StatedValue.Of(value) == StatedValue.Of(read.Value(key)), written);
            Assert.Equal("## A story\n\nIt began: --- here.\n", read.Story);
            Assert.Equal(written, Encoding.UTF8.GetString(read.ToBytes()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_changed_back_and_forth_leaves_every_other_byte() =>
        Prop.ForAll(Arb.From(Text), Arb.From(Gen.Elements("title", "aliases", "summary", "status")), (text, key) =>
        {
            const string file = "---\n# first\r\ntitle: One # why\nsummary: >-\n  Two\n  lines\n\n# before status\nstatus: draft\n# last\n---\nStory\r\n";
            var record = RecordText.Read(Encoding.UTF8.GetBytes(file), new(""))!;
            var changed = RecordText.Read(record.With(key, $"x {text}").ToBytes(), new(""))!;
            Assert.Equal(StatedValue.Of(JsonValue.Create($"x {text}")), StatedValue.Of(changed.Value(key)));
            foreach (var other in new[] { "title", "summary", "status" }.Where(other => other != key)) Assert.Equal(StatedValue.Of(record.Value(other)), StatedValue.Of(changed.Value(other)));
            var left = Encoding.UTF8.GetString(changed.ToBytes());
            foreach (var comment in new[] { "# first\r\n", "# why\n", "\n# before status\n", "# last\n---\nStory\r\n" }) Assert.Contains(comment, left, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_record_is_written_as_an_editor_would()
    {
        var fields = (JsonObject)JsonNode.Parse("""
            {
              "status": "staged", "title": "Oslo: a city of water", "summary": "SUMMARY", "places": [{ "city": "Oslo", "country": "NO" }],
              "sdgs": [{ "goal": 6, "target": "6.1", "by": "award" }, { "goal": 11, "by": "award" }],
              "failures": [{ "what": "WHAT", "why": "Too dear." }], "period": { "start": "2014", "state": "running" }, "themes": ["water", "waste"], "editor": null
            }
            """.Replace("SUMMARY", string.Join(' ', Enumerable.Repeat("seven words of a sentence that runs", 6)), StringComparison.Ordinal).Replace("WHAT", string.Join(' ', Enumerable.Repeat("a failure told at length", 8)), StringComparison.Ordinal))!;
        Assert.Equal(
            """
            ---
            title: "Oslo: a city of water"
            summary: >-
              seven words of a sentence that runs seven words of a sentence that runs seven words of a sentence that runs seven words of a sentence that runs
              seven words of a sentence that runs seven words of a sentence that runs
            places: [{ city: Oslo, country: "NO" }]
            sdgs: [{ goal: 6, target: "6.1", by: award }, { goal: 11, by: award }]
            themes: [water, waste]
            period: { start: "2014", state: running }
            failures:
              - what: >-
                  a failure told at length a failure told at length a failure told at length a failure told at length a failure told at length a failure told at
                  length a failure told at length a failure told at length
                why: Too dear.
            status: staged
            ---
            A story.

            """.ReplaceLineEndings("\n"),
            RecordText.Write(fields, "\nA story.  \n\n"));
    }

    [Fact]
    public void Line_ends_and_marks_of_a_file_stay_its_own()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF---\r\ntitle: One\r\nstatus: draft\r\n---\r\nStory\r\n");
        var changed = RecordText.Read(bytes, new(""))!.With("title", "Two").With("aliases", new JsonArray("Three")).ToBytes();
        Assert.Equal("\uFEFF---\r\ntitle: Two\r\naliases: [Three]\r\nstatus: draft\r\n---\r\nStory\r\n", Encoding.UTF8.GetString(changed));
    }
}
