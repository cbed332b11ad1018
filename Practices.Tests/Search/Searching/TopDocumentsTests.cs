using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Searching;

public class TopDocumentsTests
{
    [Fact]
    public void The_largest_keys_are_kept_and_among_equal_ones_the_first()
    {
        var random = new Random(3);
        for (var run = 0; run < 300; run++)
        {
            var keys = Enumerable.Range(0, random.Next(1, 60)).Select(_ => (double)random.Next(8)).ToArray();
            var capacity = random.Next(1, 12);
            var top = new TopDocuments(capacity);
            for (var doc = 0; doc < keys.Length; doc++) top.Offer(doc, keys[doc]);

            var expected = keys.Select((key, doc) => (key, doc)).OrderByDescending(pair => pair.key).ThenBy(pair => pair.doc).Take(capacity);
            Assert.Equal(expected, top.Sorted().ToArray());
        }
    }

    [Fact]
    public void What_is_below_the_floor_is_passed_over_and_what_is_on_it_is_kept()
    {
        var top = new TopDocuments(3, floor: 2);
        Assert.False(top.Offer(0, 1.9));
        Assert.True(top.Offer(1, 2));
        Assert.Equal([(2.0, 1)], top.Sorted().ToArray());
    }
}
