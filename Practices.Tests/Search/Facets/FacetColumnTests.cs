using System.Globalization;
using Practices.Search.Facets;
using Practices.Search.Index;
using Practices.Search.Postings;
using Xunit;

namespace Practices.Tests.Search.Facets;

public sealed class FacetColumnTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Few values and many, one for a document and several, so that every way of counting is the cheapest for some.
    [Theory]
    [InlineData(3, 1)]
    [InlineData(17, 4)]
    [InlineData(300, 1)]
    [InlineData(300, 5)]
    [InlineData(4000, 2)]
    public void Whatever_way_of_counting_is_taken_the_counts_are_those_of_the_documents(int values, int each)
    {
        const int documents = 4000;
        var random = new Random(values + each);
        var carried = Enumerable.Range(0, documents)
            .Select(_ => Enumerable.Range(0, random.Next(each + 1)).Select(_ => Math.Min(random.Next(values), random.Next(values))).Distinct().ToArray()).ToArray();
        IndexWriter.Write(_folder.Path, new([new("title")], ["value"]), carried.Select((ordinals, i) => new Document
        {
            Id = i.ToString("D5", CultureInfo.InvariantCulture),
            Facets = [.. ordinals.Select(ordinal => new FacetValue("value", FacetPath.Of((ordinal % 7).ToString(CultureInfo.InvariantCulture), Label(ordinal))))],
        }));
        using var snapshot = IndexSnapshot.Open(_folder.Path);
        var column = snapshot.Segments[0].Segment.Facets[0];
        foreach (var size in new[] { 0, 1, 5, 60, 500, 2500, 3999 })
        {
            var docs = new DocSet(documents);
            foreach (var doc in Enumerable.Range(0, documents).OrderBy(_ => random.Next()).Take(size)) docs.Add(doc);
            var counts = new int[column.Paths.Length];
            column.Count(new MatchSet(docs, size, new int[documents]), counts, new int[column.Sets]);
            for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            {
                var path = column.Paths[ordinal];
                var expected = Enumerable.Range(0, documents).Count(doc => docs.Contains(doc) && carried[doc].Any(value =>
                    path.Depth == 1 ? (value % 7).ToString(CultureInfo.InvariantCulture) == path.Leaf : Label(value) == path.Leaf));
                Assert.Equal(expected, counts[ordinal]);
            }
        }
    }

    private static string Label(int ordinal) => "v" + ordinal.ToString(CultureInfo.InvariantCulture);
}
