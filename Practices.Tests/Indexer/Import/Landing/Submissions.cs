using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Practices.Indexer.Import;
using Practices.Indexer.Import.Landing;
using Practices.Indexer.Import.Mappings;
using Practices.Indexer.Ingest;
using Practices.Indexer.Transactions;

namespace Practices.Tests.Indexer.Import.Landing;

/// <summary>A content folder with one award, and submissions as a mapping would hand them on.</summary>
internal sealed class Submissions : IDisposable
{
    public const string Award = "city-prize";
    public const string Cycle = "2026";
    public const string Folder = $"submissions/{Award}/{Cycle}/";

    private readonly TemporaryContent _content = new();

    public Submissions() => _content.With($"awards/{Award}.md", $$"""
        ---
        kind: award
        title: City Prize
        summary: A prize for cities.
        sources: [{ id: 1, title: The prize }]
        award:
          outcomes: [{ id: winner, label: Winner }, { id: finalist, label: Finalist }]
          cycles: [{ id: "{{Cycle}}", year: 2026 }, { id: "2028", year: 2028 }]
        status: published
        ---
        """);

    public TemporaryContent Content => _content;

    public string Root => _content.Root;

    public void Dispose() => _content.Dispose();

    public ImportReport Import(params IEnumerable<MappingResult> rows) => Import(new(), rows);

    public ImportReport Import(ImportOptions options, params IEnumerable<MappingResult> rows) => ImportRun.Run(Root, Award, rows, VocabularyShelf.ReadSet(Root), options);

    public string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public void Edit(string file, string from, string to)
    {
        var text = Text(file);
        if (!text.Contains(from, StringComparison.Ordinal)) throw new InvalidOperationException($"{file} has no \"{from}\":\n{text}");
        _content.With(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Every file of the content but the log, with its text.</summary>
    public ImmutableSortedDictionary<string, string> Files() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(name => !name.StartsWith(".change/", StringComparison.Ordinal) && name is not (ContentLog.FileName or ContentLog.HeadName))
        .ToImmutableSortedDictionary(name => name, Text, StringComparer.Ordinal);

    /// <summary>A row that became a submission.</summary>
    /// <param name="number">Its external id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="change">Changes what the mapping states.</param>
    /// <param name="story">Its story.</param>
    /// <param name="cycle">Its cycle.</param>
    public static MappingResult Row(string number, string title, Action<JsonObject>? change = null, string story = "## What they did\n\nThey began.", string cycle = Cycle)
    {
        var fields = new JsonObject
        {
            ["kind"] = "practice",
            ["title"] = title,
            ["summary"] = "What the city did, in one sentence.",
            ["places"] = new JsonArray(new JsonObject { ["city"] = "Durban", ["country"] = "ZA" }),
            ["sdgs"] = new JsonArray(new JsonObject { ["goal"] = 11, ["by"] = "award" }),
            ["recognition"] = new JsonArray(new JsonObject { ["award"] = Award, ["cycle"] = cycle, ["outcome"] = "finalist", ["external-id"] = number }),
            ["sources"] = new JsonArray(new JsonObject { ["id"] = 1, ["title"] = "The application", ["year"] = 2026 }),
            ["status"] = "staged",
        };
        change?.Invoke(fields);
        var row = new SourceRow("entries.csv", null, int.TryParse(number, out var line) ? line + 1 : 1, []);
        return new(row, new() { Key = new(Award, cycle, number), Source = row, Fields = fields, Story = story }, null, []);
    }
}
