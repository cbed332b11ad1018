namespace Practices.Indexer.Diagnostics;

/// <summary>A problem as a workflow command, which GitHub Actions shows beside the line in a pull request.</summary>
public static class GitHubAnnotation
{
    /// <summary>Writes <c>::error file=…,line=…,col=…,title=…::message</c>, escaped as the runner undoes it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="prefix">What stands before the file's name so that it begins at the top of the repository, such as <c>content/</c>.</param>
    public static string Of(Diagnostic problem, string prefix) =>
        $"::{(problem.Severity == Severity.Error ? "error" : "warning")} file={Property(prefix + problem.File)},line={problem.Line},col={problem.Column},title={Property(problem.Rule)}::{Data(problem.Message)}";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
