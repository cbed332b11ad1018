using System.Collections.Immutable;
using System.Text.Json;
using Practices.Search.Index;

namespace Practices.Indexer.Evaluation;

/// <summary>A query of a test collection.</summary>
public readonly record struct TestQuery(string Id, string Text);

/// <summary>Documents, queries and judgements that others have made, to measure a ranking against.</summary>
/// <param name="Documents">What is searched: a title of weight 2 and a body.</param>
/// <param name="Queries">What is asked.</param>
/// <param name="Judgements">What answers it.</param>
public sealed record TestCollection(ImmutableArray<Document> Documents, ImmutableArray<TestQuery> Queries, Judgements Judgements)
{
    /// <summary>The fields of the documents.</summary>
    public static IndexSchema Schema { get; } = new([new TextField("title", 2), new TextField("body")], []);

    /// <summary>Reads the three files of a collection.</summary>
    /// <param name="documents">JSON lines with <c>id</c>, <c>title</c> and <c>body</c>.</param>
    /// <param name="queries">Lines of <c>id TAB text</c>.</param>
    /// <param name="judgements">TREC qrels.</param>
    /// <exception cref="FormatException">A line is of another form; the message names the file and its line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TestCollection Read(string documents, string queries, string judgements) => new(
        [.. Lines(documents, ReadDocument)],
        [.. Lines(queries, ReadQuery)],
        In(judgements, () => Judgements.Read(File.ReadLines(judgements))));

    private static Document ReadDocument(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Document
        {
            Id = root.GetProperty("id").GetString() ?? throw new FormatException("A document's id is a text."),
            Texts = [.. from field in Schema.Texts
                        where root.TryGetProperty(field.Name, out var value) && value.ValueKind == JsonValueKind.String
                        select new FieldText(field.Name, root.GetProperty(field.Name).GetString()!)],
        };
    }

    private static TestQuery ReadQuery(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0 ? new(line[..tab], line[(tab + 1)..]) : throw new FormatException("A query is \"id TAB text\".");
    }

    private static IEnumerable<T> Lines<T>(string file, Func<string, T> read)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return In($"{file}, line {number}", () => read(line));
        }
    }

    private static T In<T>(string where, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"{where}: {problem.Message}", problem);
        }
    }
}
