using Practices.Search.Facets;
using Practices.Search.Index;

namespace Practices.Benchmarks;

/// <summary>Documents to index and the queries to ask.</summary>
internal abstract class Corpus
{
    /// <summary>The fields of every corpus.</summary>
    public static IndexSchema Schema { get; } = new([new("title", 2), new("body")], ["sdg", "theme", "geo", "source", "year"]);

    /// <summary>The queries by their classes.</summary>
    public abstract IReadOnlyDictionary<string, BenchmarkQuery[]> Classes { get; }

    /// <summary>The documents, made or read one after another, in the order of their ids. The same ones each time.</summary>
    public abstract IEnumerable<Document> Documents();

    /// <summary>The corpus that was asked for.</summary>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public static Corpus Of(Options options) => options.Corpus.Length > 0
        ? new JsonCorpus(options.Corpus, options.Queries, options.PerClass)
        : new SeededCorpus(options.Documents, options.PerClass);

    /// <summary>A document.</summary>
    protected static Document Make(string id, string title, string body, int date, IEnumerable<(string Facet, string[] Labels)> facets) => new()
    {
        Id = id,
        Title = title,
        Date = date,
        Texts = [new("title", title), new("body", body)],
        Facets = [.. facets.Select(value => new FacetValue(value.Facet, FacetPath.Of(value.Labels)))],
        Card = System.Text.Encoding.UTF8.GetBytes(title),
    };
}
