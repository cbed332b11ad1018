using System.CommandLine;

namespace Practices.Indexer.Commands;

/// <summary>Who does what the log keeps.</summary>
internal static class Editor
{
    /// <summary>The environment variable that names whoever works here.</summary>
    public const string Variable = "PRACTICES_EDITOR";

    /// <summary>The option that names them.</summary>
    public static Option<string?> By() => new("--by") { Description = $"Who does it, for the log. Default: {Variable}, else \"unknown\".", HelpName = "NAME" };

    /// <summary>The name given, else the one of the environment.</summary>
    public static string Name(string? by) =>
        !string.IsNullOrWhiteSpace(by) ? by.Trim() : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : "unknown";
}
