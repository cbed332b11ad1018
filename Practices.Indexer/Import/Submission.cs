using System.Text.Json.Nodes;

namespace Practices.Indexer.Import;

/// <summary>One submission as a mapping understood it: what is to become a record.</summary>
public sealed record Submission
{
    /// <summary>What makes it the same in two imports.</summary>
    public required SubmissionKey Key { get; init; }

    /// <summary>Where it stands: file, sheet and row.</summary>
    public required SourceRow Source { get; init; }

    /// <summary>
    /// The front matter that the import states, by the keys of <see cref="Ingest.RecordFields"/> and in their order: text, numbers, flags, arrays and objects.
    /// A key that the source does not give is absent. Holds its own entry of <c>recognition</c> with award, cycle and external id.
    /// </summary>
    public required JsonObject Fields { get; init; }

    /// <summary>The story in Markdown; empty when the source tells none. Has passed the sanitizer where it came from HTML.</summary>
    public string Story { get; init; } = "";
}
