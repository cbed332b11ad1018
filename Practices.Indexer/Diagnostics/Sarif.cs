using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Practices.Indexer.Diagnostics;

/// <summary>A run's problems in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).</summary>
public static class Sarif
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the log.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="prefix">What stands before a file's name so that it begins at the top of the repository, such as <c>content/</c>.</param>
    public static string Write(IReadOnlyCollection<Diagnostic> problems, string prefix)
    {
        var rules = problems.Select(problem => problem.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "practices",
                        ["version"] = typeof(Sarif).Assembly.GetName().Version?.ToString(3),
                        ["rules"] = new JsonArray([.. rules.Select(Rule)]),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. problems.Select(problem => Result(problem, prefix, rules.IndexOf(problem.Rule), seen))]),
            }),
        };
        return log.ToJsonString(Indented);
    }

    private static JsonObject Rule(string rule) => new()
    {
        ["id"] = rule,
        ["shortDescription"] = new JsonObject { ["text"] = Rules.Describe(rule) },
    };

    private static JsonObject Result(Diagnostic problem, string prefix, int ruleIndex, Dictionary<string, int> seen) => new()
    {
        ["ruleId"] = problem.Rule,
        ["ruleIndex"] = ruleIndex,
        ["level"] = problem.Severity == Severity.Error ? "error" : "warning",
        ["message"] = new JsonObject { ["text"] = problem.Message },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', (prefix + problem.File).Split('/').Select(Uri.EscapeDataString)) },
                ["region"] = new JsonObject { ["startLine"] = problem.Line, ["startColumn"] = problem.Column },
            },
        }),
        ["partialFingerprints"] = new JsonObject { ["practices/v1"] = Fingerprint(problem, seen) },
    };

    // Without the line, so that a finding stays the same when text is written above it; equal findings of one file are numbered.
    private static string Fingerprint(Diagnostic problem, Dictionary<string, int> seen)
    {
        var key = $"{problem.Rule}\n{problem.File}\n{problem.Message}";
        var number = seen[key] = seen.GetValueOrDefault(key) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{number}")).AsSpan(0, 16));
    }
}
