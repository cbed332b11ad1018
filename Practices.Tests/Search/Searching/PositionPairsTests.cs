using Practices.Search.Postings;
using Practices.Search.Searching;
using Xunit;

namespace Practices.Tests.Search.Searching;

public sealed class PositionPairsTests
{
    [Theory]
    [InlineData(4, 12)]
    [InlineData(8, 40)]
    [InlineData(60, 200)]
    [InlineData(128, 600)]
    [InlineData(400, 900)]
    public void Every_pair_at_the_distance_counts_however_many_positions_there_are(int most, int within)
    {
        var random = new Random(most);
        for (var run = 0; run < 300; run++)
        {
            var first = Positions(random, most, within);
            var second = Positions(random, most, within);
            var distance = random.Next(1, 5);
            Assert.Equal(first.Count(position => second.Contains(position + distance)), PositionPairs.Count(Sums(first, random.Next()), Sums(second, -random.Next()), distance));
        }
    }

    // As positions lie in a block: added up from somewhere, with others behind them.
    private static PostingPositions Sums(int[] positions, int before)
    {
        int[] sums = [before, .. positions.Select(position => position + before), .. positions.Concat(Enumerable.Range(0, PositionBlock.Slack)).Select(position => position + before)];
        return new(sums.AsSpan(0, positions.Length + 1));
    }

    private static int[] Positions(Random random, int most, int within) =>
        [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => random.Next(within)).Distinct().Order()];
}
