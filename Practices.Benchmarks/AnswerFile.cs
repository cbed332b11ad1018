using System.Text.Json;
using Practices.Search.Searching;

namespace Practices.Benchmarks;

/// <summary>
/// The answers as JSON, for other engines' answers to be held against: of each class a list, of each query its hits, every count above 0 (by facet and by path,
/// the labels joined by " > ") and the ids of the ten best.
/// </summary>
internal static class AnswerFile
{
    public static void Write(string path, Searcher searcher, Corpus corpus)
    {
        try
        {
            using var file = File.Create(path);
            using var json = new Utf8JsonWriter(file);
            json.WriteStartObject();
            foreach (var (name, queries) in corpus.Classes)
            {
                json.WriteStartArray(name);
                foreach (var query in queries) Write(json, searcher.Search(query.Request));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written: {refused.Message}");
        }
    }

    private static void Write(Utf8JsonWriter json, SearchResult answer)
    {
        json.WriteStartObject();
        json.WriteNumber("hits", answer.Total);
        json.WriteStartObject("counts");
        foreach (var facet in answer.Facets)
        {
            json.WriteStartObject(facet.Field);
            foreach (var value in facet.Values.Where(value => value.Count > 0)) json.WriteNumber(string.Join(" > ", value.Path.Labels), value.Count);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("ids");
        foreach (var hit in answer.Hits) json.WriteStringValue(hit.Id);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
