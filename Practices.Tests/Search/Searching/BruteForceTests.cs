using Practices.Search.Index;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Searching;

public sealed class BruteForceTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 63)]
    [InlineData(4, 64)]
    [InlineData(5, 65)]
    [InlineData(6, 300)]
    [InlineData(7, 500)]
    public void The_engine_finds_scores_orders_and_counts_as_reading_every_document_does(int seed, int count)
    {
        var corpus = new RandomCorpus(seed);
        var documents = corpus.Documents(count);
        var expected = new BruteForce(RandomCorpus.Schema, documents);
        using var folder = new TemporaryFolder();
        IndexWriter.Write(folder.Path, RandomCorpus.Schema, documents);
        using var searcher = new Searcher(IndexSnapshot.Open(folder.Path));

        for (var i = 0; i < 60; i++)
        {
            var query = corpus.NextQuery();
            var filters = corpus.NextSelection();
            var hits = expected.Search(query, filters);
            var result = searcher.Search(new() { Text = query.ToString(), Filters = filters, PageSize = 100, Vocabulary = new LetterVocabulary() });

            // Where nothing holds all of the words the engine looks for any; that is not what is compared here.
            if (result.Notes.Any(note => note.StartsWith("No document matches all", StringComparison.Ordinal))) continue;

            var because = $"seed {seed}: {query} in {string.Join(", ", filters.Fields)}";
            Assert.True(query.ToString() == result.Understood, because + ", understood as " + result.Understood);
            Assert.True(hits.Count == result.Total, $"{because}: {result.Total} documents, not {hits.Count}");
            AssertSame(hits, result, because);
            foreach (var facet in result.Facets)
            {
                Assert.Equal(
                    expected.Count(query, filters, facet.Field).Select(value => $"{because} {value.Path} {value.Count}"),
                    facet.Values.Select(value => $"{because} {value.Path.Text} {value.Count}"));
            }
        }
    }

    [Fact]
    public void Pages_joined_are_the_whole_order()
    {
        var corpus = new RandomCorpus(11);
        using var folder = new TemporaryFolder();
        IndexWriter.Write(folder.Path, RandomCorpus.Schema, corpus.Documents(250));
        using var searcher = new Searcher(IndexSnapshot.Open(folder.Path));

        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            var request = new SearchRequest { Text = "fi* OR copper OR \"alp bex\"~2", Sort = sort };
            var all = Enumerable.Range(1, 3).SelectMany(page => searcher.Search(request with { Page = page, PageSize = 100 }).Hits).Select(hit => hit.Id).ToList();
            var paged = Enumerable.Range(1, 40).SelectMany(page => searcher.Search(request with { Page = page, PageSize = 7 }).Hits).Select(hit => hit.Id);

            Assert.Equal(all.Distinct().Count(), searcher.Search(request).Total);
            Assert.Equal(all, paged);
        }
    }

    // Scores that differ only by rounding may stand in either order.
    private static void AssertSame(List<(string Id, double Score)> expected, SearchResult actual, string because)
    {
        var scores = expected.ToDictionary(hit => hit.Id, hit => hit.Score);
        for (var i = 0; i < actual.Hits.Length; i++)
        {
            var hit = actual.Hits[i];
            Assert.True(scores.ContainsKey(hit.Id), $"{because}: {hit.Id} does not match");
            Assert.Equal(scores[hit.Id], hit.Score, 1e-9);
            Assert.Equal(expected[i].Score, hit.Score, 1e-9);
            if (i == 0) continue;
            var before = actual.Hits[i - 1];
            var inOrder = before.Score > hit.Score || (before.Score == hit.Score && (hit.Score == 0 || string.CompareOrdinal(before.Id, hit.Id) < 0));
            Assert.True(inOrder, $"{because}: {before.Id} before {hit.Id}");
        }
    }
}
