using System.Text.Json;
using Practices.Search.Facets;
using Practices.Search.Index;

namespace Practices.Benchmarks;

/// <summary>Documents and queries from files, so that other engines can be given the same ones. The README describes both.</summary>
internal sealed class JsonCorpus : Corpus
{
    private readonly string _documents;

    public JsonCorpus(string documents, string queries, int perClass)
    {
        _documents = documents;
        if (!File.Exists(documents)) throw new InputException($"{documents}: there is no such file.");
        Classes = ReadClasses(queries, perClass);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, BenchmarkQuery[]> Classes { get; }

    /// <inheritdoc/>
    public override IEnumerable<Document> Documents()
    {
        var number = 0;
        foreach (var line in Lines())
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            yield return Read(() =>
            {
                using var json = JsonDocument.Parse(line);
                return ReadDocument(json.RootElement);
            }, $"{_documents}({number})");
        }
    }

    private IEnumerable<string> Lines()
    {
        using var lines = Read(() => File.ReadLines(_documents).GetEnumerator(), _documents);
        while (Read(lines.MoveNext, _documents)) yield return lines.Current;
    }

    private static Document ReadDocument(JsonElement json)
    {
        string Text(string name) => Property(json, name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Property(json, name).GetString() ?? "";
        IEnumerable<(string Facet, string[] Labels)> Each(string name) => Property(json, name).EnumerateArray().Select(value => (name, new[] { value.GetString() ?? "" }));
        return Make(
            Text("id"),
            Text("title"),
            Text("body"),
            new DateOnly(int.Parse(Text("year"), System.Globalization.CultureInfo.InvariantCulture), 1, 1).DayNumber,
            [.. Each("sdg"), .. Each("theme"), ("geo", [Text("region"), Text("subregion"), Text("country")]), ("source", [Text("source")]), ("year", [Text("year")])]);
    }

    private static Dictionary<string, BenchmarkQuery[]> ReadClasses(string path, int perClass) => Read(() =>
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.EnumerateObject().ToDictionary(
            entry => entry.Name,
            entry => entry.Value.EnumerateArray().Take(perClass).Select(query => ReadQuery(entry.Name, query)).ToArray());
    }, path);

    private static BenchmarkQuery ReadQuery(string className, JsonElement json)
    {
        var filters = FacetSelection.Empty;
        if (json.TryGetProperty("filters", out var chosen))
        {
            foreach (var filter in chosen.EnumerateArray())
                filters = filters.With(Property(filter, "dim").GetString() ?? "", FacetPath.Of([.. Property(filter, "path").EnumerateArray().Select(label => label.GetString() ?? "")]));
        }

        if (json.TryGetProperty("prefix", out var prefix)) return BenchmarkQuery.Of(Combination.Prefix, filters, prefix.GetString() ?? "");
        string[] terms = [.. Property(json, "terms").EnumerateArray().Select(term => term.GetString() ?? "")];
        var combination = className.Contains("or3", StringComparison.Ordinal) ? Combination.Any
            : className.Contains("phrase2", StringComparison.Ordinal) ? Combination.Phrase
            : Combination.All;
        return BenchmarkQuery.Of(combination, filters, terms);
    }

    private static JsonElement Property(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new KeyNotFoundException($"there is no \"{name}\".");

    private static T Read<T>(Func<T> read, string where)
    {
        try
        {
            return read();
        }
        catch (JsonException wrong)
        {
            throw new InputException($"{where}: is no JSON: {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new InputException($"{where}: a property is missing or of the wrong kind: {wrong.Message}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{where}: cannot be read: {refused.Message}");
        }
    }
}
