using Practices.Indexer.Content;

namespace Practices.Indexer.Import.Landing;

/// <summary>How an import is to be done.</summary>
public sealed record ImportOptions
{
    /// <summary>Whether to look only, and write nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether conflicts are settled in the editor's favour for good, so that they are not reported again.</summary>
    public bool KeepsEdited { get; init; }

    /// <summary>Who imports; a person's or a desk's name, for the log.</summary>
    public string By { get; init; } = "unknown";

    /// <summary>The moment, for the log.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Given each new record as the site will read it.</summary>
    public Action<Practice>? Added { get; init; }

    /// <summary>Told after each row how many there have been.</summary>
    public Action<int>? Progress { get; init; }
}
