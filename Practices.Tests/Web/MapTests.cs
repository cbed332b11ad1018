using Practices.Web.Map;
using Xunit;

namespace Practices.Tests.Web;

public sealed class MapTests
{
    [Theory]
    [InlineData("ZA")]
    [InlineData("LU")]
    [InlineData("SG")]
    [InlineData("TV")]
    public void No_country_is_lost_on_the_coarse_world(string country) =>
        Assert.Single(WorldMap.Draw(new Dictionary<string, int> { [country] = 1 }, _ => null).Countries);

    [Fact]
    public void A_country_without_land_of_its_own_stands_at_its_point()
    {
        var map = WorldMap.Draw(new Dictionary<string, int> { ["ZZ"] = 2 }, _ => (0.5, 0.5));
        Assert.Equal("M60 27h.1", Assert.Single(map.Countries).Path);
    }

    [Fact]
    public void Runs_of_dots_are_one_line_each() =>
        Assert.Equal("M1 0h2.1M9 0h.1M0 1h.1", DotPath.Of([(0, 1), (1, 0), (3, 0), (2, 0), (9, 0)]));

    [Fact]
    public void The_whole_world_is_small() =>
        Assert.InRange(WorldMap.Draw(new Dictionary<string, int>(), _ => null).Land.Length, 1_000, 8_000);

    [Fact]
    public void A_place_lies_where_it_is()
    {
        var locator = Locator.Draw([new(-29.86, 31.03, "Durban")], new HashSet<string> { "ZA" });
        var (x, y, _) = Assert.Single(locator!.Points);
        Assert.InRange(x, (locator.Width / 2) - 1, (locator.Width / 2) + 1);
        Assert.InRange(y, (locator.Height / 2) - 1, (locator.Height / 2) + 1);
        Assert.NotEmpty(locator.Home);
    }

    [Fact]
    public void Places_far_apart_share_one_window()
    {
        var locator = Locator.Draw([new(41.4, 2.2, "Barcelona"), new(6.2, -75.6, "Medellín")], new HashSet<string>());
        Assert.All(locator!.Points, p => Assert.True(p.X >= 0 && p.X <= locator.Width && p.Y >= 0 && p.Y <= locator.Height));
    }
}
