using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Practices.Search.Index;
using Practices.Search.Queries;
using Practices.Search.Searching;
using Xunit;
using Xunit.Abstractions;

namespace Practices.Tests.Search.Relevance;

/// <summary>The ranking against public judgements: titles weigh 2, texts 1, any word counts. Nothing is tuned to these collections.</summary>
public sealed class CollectionTests(ITestOutputHelper output)
{
    [SharedFact]
    public void The_Cranfield_collection_is_ranked_as_well_as_by_Lucene() => Assert.InRange(MeanGain("cranfield"), 0.367, 1);

    [SharedFact]
    public void The_CISI_collection_is_ranked_as_well_as_by_Lucene() => Assert.InRange(MeanGain("cisi"), 0.385, 1);

    // The mean nDCG at 10 over all queries with judgements.
    private double MeanGain(string collection)
    {
        using var folder = new TemporaryFolder();
        var schema = new IndexSchema([new("title", 2), new("body")], []);
        var documents = File.ReadLines(SharedFactAttribute.File("collections", collection, "docs.jsonl")).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
            return new Document { Id = Text("id"), Texts = [new("title", Text("title")), new("body", Text("body"))] };
        });
        IndexWriter.Write(folder.Path, schema, documents);
        using var searcher = new Searcher(IndexSnapshot.Open(folder.Path));

        var judged = File.ReadLines(SharedFactAttribute.File("collections", collection, "qrels.tsv"))
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToLookup(row => row[0], row => (Id: row[2], Gain: double.Parse(row[3], CultureInfo.InvariantCulture)));
        var gains = File.ReadLines(SharedFactAttribute.File("collections", collection, "queries.tsv"))
            .Select(line => line.Split('\t', 2))
            .Where(row => judged.Contains(row[0]))
            .Select(row => Gain(searcher, row[1], judged[row[0]].ToDictionary(judgement => judgement.Id, judgement => judgement.Gain)))
            .ToImmutableArray();
        output.WriteLine($"{collection}: nDCG@10 {gains.Average():F4} over {gains.Length} queries");
        return gains.Average();
    }

    private static double Gain(Searcher searcher, string text, Dictionary<string, double> judged)
    {
        var request = new SearchRequest { Text = text, Match = MatchWords.Any, MaxTextLength = int.MaxValue, PageSize = 10, CountFacets = false, Highlight = false };
        var found = searcher.Search(request).Hits.Select(hit => judged.GetValueOrDefault(hit.Id));
        return Discounted(found) / Discounted(judged.Values.OrderDescending().Take(10));
    }

    private static double Discounted(IEnumerable<double> gains) => gains.Select((gain, rank) => gain / Math.Log2(rank + 2)).Sum();
}
