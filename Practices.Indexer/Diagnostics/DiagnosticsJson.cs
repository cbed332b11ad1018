using System.Text.Encodings.Web;
using System.Text.Json;

namespace Practices.Indexer.Diagnostics;

/// <summary>A run's problems as one JSON document.</summary>
public static class DiagnosticsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>{ files, records, errors, warnings, diagnostics: [{ severity, rule, file, line, column, message }] }</c>.</summary>
    public static string Write(IReadOnlyCollection<Diagnostic> problems, int files, int records) =>
        JsonSerializer.Serialize(
            new
            {
                Files = files,
                Records = records,
                Errors = problems.Count(problem => problem.Severity == Severity.Error),
                Warnings = problems.Count(problem => problem.Severity == Severity.Warning),
                Diagnostics = problems.Select(problem => new
                {
                    Severity = problem.Severity == Severity.Error ? "error" : "warning",
                    problem.Rule,
                    problem.File,
                    problem.Line,
                    problem.Column,
                    problem.Message,
                }),
            },
            Options);
}
