using System.Text.Json;
using System.Text.RegularExpressions;
using Practices.Indexer.Diagnostics;
using Xunit;

namespace Practices.Tests.Indexer.Diagnostics;

public sealed partial class ReportTests
{
    private static readonly Diagnostic Problem = new(Severity.Error, "unknown-key", "practices/a b.md", 7, 3, "100 % wrong:\nmend, it");

    [Fact]
    public void Text_is_what_editors_make_a_link_of() =>
        Assert.Equal("a.md:7:3: warning: Mend it. [raw-html]", new Diagnostic(Severity.Warning, "raw-html", "a.md", 7, 3, "Mend it.").ToString());

    [Fact]
    public void A_GitHub_annotation_is_escaped() =>
        Assert.Equal("::error file=content/practices/a b.md,line=7,col=3,title=unknown-key::100 %25 wrong:%0Amend, it", GitHubAnnotation.Of(Problem, "content/"));

    [Fact]
    public void Sarif_has_rules_regions_and_fingerprints_that_do_not_know_the_line()
    {
        using var log = JsonDocument.Parse(Sarif.Write([Problem, Problem, Problem with { Line = 9 }], "content/"));
        var run = log.RootElement.GetProperty("runs")[0];
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.Equal("unknown-key", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString());
        var place = run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("content/practices/a%20b.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(7, place.GetProperty("region").GetProperty("startLine").GetInt32());
        var prints = run.GetProperty("results").EnumerateArray().Select(Fingerprint).ToList();
        Assert.Equal(3, prints.Distinct().Count());

        using var moved = JsonDocument.Parse(Sarif.Write([Problem with { Line = 20 }], "content/"));
        Assert.Equal(prints[0], Fingerprint(moved.RootElement.GetProperty("runs")[0].GetProperty("results")[0]));

        static string Fingerprint(JsonElement result) => result.GetProperty("partialFingerprints").GetProperty("practices/v1").GetString()!;
    }

    [Fact]
    public void Json_counts_and_lists()
    {
        using var report = JsonDocument.Parse(DiagnosticsJson.Write([Problem], files: 3, records: 2));
        Assert.Equal((3, 2, 1, 0), (Number("files"), Number("records"), Number("errors"), Number("warnings")));
        Assert.Equal("error", report.RootElement.GetProperty("diagnostics")[0].GetProperty("severity").GetString());

        int Number(string key) => report.RootElement.GetProperty(key).GetInt32();
    }

    [Fact]
    public void Every_rule_that_the_code_reports_is_described_and_no_other()
    {
        var used = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Practices.Indexer"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("obj", StringComparison.Ordinal) && !file.EndsWith("Rules.cs", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Import{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) // whose problems are of rows, not of content
            .SelectMany(file => RuleId().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["id"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(Rules.Ids, used);
    }

    [GeneratedRegex("""(?:(?:Error|Warning|Fault)\(|Severity\.(?:Error|Warning), |Warn\([\w.]+, |Rule = )"(?<id>[a-z]+(?:-[a-z]+)*)"(?!:)""", RegexOptions.None, 5000)]
    private static partial Regex RuleId();
}
