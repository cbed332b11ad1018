using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Practices.Indexer.Indexing;
using Practices.Tests.Indexer;
using Practices.Tests.Web;
using Xunit;

namespace Practices.Tests.Browser;

/// <summary>
/// A site whose every practice is an attack: a payload as its story, its title and its summary, read, indexed and shown as any other practice is.
/// </summary>
public sealed partial class Payloads : IDisposable
{
    private static readonly string[] Files = ["dompurify-expect.json", "owasp-xss-filter-evasion.json"];

    // YAML's double quotes hold whatever JSON's do.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TemporaryContent _content = new();
    private readonly RunningSite? _site;

    public Payloads()
    {
        if (SharedFactAttribute.Folder is null || Chromium.Executable is null) return;
        All = [.. Files.SelectMany(Read)];
        for (var number = 0; number < All.Count; number++) WriteWhole(number, All[number]);

        // Front matter refuses some as a title or a summary, which is as good as harmless there. Their stories are still to be shown.
        var refused = Missing();
        RefusedAsTitle = refused.Count;
        foreach (var number in refused) WriteStory(number, All[number]);
        RefusedAltogether = [.. Missing().Select(number => All[number])];
        _site = RunningSite.Start(_content.Root);
    }

    /// <summary>The payloads of the vectors.</summary>
    public IReadOnlyList<string> All { get; } = [];

    /// <summary>How many may not stand in a title or a summary.</summary>
    public int RefusedAsTitle { get; }

    /// <summary>Those that no record may hold at all.</summary>
    public IReadOnlyList<string> RefusedAltogether { get; } = [];

    internal RunningSite Site => _site ?? throw new InvalidOperationException("There are no vectors.");

    /// <summary>The pages that show the payloads: each practice, and the lists with their titles and summaries.</summary>
    public IReadOnlyList<string> Pages
    {
        get
        {
            var catalog = Site.Library.Current;
            var lists = Enumerable.Range(1, (catalog.Count / 20) + 1).Select(page => $"/practices?page={page}");
            return [.. catalog.Ids.Select(id => $"/practices/{id}"), .. lists, "/", "/practices?q=alert"];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _site?.Dispose();
        _content.Dispose();
    }

    private static IEnumerable<string> Read(string file)
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedFactAttribute.File("vectors", file)));
        return [.. vectors.RootElement.EnumerateArray().Select(vector => vector.GetProperty("payload").GetString()!)];
    }

    private static string Id(int number) => $"payload-{number:000}";

    private void WriteWhole(int number, string payload)
    {
        var quoted = JsonSerializer.Serialize(Spaces().Replace(payload, " ").Trim(), Quoting);
        _content.WithPractice(Id(number), quoted, $"summary: {quoted}", Story(payload));
    }

    private void WriteStory(int number, string payload) => _content.WithPractice(Id(number), $"Payload {number}", body: Story(payload));

    private static string Story(string payload) => $"## What they did\n\n{payload}\n";

    private List<int> Missing()
    {
        using var library = new PracticeLibrary(_content.Root, _content.Index);
        library.Refresh();
        var shown = library.Current.Ids.ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, All.Count).Where(number => !shown.Contains(Id(number)))];
    }

    // A title and a summary are single lines.
    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
