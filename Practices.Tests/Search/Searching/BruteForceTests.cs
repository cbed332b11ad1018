using System.Collections.Immutable;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Searching;

public sealed class BruteForceTests
{
    // Every facet with every other, with itself, and with one that the index lacks.
    private static readonly ImmutableArray<FacetPair> Pairs =
        [.. from rows in RandomCorpus.Schema.Facets from columns in RandomCorpus.Schema.Facets.Append("colour") select new FacetPair(rows, columns)];

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
        using var folder = new TemporaryFolder();
        IndexWriter.Write(folder.Path, RandomCorpus.Schema, documents);
        using var searcher = new Searcher(IndexSnapshot.Open(folder.Path));

        AssertAnswers(seed, corpus, documents, searcher, queries: 60, pageSize: 100);
    }

    [Theory]
    [InlineData(13, 200)]
    [InlineData(14, 500)]
    [InlineData(15, 700)]
    public void So_it_does_over_several_segments_with_deleted_documents(int seed, int count)
    {
        var corpus = new RandomCorpus(seed);
        var documents = corpus.Documents(count);
        using var folder = new TemporaryFolder();
        SteppedIndex.Write(folder.Path, RandomCorpus.Schema, documents, seed);
        using var snapshot = IndexSnapshot.Open(folder.Path);
        using var searcher = new Searcher(snapshot);

        Assert.True(snapshot.Segments.Length > 1);
        Assert.Contains(snapshot.Segments, segment => segment.LiveDocs is not null);
        AssertAnswers(seed, corpus, documents, searcher, queries: 60, pageSize: 100);
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    public void The_best_of_thousands_are_the_best_whatever_is_passed_over(int seed, bool inSteps)
    {
        var corpus = new RandomCorpus(seed);
        var documents = corpus.Documents(3000);
        using var folder = new TemporaryFolder();
        if (inSteps) SteppedIndex.Write(folder.Path, RandomCorpus.Schema, documents, seed);
        else IndexWriter.Write(folder.Path, RandomCorpus.Schema, documents);
        using var searcher = new Searcher(IndexSnapshot.Open(folder.Path));

        AssertAnswers(seed, corpus, documents, searcher, queries: 40, pageSize: 7);
    }

    [Fact]
    public void Equal_hits_stand_in_the_order_of_their_ids_in_whatever_segments_they_lie()
    {
        var corpus = new RandomCorpus(18);
        var documents = corpus.Documents(400);
        using var whole = new TemporaryFolder();
        using var stepped = new TemporaryFolder();
        IndexWriter.Write(whole.Path, RandomCorpus.Schema, documents);
        SteppedIndex.Write(stepped.Path, RandomCorpus.Schema, documents, 18);
        using var one = new Searcher(IndexSnapshot.Open(whole.Path));
        using var several = new Searcher(IndexSnapshot.Open(stepped.Path));

        Assert.Equal(one.Version, several.Version);
        Assert.Equal(one.Ids, several.Ids);
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            foreach (var text in new[] { "", "copper", "fi* OR copper", "\"alp bex\"~2", "alp OR -bex", "flood farm" })
            {
                for (var page = 1; page <= 9; page++)
                {
                    var request = new SearchRequest { Text = text, Sort = sort, Page = page, PageSize = 30 };
                    Assert.Equal(one.Search(request).Hits.Select(hit => (hit.Id, hit.Score)), several.Search(request).Hits.Select(hit => (hit.Id, hit.Score)));
                }
            }
        }
    }

    [Fact]
    public void A_count_of_two_values_is_what_a_search_for_both_finds_and_stands_in_path_order()
    {
        var corpus = new RandomCorpus(19);
        using var folder = new TemporaryFolder();
        SteppedIndex.Write(folder.Path, RandomCorpus.Schema, corpus.Documents(300), 19);
        using var searcher = new Searcher(IndexSnapshot.Open(folder.Path));
        var request = new SearchRequest { Text = "copper OR farm", Crosses = [new("place", "theme")] };

        var counts = Assert.Single(searcher.Search(request).Crosses).Counts;
        Assert.NotEmpty(counts);
        Assert.Equal(counts.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column), counts);
        foreach (var (row, column, count) in counts)
            Assert.Equal(count, searcher.Search(request with { Filters = FacetSelection.Empty.With("place", row).With("theme", column) }).Total);
    }

    private static void AssertAnswers(int seed, RandomCorpus corpus, ImmutableArray<Document> documents, Searcher searcher, int queries, int pageSize)
    {
        var expected = new BruteForce(RandomCorpus.Schema, documents);
        for (var i = 0; i < queries; i++)
        {
            var query = corpus.NextQuery();
            var filters = corpus.NextSelection();
            var hits = expected.Search(query, filters);
            var result = searcher.Search(new() { Text = query.ToString(), Filters = filters, PageSize = pageSize, Vocabulary = new LetterVocabulary(), Crosses = Pairs });

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

            foreach (var cross in result.Crosses)
            {
                Assert.Equal(
                    expected.Cross(query, filters, cross.Pair).Select(cell => $"{because} {cell.Row} {cell.Column} {cell.Count}").Order(StringComparer.Ordinal),
                    cross.Counts.Select(cell => $"{because} {cell.Row.Text} {cell.Column.Text} {cell.Count}").Order(StringComparer.Ordinal));
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
